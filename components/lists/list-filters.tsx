import { type MarkList, markListAddress, sexSlug, usualSex } from '@/lib/pages/mark-list'
import { countryName } from '@/lib/sport/countries'
import type { Sex } from '@/lib/sport/performance'
import { type ListKey, listInWords, MAIN_LIST } from '@/lib/sport/separate-lists'
import { ChipRow } from './chips'
import { ChooseForm } from './choose-form'
import { Filters } from './filters'
import { SEX } from './sex-labels'

interface Narrowing {
  list: MarkList
  /** By code. */
  countries: readonly string[]
  years: readonly number[]
}

/** What a list of marks can be narrowed to: plain links where there are few choices, a plain form where there are many. */
export function ListFilters({
  list,
  sexes,
  keys,
  countries,
  years,
}: Narrowing & { sexes: readonly Sex[]; keys: readonly ListKey[] }) {
  const chip = (text: string, changed: Partial<MarkList>) => {
    const other = { ...list, ...changed }
    return { text, address: markListAddress(other), chosen: markListAddress(other) === markListAddress(list) }
  }
  const lists = keys.includes(list.key) ? keys : [...keys, list.key]
  const offered = sexes.includes(list.sex) ? sexes : [...sexes, list.sex]
  return (
    <>
      <Filters label="Filter the list">
        {offered.length > 1 && (
          <ChipRow
            label="Whose"
            chips={offered.map((sex) => chip(SEX[sex], { sex, key: MAIN_LIST, country: null, year: null }))}
          />
        )}
        <ChipRow
          label="Listed"
          chips={[
            chip('Best of each athlete', { performances: false }),
            chip('All performances', { performances: true }),
          ]}
        />
        {lists.length > 1 && (
          <ChipRow label="List" chips={lists.map((key) => chip(listName(key), { key, all: false }))} />
        )}
        {list.key === MAIN_LIST && (
          <ChipRow
            label="Marks"
            chips={[chip('Marks that count', { all: false }), chip('All marks, with the reason', { all: true })]}
          />
        )}
      </Filters>
      <NarrowForm list={list} countries={countries} years={years} />
    </>
  )
}

/** "Main list", "On the short track", "T54". */
function listName(key: ListKey): string {
  return listInWords(key).replace(/^./, (letter) => letter.toUpperCase())
}

/** The list of one country or year alone; what else was chosen stays. */
function NarrowForm({ list, countries, years }: Narrowing) {
  return (
    <ChooseForm
      action={`/disciplines/${list.discipline}`}
      label="Narrow the list"
      choices={[
        {
          name: 'country',
          label: 'Country',
          value: list.country ?? '',
          options: [
            ['', 'All countries'],
            ...countries
              .map((code): [string, string] => [code, countryName(code)])
              .sort(([, a], [, b]) => a.localeCompare(b, 'en')),
          ],
        },
        {
          name: 'year',
          label: 'Year',
          value: list.year === null ? '' : String(list.year),
          options: [['', 'All years'], ...years.map((year): [string, string] => [String(year), String(year)])],
        },
      ]}
      kept={{
        sex: list.sex === usualSex(list.discipline) ? null : sexSlug(list.sex),
        kind: list.key === MAIN_LIST ? null : list.key,
        marks: list.all ? 'all' : null,
        list: list.performances ? 'performances' : null,
      }}
    />
  )
}
