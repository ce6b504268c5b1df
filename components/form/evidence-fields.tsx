import { DESCRIPTION } from '@/lib/record/evidence'
import type { SourceChoice } from '@/lib/record/source-choice'
import { TextArea, TextField } from './field'
import { FieldsGrid } from './fields-grid'
import type { Filled } from './form-state'
import { InsetDetails } from './inset'
import { fieldLabel } from './labels'
import { SourceField } from './source-field'

/** The reason and the source, which every save must have. */
export function EvidenceFields({
  form,
  sources,
  candidates = [],
  idOf,
  labelOf = fieldLabel,
}: {
  form: Filled
  /** What is offered before anything is typed. */
  sources: readonly SourceChoice[]
  /** The answer's `sourceCandidates`: which sources may be meant. */
  candidates?: readonly SourceChoice[]
  idOf: (input: string) => string
  /** Distinguishes them from the same fields of another form on the page. */
  labelOf?: (input: string) => string
}) {
  const parts = (name: string) => ({
    id: idOf(name),
    name,
    label: labelOf(name),
    error: form.error(name),
    defaultValue: form.value(name),
  })
  const isDescribing = DESCRIPTION.some((name) => form.value(name) !== '' || form.error(name))
  return (
    <>
      <FieldsGrid>
        <TextArea
          {...parts('reason')}
          size="whole"
          rows={2}
          hint="It stands in the public history: what was wrong, or what is new."
        />
        <SourceField form={form} idOf={idOf} label={labelOf('source')} sources={sources} candidates={candidates} />
        <TextField
          {...parts('locator')}
          size="whole"
          hint="A page, a paragraph, a row of a table."
          autoComplete="off"
        />
      </FieldsGrid>
      <InsetDetails summary="Describe a new source" className="mt-4" open={isDescribing}>
        <FieldsGrid>
          <TextField {...parts('publication')} size="half" hint="The newspaper, federation or site." />
          <TextField {...parts('title')} size="half" />
          <TextField {...parts('author')} autoComplete="off" />
          <TextField {...parts('translator')} autoComplete="off" />
          <TextField {...parts('sourceDate')} hint="2014, 2014-12 or 2014-12-07." />
          <TextField {...parts('language')} hint="en, mn, ja …" autoComplete="off" />
          <TextField {...parts('url')} size="half" type="url" hint="Begins with https://" />
          <TextField {...parts('accessed')} hint="The day, where it may change." autoComplete="off" />
        </FieldsGrid>
      </InsetDetails>
    </>
  )
}
