'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { FieldErrors } from '@/lib/form/field-errors'
import { Button } from '../form/button'
import { Choice } from '../form/choice'
import { SelectField, TextField } from '../form/field'
import { Notice } from '../form/notice'
import { ShownOnce } from './shown-once'

/** The answer to one of the small forms about accounts. */
export interface AccountFormState {
  attempt: number
  /** What was typed, by input, to be given back; never a password or a code. */
  typed: Record<string, string>
  /** By the name of the input; `form` is about none of them. */
  errors: FieldErrors
  /** What was done, in a sentence. */
  done: string | null
  /** Recovery codes, or a link to hand over: they cannot be read again. */
  once: { codes: string[] } | { link: string; isMailed: boolean } | null
}

export const UNSENT_ACCOUNT_FORM: AccountFormState = { attempt: 0, typed: {}, errors: {}, done: null, once: null }

export interface AccountField {
  name: string
  label: string
  type?: 'text' | 'email' | 'password' | 'select' | 'checkbox'
  hint?: string
  autoComplete?: string
  /** Digits alone: a phone shows its number keys. */
  isNumber?: boolean
  /** What it shows before anything was typed; of a checkbox, "on" for ticked. */
  value?: string
  choices?: readonly (readonly [value: string, words: string])[]
}

/** A small form: a few fields and a button. Passwords and codes are typed anew after each answer. */
export function AccountForm({
  id,
  action,
  fields,
  hidden = {},
  button,
  look = 'plain',
  isOneTime = false,
  children,
}: {
  /** Unique in the page. */
  id: string
  action: (state: AccountFormState, form: FormData) => Promise<AccountFormState>
  fields: readonly AccountField[]
  hidden?: Readonly<Record<string, string>>
  button: string
  look?: 'plain' | 'primary' | 'danger'
  /** Whether nothing is left to do once it was done. */
  isOneTime?: boolean
  /** Before the fields. */
  children?: ReactNode
}) {
  const [state, send, isPending] = useActionState(action, UNSENT_ACCOUNT_FORM)
  const { attempt, typed, errors, done, once } = state
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // What has to be read next takes the focus after every answer.
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[data-answer], [aria-invalid]')?.focus()
  }, [attempt])
  const isOver = isOneTime && done !== null
  const asked = isOver ? [] : fields
  return (
    <form ref={form} action={send} noValidate className="max-w-md">
      <fieldset key={attempt} disabled={isPending} className="grid min-w-0 gap-4 disabled:cursor-progress">
        {errors.form && (
          <Notice look="danger" role="alert" tabIndex={-1} data-answer="">
            <p>{errors.form}</p>
          </Notice>
        )}
        {done !== null && (
          <Notice role="status" tabIndex={-1} data-answer="">
            <p>{done}</p>
            {once && <ShownOnce once={once} />}
          </Notice>
        )}
        {!isOver && children}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {asked.map((field) => (
          <FieldOf key={field.name} id={`${id}-${field.name}`} field={field} typed={typed} error={errors[field.name]} />
        ))}
        {!isOver && (
          <div>
            <Button look={look}>{button}</Button>
          </div>
        )}
      </fieldset>
    </form>
  )
}

function FieldOf({
  id,
  field: { name, label, type = 'text', hint, autoComplete = 'off', isNumber = false, value = '', choices },
  typed,
  error,
}: {
  id: string
  field: AccountField
  typed: Record<string, string>
  error: string | undefined
}) {
  const shown = typed[name] ?? value
  if (type === 'checkbox') {
    return (
      <Choice type="checkbox" name={name} defaultChecked={shown === 'on'}>
        {label}
      </Choice>
    )
  }
  const parts = { id, name, label, hint, error }
  if (type === 'select') return <SelectField {...parts} choices={choices ?? []} defaultValue={shown} />
  return (
    <TextField
      {...parts}
      type={type}
      autoComplete={autoComplete}
      inputMode={isNumber ? 'numeric' : undefined}
      spellCheck={false}
      defaultValue={type === 'password' ? '' : shown}
      required
    />
  )
}
