'use client'

import { useEffect, useState } from 'react'
import type { ThingFormState } from '@/components/form/form-state'
import { Warning } from '@/components/form/messages'
import type { Draft } from '@/lib/record/merge'
import { inputOf } from '@/lib/record/things/submission'
import type { Subject } from './thing-fields'

/** Milliseconds without typing before the server is asked. */
const PAUSE = 300

type Checked = NonNullable<ThingFormState['checked']>

/** What the record itself gives, beside a claim that is being written. */
export function ClaimCheck({
  draft,
  answered,
  subject: { id, partOf },
}: {
  /** What is typed; null where nothing was, since the page was opened or answered. */
  draft: Draft | null
  /** What the server found when the form was sent for a preview. */
  answered: Checked | null
  subject: Subject
}) {
  const [found, setFound] = useState<Checked | null>(null)
  useEffect(() => {
    if (draft === null) return
    const stop = new AbortController()
    const pause = setTimeout(async () => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ id, partOf })) form.set(name, value)
      for (const [field, value] of Object.entries(draft)) form.set(inputOf(field), value)
      try {
        const answer = await fetch('/admin/things/claim-check', { method: 'POST', body: form, signal: stop.signal })
        if (answer.ok) setFound((await answer.json()) as Checked | null)
      } catch {
        // The check is a help while typing; the findings make it again once the claim is saved.
      }
    }, PAUSE)
    return () => {
      clearTimeout(pause)
      stop.abort()
    }
  }, [draft, id, partOf])
  const checked = draft === null ? answered : found
  if (!checked) return null
  if (!checked.isFinding) return <p>{checked.words}</p>
  return (
    <Warning>
      {checked.words} <strong>This would be a finding.</strong>
    </Warning>
  )
}
