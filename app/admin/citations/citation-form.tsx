'use client'

import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormButtons } from '@/components/form/form-body'
import { ListedFields, useListed, useSent } from '@/components/form/form-list'
import { filled } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { Inset } from '@/components/form/inset'
import { rejectionChoices } from '@/components/form/labels'
import type { Citation } from '@/lib/record/source'

/** Puts one citation right, or takes it away, in one step either way. */
export function CitationForm({
  id,
  citation,
  version,
}: {
  id: string
  /** Null where it is not known, and the form holds only what was sent. */
  citation: Pick<Citation, 'locator' | 'asserts' | 'rejection' | 'source'> | null
  version: number | null
}) {
  const [state, send] = useListed(id)
  const idOf = (input: string) => `c-${id}-${input}`
  const initial = citation && {
    locator: [citation.locator],
    asserts: [citation.asserts ?? ''],
    rejection: [citation.rejection ?? ''],
  }
  const form = filled(state.typed ?? initial ?? {}, state.errors)
  return (
    <details className="mt-2" open={state.typed !== null}>
      <summary>
        Change or withdraw
        {citation && (
          <span className="sr-only">
            {' '}
            the citation of {citation.source.publication}, {citation.locator}
          </span>
        )}
      </summary>
      <Inset className="mt-2 max-w-3xl">
        <form action={send} noValidate>
          <ListedFields name={id} attempt={state.attempt}>
            {(isPending) => (
              <>
                <ErrorSummary state={state} idOf={idOf} />
                <input type="hidden" name="version" value={state.version ?? version ?? ''} />
                <CitationInputs parts={inputProps(form, idOf)} isPending={isPending} />
              </>
            )}
          </ListedFields>
        </form>
      </Inset>
    </details>
  )
}

function CitationInputs({ parts, isPending }: { parts: ReturnType<typeof inputProps>; isPending: boolean }) {
  return (
    <>
      <FieldsGrid>
        <TextField {...parts('locator')} size="half" autoComplete="off" />
        <TextField {...parts('asserts')} size="half" hint="Empty where it supports the whole." autoComplete="off" />
        <SelectField
          {...parts('rejection')}
          size="half"
          hint="Only where it differs from the record."
          choices={rejectionChoices('–')}
        />
        <TextArea {...parts('reason')} size="whole" rows={2} hint="It stands in the public history." />
      </FieldsGrid>
      <FormButtons>
        <Button name="intent" value="change">
          {isPending ? 'Saving …' : 'Change the citation'}
        </Button>
        <Button look="danger" name="intent" value="withdraw">
          Withdraw the citation
        </Button>
      </FormButtons>
    </>
  )
}

/** The form that was sent, for somebody who has been signed out meanwhile: it holds nothing of the record. */
export function SentCitation() {
  const sent = useSent()
  return sent && <CitationForm id={sent.of} citation={null} version={null} />
}
