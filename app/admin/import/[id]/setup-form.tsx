'use client'

import { useActionState } from 'react'
import { Button } from '@/components/form/button'
import { ErrorSummary } from '@/components/form/error-summary'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormBody, FormButtons } from '@/components/form/form-body'
import { type FormState, filled, UNSENT } from '@/components/form/form-state'
import { Group } from '@/components/form/group'
import { SEX } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { useResilientAction } from '@/components/form/resilient-action'
import { FORMATS } from '@/lib/import/format'
import { ENCODINGS, type ImportSetup } from '@/lib/import/setup'
import { ROUND } from '@/lib/record/things/words'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { TableColumns } from './table-columns'

const idOf = (input: string) => `s-${input}`
const DELIMITERS = [
  [',', 'Comma'],
  [';', 'Semicolon'],
  ['\\t', 'Tab'],
  ['|', 'Bar'],
] as const
/** More tables are read, but not laid out column by column. */
const SHOWN_TABLES = 8

/** How a file is read: what was guessed, and why, for the editor to change. */
export function ImportSetupForm({
  action,
  setup,
  publications,
  firstTable,
  path,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>
  setup: ImportSetup
  publications: readonly string[]
  /** The first of the tables that are laid out column by column, from 0. */
  firstTable: number
  path: string
}) {
  const [state, send, isPending] = useActionState(useResilientAction(action), UNSENT)
  const form = filled(state.typed ?? initialOf(setup), state.errors)
  const parts: Parts = (name, label) => ({
    id: idOf(name),
    name,
    label,
    error: form.error(name),
    defaultValue: form.value(name),
  })
  return (
    <form action={send} noValidate>
      <FormBody key={state.attempt} isPending={isPending}>
        <ErrorSummary state={state} idOf={idOf} />
        <FormatFields setup={setup} publications={publications} parts={parts} />
        <ContextFields parts={parts} named={setup.named ?? {}} />
        {setup.tables.slice(firstTable, firstTable + SHOWN_TABLES).map((table, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a table is its number
          <TableColumns key={`${firstTable + at}-${table.title}`} table={table} index={firstTable + at} />
        ))}
        {setup.tables.length > SHOWN_TABLES && (
          <MoreTables total={setup.tables.length} first={firstTable} path={path} />
        )}
        <FormButtons hint="Nothing is written yet.">
          <Button look="primary">{isPending ? 'Beginning …' : 'Show what would happen'}</Button>
        </FormButtons>
      </FormBody>
    </form>
  )
}

/** The way to the other tables: what was chosen for these is kept once the list is read. */
function MoreTables({ total, first, path }: { total: number; first: number; path: string }) {
  const starts = Array.from({ length: Math.ceil(total / SHOWN_TABLES) }, (_, page) => page * SHOWN_TABLES)
  return (
    <nav aria-label="Tables" className="my-4">
      <Hint>
        The list has {total} tables. Read it before you go on to others, so that what you changed here is kept.
      </Hint>
      <ul className="mt-1.5 flex flex-wrap gap-x-4">
        {starts.map((start) => (
          <li key={start}>
            <a href={`${path}?tables=${start}`} aria-current={start === first ? 'page' : undefined}>
              {start + 1} to {Math.min(start + SHOWN_TABLES, total)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The parts of a field that all its kinds have, by the field's name. */
type Parts = (
  name: string,
  label: string,
) => {
  id: string
  name: string
  label: string
  error: string | undefined
  defaultValue: string
}

function FormatFields({
  setup,
  publications,
  parts,
}: {
  setup: ImportSetup
  publications: readonly string[]
  parts: Parts
}) {
  return (
    <FieldsGrid className="max-w-4xl">
      <SelectField
        {...parts('format', 'Format')}
        size="half"
        hint={setup.formatReason}
        choices={FORMATS.map(({ format, label }) => [format, label] as const)}
      />
      <SelectField
        {...parts('encoding', 'Encoding')}
        hint={setup.encodingReason}
        choices={[...new Set<string>([...ENCODINGS, setup.encoding])].map((encoding) => [encoding, encoding] as const)}
      />
      {setup.format === 'csv' && <SelectField {...parts('delimiter', 'Between columns')} choices={DELIMITERS} />}
      <SelectField
        {...parts('dayOrder', 'Dates such as 3/4/2014')}
        choices={[
          ['', 'Refuse them; ask about a heading’s'],
          ['DMY', 'Day first'],
          ['MDY', 'Month first'],
        ]}
      />
      <TextField
        {...parts('publication', 'Whose lists')}
        hint="Columns are read as in its last list."
        list={idOf('publications')}
        autoComplete="off"
      />
      <datalist id={idOf('publications')}>
        {publications.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FieldsGrid>
  )
}

/** What is true of the rows that do not say it themselves. */
function ContextFields({ parts, named }: { parts: Parts; named: ImportSetup['context'] }) {
  const isNamed = Object.values(named).some((value) => value !== null)
  return (
    <Group legend="For rows that do not say it themselves" className="mt-6 max-w-4xl">
      <Hint>
        {isNamed && 'Filled in from the name of the file: look whether it is right. '}Where a row says otherwise, you
        are asked.
      </Hint>
      <FieldsGrid>
        <SelectField
          {...parts('discipline', 'Discipline')}
          choices={[['', 'Each row says it'], ...DISCIPLINES.map(({ slug, name }) => [slug, name] as const)]}
        />
        <SelectField {...parts('sex', 'Men or women')} choices={[['', 'Each row says it'], ...Object.entries(SEX)]} />
        <SelectField
          {...parts('round', 'Round')}
          choices={[['', 'Each row says it, or a final'], ...Object.entries(ROUND)]}
        />
        <TextField {...parts('ageGroup', 'Age group')} hint="U20, M40 …" autoComplete="off" />
        <TextField {...parts('paraClass', 'Para class')} hint="T54, F46 …" autoComplete="off" />
        <TextField {...parts('athlete', 'Athlete')} hint="Where all rows are of one." autoComplete="off" />
        <TextField {...parts('date', 'Date')} hint="2014, 2014-12 or 2014-12-07." autoComplete="off" />
        <TextField {...parts('competition', 'Competition')} autoComplete="off" />
        <TextField {...parts('city', 'Town')} autoComplete="off" />
        <TextField {...parts('country', 'Country of the venue')} hint="MGL, JPN …" autoComplete="off" />
      </FieldsGrid>
    </Group>
  )
}

function initialOf({ format, encoding, delimiter, dayOrder, ...setup }: ImportSetup): Record<string, string[]> {
  const context = { ...setup.named, ...setup.context }
  return {
    format: [format],
    encoding: [encoding],
    delimiter: [delimiter === '\t' ? '\\t' : (delimiter ?? '')],
    dayOrder: [dayOrder ?? ''],
    discipline: [context.discipline ?? ''],
    sex: [context.sex ?? ''],
    date: [context.date ?? ''],
    competition: [context.competition ?? ''],
    city: [context.city ?? ''],
    country: [context.countryCode ?? ''],
    athlete: [context.athlete ?? ''],
    round: [context.round ?? ''],
    ageGroup: [context.ageGroup ?? ''],
    paraClass: [context.paraClass ?? ''],
  }
}
