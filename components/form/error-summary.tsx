'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { count } from '../record/labels'
import type { FormState } from './form-state'
import { byPosition, fieldLabel } from './labels'
import { Notice } from './notice'

/**
 * Why nothing was saved, with a link to each input that has to do with it. It takes the focus when it appears, so that
 * it is read out and the next key press starts from it.
 */
export function ErrorSummary({
  state: { errors, isSignedOut, needsPassword = false, isUnanswered = false },
  idOf,
  labelOf = fieldLabel,
  children,
}: {
  state: Pick<FormState, 'errors' | 'isSignedOut' | 'needsPassword' | 'isUnanswered'>
  /** The id of an input, by its name. */
  idOf: (input: string) => string
  labelOf?: (input: string) => string
  /** Where to go from here. */
  children?: ReactNode
}) {
  const summary = useRef<HTMLElement>(null)
  useEffect(() => summary.current?.focus(), [])
  const { form, ...fields } = errors
  const wrong = Object.entries(fields).sort(([a], [b]) => byPosition(a, b))
  if (!isSignedOut && !needsPassword && !isUnanswered && form === undefined && wrong.length === 0) return null
  return (
    <Notice
      look="danger"
      title={isUnanswered ? 'No answer came' : 'Nothing was saved'}
      className="mb-6"
      role="alert"
      tabIndex={-1}
      ref={summary}
    >
      {isUnanswered && (
        <p>
          Nobody can tell whether this was saved. Everything you typed is still here: send it once more, and nothing is
          saved twice.
        </p>
      )}
      {isSignedOut && (
        <p>
          You have been signed out.{' '}
          <a href="/sign-in" target="_blank" rel="noopener opener">
            Sign in again in a new tab
          </a>
          , then save once more: everything you typed is still here.
        </p>
      )}
      {needsPassword && (
        <p>
          This matters much, so your password is asked for once more.{' '}
          <a href="/sign-in/again?next=/admin" target="_blank" rel="noopener opener">
            Give it in a new tab
          </a>
          , then save once more: everything you typed is still here.
        </p>
      )}
      {form !== undefined && <p>{form}</p>}
      {wrong.length > 0 && (
        <>
          <p>{count(wrong.length, 'thing')} to put right:</p>
          <ul className="mt-1">
            {wrong.map(([input, reason]) => (
              <li key={input}>
                <a href={`#${idOf(input)}`}>{labelOf(input)}</a>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {children && <p className="mt-1">{children}</p>}
    </Notice>
  )
}
