'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'
import { Lead } from '@/components/ui/lead'
import type { Typed } from '@/lib/form/typed'
import type { PutBackView } from '@/lib/record/put-back-view'
import { PutBackChoices } from './put-back-choices'

export interface PutBackState extends FormState {
  /** How it stands by now, where nothing was put back; null before anything was sent. */
  view: PutBackView | null
  /** Whether something has moved, so that what was ticked before is no answer to it. */
  isMoved: boolean
}

const UNSENT_PUT_BACK: PutBackState = { ...UNSENT, view: null, isMoved: false }
const idOf = (input: string) => `f-${input}`

/**
 * Which figures are put back, and why.
 *
 * @param view null where the session has ended: nothing of the record is shown, and nothing typed is lost.
 */
export function PutBackForm({
  action,
  view,
  button,
  side = null,
}: {
  action: (state: PutBackState, form: FormData) => Promise<PutBackState>
  view: PutBackView | null
  button: string
  /** The side of a revision, which is sent along. */
  side?: 'before' | 'after' | null
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT_PUT_BACK)
  const now = state.view ?? view
  const isOver = now?.choices.every(({ state }) => state === 'stands' || state === 'done') ?? false
  return (
    <form action={send} noValidate className="max-w-3xl">
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        {now ? (
          <PutBackChoices view={now} ticked={state.isMoved ? null : state.typed} />
        ) : (
          <KeptChoices typed={state.typed} />
        )}
        {side && <input type="hidden" name="side" value={state.typed?.side?.[0] ?? side} />}
        {isOver && <Lead>Nothing to {button.toLowerCase()}: all of it stands as before already.</Lead>}
        {(!isOver || state.attempt > 0) && (
          <TextArea
            id={idOf('reason')}
            name="reason"
            label={fieldLabel('reason')}
            hint="It stands in the public history."
            error={state.errors.reason}
            defaultValue={state.typed?.reason?.[0]}
            rows={2}
          />
        )}
        {!isOver && (
          <FormButtons>
            <Button look="danger">{button}</Button>
          </FormButtons>
        )}
      </FormBody>
    </form>
  )
}

/** What was chosen, kept where nothing of the record may be shown. */
export function KeptChoices({ typed }: { typed: Typed | null }) {
  return ['token', 'figure', 'more'].flatMap((name) =>
    (typed?.[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  )
}
