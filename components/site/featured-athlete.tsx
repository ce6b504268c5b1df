import type { AthleteRecord } from '@/lib/record/athlete'
import { countryName } from '@/lib/sport/countries'
import { CareerChart } from '../charts/career'
import { Glance } from '../profile/glance'
import { primaryDisciplines } from '../profile/primary-disciplines'
import { recordView } from '../record/view'
import { Flag } from '../ui/flag'

/** One athlete on the front page: the name, the figures, the career in one picture. */
export function FeaturedAthlete({ record }: { record: AthleteRecord }) {
  const { slug, displayName, nativeName, countryCode } = record.athlete
  const address = `/athletes/${slug}`
  const disciplines = primaryDisciplines(record)
  const [primary] = disciplines
  return (
    <div className="featured">
      <div>
        <p className="eyebrow">
          <Flag code={countryCode} /> {countryName(countryCode)}
        </p>
        <h3 className="title title-small">
          <a href={address}>{displayName}</a>
        </h3>
        {nativeName && <p className="native">{nativeName}</p>}
        <Glance
          record={record}
          view={recordView(record, { desk: false, base: address })}
          disciplines={disciplines}
          brief
        />
      </div>
      {primary && <CareerChart results={record.results} slug={primary} name={displayName} base={address} />}
    </div>
  )
}
