import {
  filterResults,
  RESULT_KINDS,
  type ResultFilter,
  type ResultKind,
  resultFilterParts,
} from '@/lib/pages/result-filter'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { FilterRow, Filters } from '../lists/filters'
import { count } from '../record/labels'
import { Chip } from '../ui/chip'

const KINDS: Record<ResultKind, string> = {
  championships: 'Championships',
  'city-races': 'City races',
  track: 'Track',
}

/** The year, discipline and kind of results as ordinary links, each with how many results it leads to. */
export function ResultFilters({
  slug,
  results,
  current,
}: {
  slug: string
  results: readonly Result[]
  current: ResultFilter
}) {
  const years = [...new Set(results.map(({ date }) => yearOf(date)))]
  const disciplines = [...new Set(results.map((result) => result.discipline))]
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
  ]
  return (
    <Filters label="Filter the results">
      {choices.map(({ label, counted, options, none }) => (
        <FilterRow key={label} label={label}>
          <Choice text="All" filter={none} {...{ slug, results, current, counted }} />
          {options.map(({ text, filter }) => (
            <Choice key={text} {...{ text, filter, slug, results, current, counted }} />
          ))}
        </FilterRow>
      ))}
    </Filters>
  )
}

/** A choice that would leave nothing is not offered, unless it is the one that was made. */
function Choice({
  text,
  filter,
  slug,
  results,
  current,
  counted,
}: {
  text: string
  filter: ResultFilter
  slug: string
  results: readonly Result[]
  current: ResultFilter
  /** Beside a year, a number would read as part of it. */
  counted: boolean
}) {
  const address = filterAddress(slug, filter)
  const chosen = address === filterAddress(slug, current)
  const found = filterResults(results, filter).length
  if (found === 0 && !chosen) return null
  return (
    <Chip href={address} current={chosen}>
      {text} {counted && <small aria-hidden="true">{found}</small>}
      <span className="sr-only"> ({count(found, 'result')})</span>
    </Chip>
  )
}

/** Where a filtered list lives; everything is on the profile itself. */
export function filterAddress(slug: string, filter: ResultFilter): string {
  const parts = resultFilterParts(filter)
  return parts.length === 0 ? `/athletes/${slug}#results` : `/athletes/${slug}/results/${parts.join('/')}`
}

/** "Marathon, championships, 2014", for a heading. */
export function filterWords(filter: ResultFilter): string {
  return [
    filter.discipline && discipline(filter.discipline).name,
    filter.kind && (filter.discipline ? KINDS[filter.kind].toLowerCase() : KINDS[filter.kind]),
    filter.year,
  ]
    .filter(Boolean)
    .join(', ')
}
