import { countryName } from '@/lib/sport/countries'
import { Flag } from '../ui/flag'

const NUMBERED =
  'grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-10 [counter-reset:read] *:grid *:grid-cols-[1.6rem_minmax(0,1fr)] *:border-b *:border-rule *:py-2 *:[counter-increment:read] *:before:font-serif *:before:text-gold *:before:content-[counter(read)] [&_li>span]:col-start-2 [&_li>span]:text-sm [&_li>span]:text-quiet'

/** Athletes in the order in which they are read. */
export function MostRead({
  athletes,
}: {
  athletes: readonly { slug: string; name: string; countryCode: string | null }[]
}) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: without markers, some browsers do not announce a list.
    <ol className={NUMBERED} role="list">
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
