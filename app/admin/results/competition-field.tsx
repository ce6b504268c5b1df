'use client'

import { type ReactNode, useState } from 'react'
import { Candidates } from '@/components/form/candidates'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Candidate, Filled } from '@/components/form/form-state'
import { InsetDetails } from '@/components/form/inset'
import { fieldLabel } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { useSearch } from '@/components/form/use-search'
import { venueText } from '@/components/record/venue'
import { decodeReferences } from '@/lib/form/reference'
import type { Competition } from '@/lib/record/competition'
import { competitionLabel } from '@/lib/record/competition-form'
import { CATEGORY } from '@/lib/record/things/words'
import { CATEGORIES } from '@/lib/sport/championships'

const NEW = 'newCompetition'
/** The hidden input, and each radio button after it. */
const REFERENCE = 'competitionReference'

/**
 * The competition, found by typing: from a list that follows what is typed, or, without JavaScript, by the server when
 * the form is sent. Where the text may mean several, they are offered; where it means none, one can be made.
 */
export function CompetitionField({
  form,
  idOf,
  known,
  candidates,
  series,
  onFound,
}: {
  form: Filled
  idOf: (input: string) => string
  known: readonly Competition[]
  candidates: readonly Candidate[]
  series: readonly string[]
  /** Called with the competitions that the server found for what was typed. */
  onFound: (competitions: Competition[]) => void
}) {
  const [text, setText] = useState('')
  useSearch('/admin/competitions', text, onFound)
  const isMaking = ['Name', 'Year', 'City', 'Country', 'Start', 'End', 'Series', 'Category'].some(
    (part) => form.error(`${NEW}${part}`) || (part !== 'Category' && form.value(`${NEW}${part}`) !== ''),
  )
  return (
    <>
      <TextField
        id={idOf('competition')}
        name="competition"
        label={fieldLabel('competition')}
        error={form.error('competition')}
        hint="Type its name and year: Fukuoka Marathon 2014."
        defaultValue={form.value('competition')}
        onInput={(event) => setText(event.currentTarget.value)}
        list={idOf('competitions')}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={idOf('competitions')}>
        {known.map((competition) => (
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
          candidates={candidates}
          asked={form.value('competition')}
          chosen={decodeReferences([form.value(REFERENCE, 1)])[0]?.slug}
        />
      )}
      <InsetDetails summary="Make a new competition" open={isMaking}>
        <NewCompetitionFields form={form} idOf={idOf} series={series}>
          If this is filled in, the result is filed under the new competition, whatever stands above.
        </NewCompetitionFields>
      </InsetDetails>
    </>
  )
}

function NewCompetitionFields({
  form,
  idOf,
  series,
  children,
}: {
  form: Filled
  idOf: (input: string) => string
  series: readonly string[]
  children: ReactNode
}) {
  const parts = (part: string) => {
    const name = `${NEW}${part}`
    return {
      id: idOf(name),
      name,
      label: fieldLabel(name),
      error: form.error(name),
      defaultValue: form.value(name),
      autoComplete: 'off',
    }
  }
  return (
    <>
      <Hint className="mb-3">{children}</Hint>
      <FieldsGrid>
        <TextField {...parts('Name')} size="half" hint="Without the year: Fukuoka Marathon." />
        <TextField {...parts('Year')} inputMode="numeric" hint="In which it was held." />
        <SelectField
          {...parts('Category')}
          defaultValue={form.value(`${NEW}Category`) || 'ROAD_RACE'}
          choices={CATEGORIES.map((category) => [category, CATEGORY[category]] as const)}
        />
        <TextField {...parts('City')} />
        <TextField {...parts('Country')} hint="MGL or Mongolia." list={idOf('countries')} />
        <TextField {...parts('Start')} hint="As far as it is known." />
        <TextField {...parts('End')} hint="If it lasted longer." />
        <TextField
          {...parts('Series')}
          size="half"
          hint="Blank: the series that has the same name, if there is one."
          list={idOf('series')}
        />
      </FieldsGrid>
      <datalist id={idOf('series')}>
        {series.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
