'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, UNSENT } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { fieldLabel } from '@/components/form/labels'
import { useResilientAction } from '@/components/form/resilient-action'

const idOf = (input: string) => `u-${input}`

/** Takes back an import: whole, or the rows of this page that are ticked. */
export function ImportUndoForm({
  action,
  rows,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  rows: readonly { line: number; raw: string }[]
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  return (
    <form action={send} noValidate className="max-w-2xl">
      <FormBody key={state.attempt} isPending={isPending} enter="all">
        <ErrorSummary state={state} idOf={idOf} />
        <TextArea
          id={idOf('reason')}
          name="reason"
          label={fieldLabel('reason')}
          hint="It stands in the public history."
          error={state.errors.reason}
          defaultValue={state.typed?.reason?.[0]}
          rows={2}
        />
        {rows.length > 0 && (
          <InsetDetails summary="Only some of the rows on this page" className="mt-4">
            {rows.map(({ line, raw }) => (
              <Choice key={line} type="checkbox" name="line" value={line}>
                <span className="text-xs wrap-anywhere">
                  {line}: {raw}
                </span>
              </Choice>
            ))}
            <FormButtons>
              <Button look="danger" name="which" value="lines">
                Take back what is ticked
              </Button>
            </FormButtons>
          </InsetDetails>
        )}
        <FormButtons>
          <Button look="danger" name="which" value="all">
            Take back the whole import
          </Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}
