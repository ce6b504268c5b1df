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
  rule,
  label,
}: {
  fingerprint: string
  subject: string
  rule: string
  /** The thing, for those who hear one such form after the other; null where it is not known. */
  label: string | null
}) {
  const [state, send] = useListed(fingerprint)
  const form = filled(state.typed ?? {}, state.errors)
  const idOf = (input: string) => `s-${fingerprint}-${input}`
  return (
    <details open={state.typed !== null}>
      <summary>Dismiss{label !== null && <span className="sr-only"> the finding on {label}</span>}</summary>
      <Inset className="mt-2 max-w-xl">
        <form action={send} noValidate>
          <ListedFields name={fingerprint} attempt={state.attempt}>
            {(isPending) => (
              <>
                <ErrorSummary state={state} idOf={idOf} />
                <input type="hidden" name="subject" value={subject} />
                <input type="hidden" name="rule" value={rule} />
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
                  <Button>{isPending ? 'Saving …' : 'Dismiss'}</Button>
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
  const [subject = '', rule = ''] = [sent?.typed.subject?.[0], sent?.typed.rule?.[0]]
  return sent && <SetAsideForm fingerprint={sent.of} subject={subject} rule={rule} label={null} />
}
