import { countryName } from '@/lib/sport/countries'
import { Flag } from '../ui/flag'

/** Athletes in the order in which they are read. */
export function MostRead({
  athletes,
}: {
  athletes: readonly { slug: string; name: string; countryCode: string | null }[]
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers, some browsers take a list for none.
    <ol className="most-read" role="list">
      {athletes.map(({ slug, name, countryCode }) => (
        <li key={slug}>
          <a href={`/athletes/${slug}`}>{name}</a>
          {countryCode && (
            <span>
              <Flag code={countryCode} /> {countryName(countryCode)}
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
