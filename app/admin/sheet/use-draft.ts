'use client'

import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { typedIn } from '@/lib/form/typed'
import { type Draft, dropDraft, readDraft, writeDraft } from './draft'

/** Milliseconds without typing before the draft is kept. */
const PAUSE = 300

/**
 * Keeps what is typed in the browser, under a key of the sheet.
 *
 * @param onFound called once with the draft that was kept before, where there is one.
 */
export function useDraft(
  key: string,
  { form, id, onFound }: { form: RefObject<HTMLFormElement | null>; id: string; onFound: (draft: Draft) => void },
) {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)
  const found = useRef(onFound)
  const current = useRef(id)
  useEffect(() => {
    found.current = onFound
    current.current = id
  })

  const keep = useCallback(() => {
    if (waiting.current === null) return
    clearTimeout(waiting.current)
    waiting.current = null
    if (!form.current) return
    const typed = typedIn(new FormData(form.current))
    // While it is sent, a form is disabled and has nothing in it.
    if (typed.kind) writeDraft(key, { id: current.current, at: new Date().toISOString(), typed })
  }, [form, key])

  useEffect(() => {
    const draft = readDraft(key)
    if (draft) found.current(draft)
    window.addEventListener('pagehide', keep)
    return () => {
      keep()
      window.removeEventListener('pagehide', keep)
    }
  }, [key, keep])

  return {
    /** To be called whenever something has been typed. */
    touch: useCallback(() => {
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = setTimeout(keep, PAUSE)
    }, [keep]),
    discard: useCallback(() => {
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = null
      dropDraft(key)
    }, [key]),
  }
}
