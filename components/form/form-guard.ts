'use client'

import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * What a long form owes its editor: a warning before the page is left with unsaved edits, and saving by keyboard.
 *
 * @param isTouched whether the form holds something typed and not saved, as after a save that failed.
 */
export function useFormGuard(form: RefObject<HTMLFormElement | null>, isTouched: boolean) {
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

  /** Presses the button that carries an intent. */
  const press = (intent: string) => {
    const button = form.current?.querySelector<HTMLButtonElement>(`button[value="${intent}"]`)
    if (button && !button.disabled) form.current?.requestSubmit(button)
  }
  return {
    onInput: () => {
      touched.current = true
    },
    /** Ctrl or Cmd with Enter saves; with Shift as well, it saves and goes on to the next, where there is a next. */
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      press(event.shiftKey ? 'another' : 'save')
    },
  }
}
