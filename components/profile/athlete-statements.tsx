import type { AthleteRecord } from '@/lib/record/athlete'
import type { Citation } from '@/lib/record/source'
import { groupBy } from '../record/group-by'
import { fieldName, REJECTION } from '../record/labels'
import { TableHead } from '../ui/table-head'
import { valueText } from './disputes'

interface Told {
  /** To which the notes of the overview lead. */
  anchor: string
  what: string
  citations: readonly Citation[]
}

/** Who says what of the person: dates and measures, names, clubs and coaches. */
export function AthleteStatements({ record }: { record: AthleteRecord }) {
  return (
    <table className="record-table" data-copy="">
      <caption className="sr-only">What sources say about {record.athlete.displayName}</caption>
      <TableHead columns={['Fact', 'Sources']} />
      <tbody>
        {statementsOf(record).map(({ anchor, what, citations }) => (
          <tr key={anchor} id={anchor}>
            <th scope="row" className="max-sm:wrap-anywhere">
              {what}
            </th>
            <td className="wrap-anywhere">
              <ul className="leading-relaxed">
                {citations.map((citation) => (
                  <li key={citation.id}>
                    <CitationLine citation={citation} />
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Empty where nothing about the person is cited. */
export function statementsOf({ athlete }: AthleteRecord): Told[] {
  const fields = [...groupBy(athlete.citations, ({ field }) => field)].map(
    ([field, citations]): Told => ({ anchor: `said-${field}`, what: sentenceCase(fieldName(field)), citations }),
  )
  const names = athlete.names
    .filter(({ citations }) => citations.length > 0)
    .map(
      ({ id, text, citations }, index): Told => ({
        anchor: index === 0 ? 'said-names' : `said-${id}`,
        what: `The name ${text}`,
        citations,
      }),
    )
  const affiliations = athlete.affiliations
    .filter(({ citations }) => citations.length > 0)
    .map(({ id, name, citations }): Told => ({ anchor: `said-${id}`, what: name, citations }))
  return [...fields, ...names, ...affiliations]
}

function CitationLine({ citation: { field, asserts, accepted, rejection, source, locator } }: { citation: Citation }) {
  return (
    <>
      {asserts !== null && <>{valueText(field, asserts)}: </>}
      <a href={`/sources/${source.slug}`} title={source.title}>
        {source.publication}
      </a>
      {locator && `, ${locator}`}
      {!accepted && <span className="text-quiet"> (not used{rejection ? `: ${REJECTION[rejection]}` : ''})</span>}
    </>
  )
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
