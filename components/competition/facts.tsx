import type { Competition } from '@/lib/record/competition'
import { CATEGORY } from '@/lib/record/things/words'
import { formatDates } from '@/lib/sport/partial-date'
import { Venue } from '../record/venue'

/** What, where and when: "World championships · Eugene, United States · 15 to 24 July 2022". */
export function CompetitionFacts({ competition }: { competition: Competition }) {
  const { officialName, category, venue, startDate, endDate } = competition
  const dates = formatDates(startDate, endDate)
  const { within, inner } = competition
  const before = [officialName, CATEGORY[category], venue].filter(Boolean).join(' · ')
  return (
    <>
      {before}
      {(competition.city || competition.countryCode) && ' · '}
      <Venue of={competition} />
      {dates && ` · ${dates}`}
      {within && (
        <>
          {' · '}decided within the{' '}
          <a href={`/competitions/${within.slug}`}>
            {within.name} {within.year}
          </a>
        </>
      )}
      {inner.map(({ id, slug, name }) => (
        <span key={id}>
          {' · '}with the <a href={`/competitions/${slug}`}>{name}</a>
        </span>
      ))}
    </>
  )
}
