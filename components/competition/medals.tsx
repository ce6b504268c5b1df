import type { MedalClaim } from '@/lib/record/medal-claims'
import { countryName } from '@/lib/sport/countries'
import type { MedalRow } from '@/lib/sport/medal-table'
import { count } from '../record/labels'
import { CountryLink } from '../record/links'
import { Section } from '../site/section'
import { SheetFlag } from '../ui/flag-sheet'
import { TableHead } from '../ui/table-head'

/** Medals by country, and of how many finals they are counted. */
export function MedalTable({
  rows,
  finals,
  incomplete,
  claims,
}: {
  /** What sources count, of competitions of which the record knows less. */
  claims: readonly MedalClaim[]
  rows: readonly MedalRow[]
  finals: number
  /** Finals that lack one of the first three places in the record. */
  incomplete: number
}) {
  if (rows.length === 0) return null
  return (
    <Section id="medals" title="Medals" remark="counted from the places on record">
      <table className="record-table" data-copy="">
        <caption className="sr-only">Medals by country</caption>
        <TableHead
          columns={[
            ['No.', 'num', 'Rank'],
            'Country',
            ['Gold', 'num'],
            ['Silver', 'num'],
            ['Bronze', 'num'],
            ['Total', 'num'],
          ]}
        />
        <tbody>
          {rows.map(({ countryCode, rank, gold, silver, bronze, total }) => (
            <tr key={countryCode}>
              <td className="num text-quiet">{rank}</td>
              <th scope="row">
                <SheetFlag code={countryCode} /> <CountryLink code={countryCode} />
              </th>
              <td className="num">{gold}</td>
              <td className="num">{silver}</td>
              <td className="num">{bronze}</td>
              <td className="num">
                <b>{total}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {claims.length > 0 && (
        <ul className="mt-2 text-sm">
          {claims.map((claim) => (
            <li key={claim.citation.id}>
              <Counted claim={claim} row={rows.find(({ countryCode }) => countryCode === claim.countryCode)} />
            </li>
          ))}
        </ul>
      )}
      {incomplete > 0 && (
        <p className="mt-2 text-sm text-quiet">
          Of {count(finals, 'final')} in the record, {incomplete} {incomplete === 1 ? 'lacks' : 'lack'} one of the first
          three places or more, so that medals are missing here.
        </p>
      )}
    </Section>
  )
}

/** "Running news site counts 4 gold, 6 silver and 10 bronze for Japan; on record here are 1, 0 and 4." */
function Counted({ claim, row }: { claim: MedalClaim; row: MedalRow | undefined }) {
  const { countryCode, of, gold, silver, bronze, citation } = claim
  const { slug, publication, title } = citation.source
  const whose = of === null ? countryName(countryCode) : `${of} of ${countryName(countryCode)}`
  return (
    <>
      <a href={`/sources/${slug}`} title={title}>
        {publication}
      </a>{' '}
      counts {gold} gold, {silver} silver and {bronze} bronze for {whose}
      {of === null && (
        <span className="text-quiet">
          ; on record here are {row?.gold ?? 0}, {row?.silver ?? 0} and {row?.bronze ?? 0}
        </span>
      )}
    </>
  )
}
