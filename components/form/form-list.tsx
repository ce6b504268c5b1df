'use client'

import { createContext, type ReactNode, useActionState, useContext, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { FormBody } from './form-body'
import { type FormState, UNSENT } from './form-state'
import { useResilientAction } from './resilient-action'

type Send = (form: FormData) => void

const List = createContext<{ state: FormState; send: Send }>({ state: UNSENT, send: () => {} })

/** Which of the forms was sent. */
const sentIn = (state: FormState): string | null => state.typed?.of?.[0] ?? null

/**
 * Many forms of one kind on a page, such as one for each citation; each says in its input `of` which it is.
 *
 * One action answers them all. Without JavaScript an answer finds its way by the place of the action in the page, and
 * that must be the same for somebody who has been signed out meanwhile and is shown nothing of the list.
 */
export function FormList({
  action,
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  children: ReactNode
}) {
  const [state, send] = useActionState(useResilientAction(action), UNSENT)
  return <List value={{ state, send }}>{children}</List>
}

/** One form of the list: its own last answer, whatever has been sent from the others since, and how to send it. */
export function useListed(name: string): [FormState, Send] {
  const { state: last, send } = useContext(List)
  const [state, setState] = useState(sentIn(last) === name ? last : UNSENT)
  if (sentIn(last) === name && last !== state) setState(last)
  return [state, send]
}

/** What was sent last from one of the forms; null before that. */
export function useSent(): { of: string; typed: NonNullable<FormState['typed']> } | null {
  const { state } = useContext(List)
  const of = sentIn(state)
  return of === null || state.typed === null ? null : { of, typed: state.typed }
}

/** The content of a form of the list: filled again with each answer, and disabled while the form is sent. */
export function ListedFields({
  name,
  attempt,
  children,
}: {
  name: string
  attempt: number
  children: (isPending: boolean) => ReactNode
}) {
  const { pending } = useFormStatus()
  return (
    <FormBody key={attempt} isPending={pending}>
      <input type="hidden" name="of" value={name} />
      {children(pending)}
    </FormBody>
  )
}
