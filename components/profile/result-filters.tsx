import {
  filterResults,
  RESULT_KINDS,
  type ResultFilter,
  type ResultKind,
  resultsAddress,
} from '@/lib/pages/result-filter'
import type { Result } from '@/lib/record/result'
import { countryName } from '@/lib/sport/countries'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { FilterRow, Filters } from '../lists/filters'
import { count } from '../record/labels'
import type { RecordView } from '../record/view'
import { Chip } from '../ui/chip'

const KINDS: Record<ResultKind, string> = {
  championships: 'Championships',
  'city-races': 'Road races',
  track: 'Track',
}

type Shown = Pick<RecordView, 'slug' | 'query'>

/** The year, discipline, kind and country of results as ordinary links, each with how many results it leads to. */
export function ResultFilters({
  view,
  results,
  current,
}: {
  view: Shown
  results: readonly Result[]
  current: ResultFilter
}) {
  const years = [...new Set(results.map(({ date }) => yearOf(date)))]
  const disciplines = [...new Set(results.map((result) => result.discipline))]
  const countries = [...new Set(results.flatMap(({ venue }) => venue.countryCode ?? []))]
  const choices = [
    {
      label: 'Kind',
      counted: true,
      options: RESULT_KINDS.map((kind) => ({ text: KINDS[kind], filter: { ...current, kind } })),
      none: { ...current, kind: null },
    },
    {
      label: 'Event',
      counted: true,
      options: disciplines.map((it) => ({ text: discipline(it).name, filter: { ...current, discipline: it } })),
      none: { ...current, discipline: null },
    },
    {
      label: 'Year',
      counted: false,
      options: years.map((year) => ({ text: String(year), filter: { ...current, year } })),
      none: { ...current, year: null },
    },
    {
      label: 'Country',
      counted: true,
      options: countries
        .map((country) => ({ text: countryName(country), filter: { ...current, country } }))
        .sort((a, b) => a.text.localeCompare(b.text, 'en')),
      none: { ...current, country: null },
    },
  ]
  return (
    // On a phone each row slides along: there may be thirty years of them.
    <div className="max-sm:[&_li]:shrink-0 max-sm:[&_:is(nav,nav>div)]:grid-cols-[minmax(0,1fr)] max-sm:[&_ul]:relative max-sm:[&_ul]:flex-nowrap max-sm:[&_ul]:overflow-x-auto max-sm:[&_ul]:pb-1 sm:[&_nav>div]:grid-cols-[5rem_minmax(0,1fr)]">
      <Filters label="Filter the results">
        {choices.map(({ label, counted, options, none }) => (
          <FilterRow key={label} label={label}>
            <Choice text="All" filter={none} {...{ view, results, current, counted }} />
            {options.map(({ text, filter }) => (
              <Choice key={text} {...{ text, filter, view, results, current, counted }} />
            ))}
          </FilterRow>
        ))}
      </Filters>
    </div>
  )
}

/** A choice that would leave nothing is not offered, unless it is the one that was made. */
function Choice({
  text,
  filter,
  view,
  results,
  current,
  counted,
}: {
  text: string
  filter: ResultFilter
  view: Shown
  results: readonly Result[]
  current: ResultFilter
  /** Beside a year, a number would read as part of it. */
  counted: boolean
}) {
  const address = resultsAddress(view.slug, filter, view.query)
  const chosen = address === resultsAddress(view.slug, current, view.query)
  const found = filterResults(results, filter).length
  if (found === 0 && !chosen) return null
  return (
    <Chip href={address} current={chosen}>
      {text} {counted && <small aria-hidden="true">{found}</small>}
      <span className="sr-only"> ({count(found, 'result')})</span>
    </Chip>
  )
}

/** "Marathon, championships, Japan, 2014", for a heading; "" for everything. */
export function filterWords(filter: ResultFilter): string {
  return [
    filter.discipline && discipline(filter.discipline).name,
    filter.kind && (filter.discipline ? KINDS[filter.kind].toLowerCase() : KINDS[filter.kind]),
    filter.country && countryName(filter.country),
    filter.year,
  ]
    .filter(Boolean)
    .join(', ')
}
