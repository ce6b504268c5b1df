'use client'

import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { TextArea } from '@/components/form/field'
import { FormButtons } from '@/components/form/form-body'
import { ListedFields, useListed, useSent } from '@/components/form/form-list'
import { filled } from '@/components/form/form-state'
import { Inset } from '@/components/form/inset'

/** Leaves what a rule noticed as it is, for a reason. */
export function SetAsideForm({
  fingerprint,
  subject,
  label,
}: {
  fingerprint: string
  subject: string
  /** The thing, for those who hear one such form after the other; null where it is not known. */
  label: string | null
}) {
  const [state, send] = useListed(fingerprint)
  const form = filled(state.typed ?? {}, state.errors)
  const idOf = (input: string) => `s-${fingerprint}-${input}`
  return (
    <details open={state.typed !== null}>
      <summary>Set aside{label !== null && <span className="sr-only"> the finding on {label}</span>}</summary>
      <Inset className="mt-2 max-w-xl">
        <form action={send} noValidate>
          <ListedFields name={fingerprint} attempt={state.attempt}>
            {(isPending) => (
              <>
                <ErrorSummary state={state} idOf={idOf} />
                <input type="hidden" name="subject" value={subject} />
                <TextArea
                  id={idOf('reason')}
                  name="reason"
                  label="Why it stays as it is"
                  hint="It comes back when what it rests on changes."
                  error={form.error('reason')}
                  defaultValue={form.value('reason')}
                  rows={2}
                />
                <FormButtons>
                  <Button>{isPending ? 'Saving …' : 'Set it aside'}</Button>
                </FormButtons>
              </>
            )}
          </ListedFields>
        </form>
      </Inset>
    </details>
  )
}

/** The form that was sent, for somebody who has been signed out meanwhile: it holds nothing of the record. */
export function SentSetAside() {
  const sent = useSent()
  return sent && <SetAsideForm fingerprint={sent.of} subject={sent.typed.subject?.[0] ?? ''} label={null} />
}
