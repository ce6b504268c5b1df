import { citationsOfPerformance } from '@/lib/record/citations'
import { disputedFields } from '@/lib/record/disputes'
import type { Result } from '@/lib/record/result'
import { DeskLink } from '../record/desk-link'
import { Figure } from '../record/figure'
import { CountryLink } from '../record/links'
import { Places, placeText } from '../record/places'
import { RecordTags } from '../record/tags'
import type { DisputeView } from '../record/view'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'

export type RaceResult = Result & {
  athlete: { slug: string; displayName: string; countryCode: string | null } | null
}

/** One race: place, athlete with affiliation, country, mark, records. The page holds the flags (ui/flag-sheet). */
export function RaceTable({
  results,
  caption,
  classification,
  desk,
}: {
  results: readonly RaceResult[]
  caption: string
  /** Of a championship within the race: which places are its own; null for the race as a whole. */
  classification: string | null
  desk: boolean
}) {
  const view: DisputeView = { query: '', disputed: new Map(results.map((it) => [it.id, disputedFields(it)])) }
  return (
    <table className="record-table [&_td:first-child_.place-in]:ml-0" data-copy="">
      <caption className="sr-only">{caption}</caption>
      <TableHead columns={['Place', 'Athlete', 'Country', ['Mark', 'num mark'], ['Sources', 'wide']]} />
      <tbody>
        {results.map((result) => (
          <RaceRow key={result.id} result={result} classification={classification} view={view} desk={desk} />
        ))}
      </tbody>
    </table>
  )
}

function RaceRow({
  result,
  classification,
  view,
  desk,
}: {
  result: RaceResult
  classification: string | null
  view: DisputeView
  desk: boolean
}) {
  const place = result.places.find((one) => one.classification === classification)
  const code = result.countryCode ?? result.athlete?.countryCode ?? null
  const sources = new Map(citationsOfPerformance(result).map(({ source }) => [source.slug, source]))
  return (
    <tr id={`r-${result.id}`}>
      <td>{place ? placeText(place) : <Places result={result} view={view} />}</td>
      <th scope="row">
        <Who result={result} />
        {result.club && <span className="venue"> ({result.club})</span>}
        {result.note && <p className="remark font-normal">{result.note}</p>}
      </th>
      <td className="nowrap">
        {code && (
          <CountryLink code={code}>
            <SheetFlag code={code} /> {code}
          </CountryLink>
        )}
      </td>
      <td className="num mark">
        <Figure result={result} view={view} />
        <span className="slot">
          <RecordTags records={result.records} />
        </span>
        {desk && (
          <DeskLink href={`/admin/results/${result.id}`}>
            Correct<span className="sr-only"> the result of {result.athlete?.displayName ?? result.team}</span>
          </DeskLink>
        )}
      </td>
      <td className="wide text-quiet">
        {[...sources.values()].map(({ slug, publication, title }, index) => (
          <span key={slug}>
            {index > 0 && ', '}
            <a href={`/sources/${slug}`} title={title}>
              {publication}
            </a>
          </span>
        ))}
      </td>
    </tr>
  )
}

function Who({ result }: { result: RaceResult }) {
  const { athlete, team, members } = result
  if (athlete) return <a href={`/athletes/${athlete.slug}`}>{athlete.displayName}</a>
  return (
    <>
      {team ?? 'A team'}
      {members.length > 0 && (
        <span className="remark font-normal">
          {' '}
          {members.map(({ athleteId, slug, name }, index) => (
            <span key={athleteId}>
              {index > 0 && ', '}
              <a href={`/athletes/${slug}`}>{name}</a>
            </span>
          ))}
        </span>
      )}
    </>
  )
}
