import { type PersonalBest, personalBests, seasonBests } from '@/lib/career/bests'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Result } from '@/lib/record/result'
import { isBetter } from '@/lib/sport/compared-mark'
import { DISCIPLINES, type DisciplineSlug } from '@/lib/sport/disciplines'
import { DisciplineLink } from '../record/links'
import { markText } from '../record/mark'
import { competitionAndYear } from '../record/view'
import { Sideways } from '../ui/sideways'
import { matrixTableClass } from '../ui/table-class'
import { Unknown } from '../ui/unknown'

interface Column {
  record: AthleteRecord
  bests: ReadonlyMap<DisciplineSlug, PersonalBest>
}

function columnsOf(records: readonly AthleteRecord[]): Column[] {
  return records.map((record) => ({
    record,
    bests: new Map(personalBests(record.results).map((best) => [best.discipline, best])),
  }))
}

/** Personal bests side by side; the best in a row is gold. */
export function BestsBeside({ records }: { records: readonly AthleteRecord[] }) {
  const columns = columnsOf(records)
  const rows = DISCIPLINES.filter(({ slug }) => columns.some(({ bests }) => bests.has(slug)))
  return (
    <Sideways label="Personal bests side by side">
      <table className={matrixTableClass} data-copy="">
        <caption className="sr-only">Personal bests</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <Names records={records} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug }) => {
            const leading = leaders(columns.map(({ bests }) => bests.get(slug)?.result ?? null))
            return (
              <tr key={slug}>
                <th scope="row">
                  <DisciplineLink slug={slug} sex={columns.find(({ bests }) => bests.has(slug))?.record.athlete.sex} />
                </th>
                {columns.map(({ record, bests }, index) => (
                  <MarkCell
                    key={record.athlete.slug}
                    result={bests.get(slug)?.result ?? null}
                    leads={leading[index] ?? false}
                    where
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}

/** Season's bests of one discipline, year by year. */
export function SeasonsBeside({
  records,
  slug,
  name,
}: {
  records: readonly AthleteRecord[]
  slug: DisciplineSlug
  name: string
}) {
  const columns = records.map(({ results }) => {
    const ofDiscipline = seasonBests(results).filter((best) => best.discipline === slug)
    return new Map(ofDiscipline.map(({ year, result }) => [year, result]))
  })
  const years = [...new Set(columns.flatMap((column) => [...column.keys()]))].sort((a, b) => b - a)
  return (
    <Sideways label={`Season’s bests: ${name}`}>
      <table className={matrixTableClass} data-copy="">
        <caption className="sr-only">Season’s bests: {name}</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <Names records={records} />
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const leading = leaders(columns.map((column) => column.get(year) ?? null))
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                {records.map(({ athlete }, index) => (
                  <MarkCell
                    key={athlete.slug}
                    result={columns[index]?.get(year) ?? null}
                    leads={leading[index] ?? false}
                    address={`/athletes/${athlete.slug}/results/${year}/${slug}`}
                  />
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}

/** Disciplines in which at least two of them have a best, in the order in which lists are printed. */
export function sharedDisciplines(records: readonly AthleteRecord[]): DisciplineSlug[] {
  const columns = columnsOf(records)
  return DISCIPLINES.map(({ slug }) => slug).filter((slug) => columns.filter(({ bests }) => bests.has(slug)).length > 1)
}

function Names({ records }: { records: readonly AthleteRecord[] }) {
  return records.map(({ athlete: { slug, displayName } }) => (
    <th key={slug} scope="col">
      <a href={`/athletes/${slug}`}>{displayName}</a>
    </th>
  ))
}

function MarkCell({
  result,
  leads,
  where = false,
  address,
}: {
  result: Result | null
  leads: boolean
  where?: boolean
  address?: string
}) {
  if (!result) {
    return (
      <td>
        <Unknown what="none known" />
      </td>
    )
  }
  return (
    <td className={leads ? 'best' : undefined}>
      <a href={address ?? `/results/${result.id}`}>
        {markText(result)}
        {leads && <span className="sr-only"> (the best of them)</span>}
      </a>
      {where && (
        <span className="remark block font-normal">
          <a href={`/competitions/${result.competition.slug}`}>{competitionAndYear(result)}</a>
        </span>
      )}
    </td>
  )
}

/** Which marks of a row are the best in it; none where there is only one mark. */
function leaders(results: readonly (Result | null)[]): boolean[] {
  const marks = results.flatMap((result) => (result?.value == null ? [] : [result]))
  if (marks.length < 2) return results.map(() => false)
  return results.map(
    (result) =>
      result?.value != null && marks.every(({ value }) => !isBetter(value ?? 0, result.value ?? 0, result.discipline)),
  )
}
