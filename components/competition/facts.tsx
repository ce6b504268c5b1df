import { formatDate } from '@/lib/partial-date'
import type { Competition } from '@/lib/record'
import { venueText } from '../record/venue'
import { CATEGORY } from '../record/words'

/** What, where and when: "World championships · Eugene, United States · 15 July 2022 to 24 July 2022". */
export function CompetitionFacts({ competition }: { competition: Competition }) {
  const { officialName, category, venue, startDate, endDate } = competition
  const dates =
    startDate && endDate && endDate !== startDate
      ? `${formatDate(startDate)} to ${formatDate(endDate)}`
      : startDate && formatDate(startDate)
  return [officialName, CATEGORY[category], venue, venueText(competition), dates].filter(Boolean).join(' · ')
}
