'use client'

import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from './error-summary'
import { TextArea } from './field'
import { FormBody, FormButtons } from './form-body'
import { type FormState, UNSENT } from './form-state'
import { entityLabel, fieldLabel } from './labels'
import { Notice } from './notice'
import { useResilientAction } from './resilient-action'

export interface LeftBehind {
  revisionId: number
  /** The table of the row that was not put back. */
  entity: string
}

export interface ReasonFormState extends FormState {
  /** Where something was put back and something was left: the change that did it, and what it left. */
  done: { changeSetId: number } | null
  left: LeftBehind[]
}

const UNSENT_REASON: ReasonFormState = { ...UNSENT, done: null, left: [] }
const idOf = (input: string) => `f-${input}`

/** Asks why, and does something of the history's: undo a change, put a row back. */
export function ReasonForm({
  action,
  children,
}: {
  action: (state: ReasonFormState, form: FormData) => Promise<ReasonFormState>
  /** The buttons. */
  children: ReactNode
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_REASON)
  return (
    <form action={send} noValidate className="max-w-2xl">
      <FormBody key={state.attempt} isPending={isPending}>
        {state.done ? (
          <Notice title="Undone, but not all of it" className="mb-6" role="status">
            <p>
              What nobody has touched since was put back:{' '}
              <a href={`/admin/saved/${state.done.changeSetId}`}>see what</a>.
            </p>
            <Left left={state.left} />
          </Notice>
        ) : (
          <ErrorSummary state={state} idOf={idOf} />
        )}
        {!state.done && <Left left={state.left} />}
        <TextArea
          id={idOf('reason')}
          name="reason"
          label={fieldLabel('reason')}
          hint="It stands in the public history."
          error={state.errors.reason}
          defaultValue={state.typed?.reason?.[0]}
          rows={2}
        />
        <FormButtons>{children}</FormButtons>
      </FormBody>
    </form>
  )
}

function Left({ left }: { left: LeftBehind[] }) {
  if (left.length === 0) return null
  return (
    <>
      <p className="mt-2">These were changed by somebody since, or others rest on them by now, and were left:</p>
      <ul className="mb-3">
        {left.map(({ revisionId, entity }) => (
          <li key={revisionId}>
            <a href={`/admin/revisions/${revisionId}`}>
              {entityLabel(entity)}, revision {revisionId}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
