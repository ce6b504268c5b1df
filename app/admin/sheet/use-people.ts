'use client'

import { useEffect, useState } from 'react'
import type { RowContext } from '@/lib/import/listing'
import type { Cells } from '@/lib/import/row-cells'
import { type PersonFound, type PersonTyped, personIn, personKey } from '@/lib/import/sheet-people'

/** Milliseconds without typing before the server is asked. */
const PAUSE = 300

type Answers = ReadonlyMap<string, PersonFound | null>

/** Whom the rows mean, as the server matches them; undefined where that is not known yet. */
export function usePeople(
  rows: readonly Cells[],
  { sex = null, date = null }: Partial<RowContext>,
): (row: Cells) => PersonFound | null | undefined {
  const [answers, setAnswers] = useState<Answers>(new Map())
  const race = `${sex}\n${date}\n`
  const people = new Map(
    rows.flatMap((row) => {
      const person = personIn(row)
      return person ? [[race + personKey(person), person] as const] : []
    }),
  )
  const open = JSON.stringify([...people].filter(([key]) => !answers.has(key)))

  useEffect(() => {
    const asked = JSON.parse(open) as [string, PersonTyped][]
    if (sex === null || asked.length === 0) return
    const stop = new AbortController()
    const pause = setTimeout(async () => {
      const question = {
        sex,
        date: date ?? String(new Date().getFullYear()),
        people: asked.map(([, person]) => person),
      }
      const found = await ask(question, stop.signal)
      if (found)
        setAnswers((known) => new Map([...known, ...asked.map(([key], at) => [key, found[at] ?? null] as const)]))
    }, PAUSE)
    return () => {
      clearTimeout(pause)
      stop.abort()
    }
  }, [open, sex, date])

  return (row) => {
    const person = personIn(row)
    return person ? answers.get(race + personKey(person)) : null
  }
}

/** Null where no answer came: it is a help while typing, and the preview asks again. */
async function ask(question: object, signal: AbortSignal): Promise<(PersonFound | null)[] | null> {
  try {
    const answer = await fetch('/admin/sheet/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
      signal,
    })
    return answer.ok ? ((await answer.json()) as (PersonFound | null)[]) : null
  } catch {
    return null
  }
}
