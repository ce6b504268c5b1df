'use client'

import { unstable_rethrow } from 'next/navigation'
import { useEffect, useState } from 'react'
import { typedIn } from '@/lib/form/typed'
import type { FormState } from './form-state'

type Action<State> = (state: State, form: FormData) => Promise<State>

/**
 * An action whose failure keeps the form: where no answer comes (the line is down, the server is being
 * restarted), what was typed is given back, where an error would take the form and all of it from the page.
 *
 * Until the page is live it is the action itself, which a browser without JavaScript needs in the form.
 */
export function useResilientAction<State extends FormState>(action: Action<State>): Action<State> {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  if (!isLive) return action
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (error) {
      // A redirect, which is how a save ends, comes as an error, too.
      unstable_rethrow(error)
      return {
        ...state,
        attempt: state.attempt + 1,
        typed: typedIn(form),
        errors: {},
        isSignedOut: false,
        isUnanswered: true,
      }
    }
  }
}
