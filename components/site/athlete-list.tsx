import { countryName } from '@/lib/countries'
import { type DisciplineSlug, discipline } from '@/lib/disciplines'
import { count } from '../record/words'
import { Flag } from '../ui/flag'
import { Unknown } from '../ui/unknown'

export interface ListedAthlete {
  slug: string
  name: string
  countryCode: string | null
  disciplines: DisciplineSlug[]
  resultCount: number
}

/** Athletes with country, disciplines and how much is known of them. */
export function AthleteList({ athletes, query }: { athletes: readonly ListedAthlete[]; query: string }) {
  if (athletes.length === 0) {
    return (
      <p className="lead">
        No athlete’s name holds “{query}”. Part of a name is enough, in any script.{' '}
        {query && <a href="/athletes">See them all.</a>}
      </p>
    )
  }
  return (
    <table className="table">
      <caption className="mb-2 text-left text-sm text-quiet">
        {count(athletes.length, 'athlete')}
        {query && ` with “${query}” in the name`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Athlete</th>
          <th scope="col">Country</th>
          <th scope="col" className="wide">
            Events
          </th>
          <th scope="col" className="num">
            Results
          </th>
        </tr>
      </thead>
      <tbody>
        {athletes.map(({ slug, name, countryCode, disciplines, resultCount }) => (
          <tr key={slug}>
            <th scope="row" className="text-base">
              <a href={`/athletes/${slug}`}>{name}</a>
            </th>
            <td>
              {countryCode ? (
                <>
                  <Flag code={countryCode} /> {countryName(countryCode)}
                </>
              ) : (
                <Unknown />
              )}
            </td>
            <td className="wide">{disciplines.map((slug) => discipline(slug).name).join(', ')}</td>
            <td className="num">{resultCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
