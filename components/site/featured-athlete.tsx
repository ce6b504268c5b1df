import type { AthleteRecord } from '@/lib/record/athlete'
import { countryName } from '@/lib/sport/countries'
import { CareerChart } from '../charts/career'
import { ChiefBest, Figures } from '../profile/glance'
import { primaryDisciplines } from '../profile/primary-disciplines'
import { recordView } from '../record/view'
import { Flag } from '../ui/flag'
import { eyebrowClass } from '../ui/type-class'

/** One athlete on the front page: the name, the figures, the career in one picture. */
export function FeaturedAthlete({ record }: { record: AthleteRecord }) {
  const { slug, displayName, nativeName, countryCode } = record.athlete
  const address = `/athletes/${slug}`
  const disciplines = primaryDisciplines(record)
  const [primary] = disciplines
  const view = recordView(record, { desk: false })
  return (
    <div className="grid gap-10 xl:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] xl:gap-14">
      <div>
        <p className={eyebrowClass}>
          <Flag code={countryCode} /> {countryName(countryCode)}
        </p>
        <h3 className="mt-[0.4rem] text-3xl leading-[1.08] font-heavy tracking-[-0.015em] [&_a]:decoration-2">
          <a href={address}>{displayName}</a>
        </h3>
        {nativeName && <p className="mt-[0.6rem] font-serif text-native leading-[1.2] text-quiet">{nativeName}</p>}
        <div className="mt-6">
          <ChiefBest view={view} disciplines={disciplines} />
          <div className="mt-5">
            <Figures record={record} view={view} disciplines={disciplines} brief />
          </div>
        </div>
      </div>
      {primary && <CareerChart results={record.results} slug={primary} name={displayName} />}
    </div>
  )
}
