'use client'

import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * What a long form owes its editor: a warning before the page is left with unsaved edits.
 *
 * @param isTouched whether the form holds something typed and not saved, as after a save that failed.
 */
export function useFormGuard(isTouched: boolean) {
  const touched = useRef(isTouched)
  useEffect(() => {
    touched.current ||= isTouched
  }, [isTouched])
  // A layout effect ends before the page that a save leads to can lead on, so that nobody is warned of what was saved.
  useLayoutEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (touched.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return {
    onInput: () => {
      touched.current = true
    },
  }
}
