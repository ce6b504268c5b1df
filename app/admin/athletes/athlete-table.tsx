import { count } from '@/components/record/labels'
import type { ListedAthlete } from '@/components/site/athlete-list'
import { Flag } from '@/components/ui/flag'
import { Lead } from '@/components/ui/lead'
import { TableHead } from '@/components/ui/table-head'
import { countryName } from '@/lib/sport/countries'

/** Athletes, each with links to their results and to adding one. */
export function DeskAthletes({ athletes, query }: { athletes: readonly ListedAthlete[]; query: string }) {
  if (athletes.length === 0) {
    return query === '' ? (
      <Lead>The record holds no athlete yet.</Lead>
    ) : (
      <Lead>
        No athlete’s name holds “{query}”. Part of a name is enough, in any script. <a href="/admin">See them all.</a>
      </Lead>
    )
  }
  return (
    <table className="record-table">
      <caption className="sr-only">
        {count(athletes.length, 'athlete')}
        {query && ` with “${query}” in the name`}
      </caption>
      <TableHead columns={['Athlete', ['Country', 'wide'], ['Results', 'num'], ['New result', 'sr-only']]} />
      <tbody>
        {athletes.map(({ slug, name, countryCode, resultCount }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={`/admin/athletes/${slug}`}>{name}</a>
            </th>
            <td className="wide">
              <Flag code={countryCode} /> {countryName(countryCode)}
            </td>
            <td className="num">{resultCount}</td>
            <td className="num">
              <a href={`/admin/results/new?athlete=${slug}`}>
                Add<span className="sr-only"> a result of {name}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
