'use client'

import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea, TextField } from '@/components/form/field'
import { FormButtons } from '@/components/form/form-body'
import { ListedFields, useListed, useSent } from '@/components/form/form-list'
import { filled } from '@/components/form/form-state'
import { Inset } from '@/components/form/inset'

const LABELS: Record<string, string> = { reason: 'Why the record stays as it is', change: 'Number of the change' }
const labelOf = (input: string) => LABELS[input] ?? input

/** Answers the suggestions about a figure without its form: declined for a reason, or done by another change. */
export function AnswerForm({ id, about }: { id: string; about: string }) {
  const [state, send] = useListed(id)
  const form = filled(state.typed ?? {}, state.errors)
  const idOf = (input: string) => `a-${id}-${input}`
  const parts = (name: string) => ({
    id: idOf(name),
    name,
    label: labelOf(name),
    error: form.error(name),
    defaultValue: form.value(name),
  })
  return (
    <details open={state.typed !== null}>
      <summary>
        Answer<span className="sr-only"> the suggestion about {about}</span>
      </summary>
      <Inset className="mt-2 max-w-xl">
        <form action={send} noValidate>
          <ListedFields name={id} attempt={state.attempt}>
            {(isPending) => (
              <div className="grid gap-4">
                <ErrorSummary state={state} idOf={idOf} labelOf={labelOf} />
                <TextArea {...parts('reason')} hint="The sender reads it." rows={2} />
                <TextField
                  {...parts('change')}
                  hint="Where a change of the record has answered it already."
                  inputMode="numeric"
                />
                <FormButtons>
                  <Button>{isPending ? 'Saving …' : 'Answer'}</Button>
                </FormButtons>
              </div>
            )}
          </ListedFields>
        </form>
      </Inset>
    </details>
  )
}

/** The form that was sent, for somebody who has been signed out meanwhile: it holds nothing of the record. */
export function SentAnswer() {
  const sent = useSent()
  return sent && <AnswerForm id={sent.of} about="" />
}
