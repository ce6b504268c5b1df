'use client'

import { useState } from 'react'
import { RaceFields } from '@/app/admin/results/race-fields'
import { Candidates } from '@/components/form/candidates'
import { TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Candidate, Filled } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { useSearch } from '@/components/form/use-search'
import { venueText } from '@/components/record/venue'
import { decodeReferences } from '@/lib/form/reference'
import type { Competition } from '@/lib/record/competition'
import { competitionLabel } from '@/lib/record/competition-form'
import { idOf, sheetLabel } from './sheet-labels'

const REFERENCE = 'competitionReference'
/** What server/imports/sheet.ts takes for a competition that the record does not have. */
const NEW: Candidate = { slug: 'new', label: 'One that the record does not have', detail: '' }

const partsOf = (form: Filled) => (name: string) => ({
  id: idOf(name),
  name,
  label: sheetLabel(name),
  error: form.error(name),
  defaultValue: form.value(name),
  autoComplete: 'off',
})

/** What the rows of a race have in common, reason and source apart. */
export function RaceHead({
  form,
  competitions,
  candidates,
}: {
  form: Filled
  /** What is offered before anything is typed. */
  competitions: readonly Competition[]
  candidates: readonly Candidate[]
}) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<Competition[]>([])
  useSearch('/admin/competitions', text, setFound)
  const parts = partsOf(form)
  const known = new Map([...competitions, ...found].map((competition) => [competition.slug, competition]))
  const isNew = ['city', 'hostCountry'].some((name) => form.value(name) !== '' || form.error(name))
  return (
    <div className="grid gap-4">
      <FieldsGrid>
        <TextField
          {...parts('competition')}
          size="half"
          hint="Type its name and year: Fukuoka Marathon 2014."
          onInput={(event) => setText(event.currentTarget.value)}
          list={idOf('competitions')}
          spellCheck={false}
        />
        <TextField {...parts('date')} hint="Of the race; blank if it is the competition’s." />
      </FieldsGrid>
      <datalist id={idOf('competitions')}>
        {[...known.values()].map((competition) => (
          <option key={competition.slug} value={competitionLabel(competition)}>
            {venueText(competition)}
          </option>
        ))}
      </datalist>
      <input type="hidden" name={REFERENCE} value={form.value(REFERENCE)} />
      {candidates.length > 0 && (
        <Candidates
          name={REFERENCE}
          legend="Which competition is meant?"
          candidates={[...candidates, NEW]}
          asked={form.value('competition')}
          chosen={decodeReferences([form.value(REFERENCE, 1)])[0]?.slug}
        />
      )}
      <RaceFields form={form} idOf={idOf} />
      <InsetDetails summary="A competition that the record does not have" open={isNew}>
        <FieldsGrid>
          <TextField {...parts('city')} />
          <TextField {...parts('hostCountry')} hint="JPN or Japan." />
        </FieldsGrid>
      </InsetDetails>
    </div>
  )
}

/** The same of an athlete's season. */
export function SeasonHead({ form }: { form: Filled }) {
  const parts = partsOf(form)
  return (
    <FieldsGrid>
      <TextField {...parts('date')} label="Year" hint="For dates without one: 7 Dec." inputMode="numeric" />
      <TextField {...parts('countryCode')} hint="In all these results: MGL or Mongolia." />
    </FieldsGrid>
  )
}
