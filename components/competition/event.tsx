import { type DisciplineSlug, discipline } from '@/lib/disciplines'
import { formatWind } from '@/lib/marks'
import { formatDate } from '@/lib/partial-date'
import type { PartialDate, Round, Sex } from '@/lib/record'
import { roundName } from '../record/words'
import { Section } from '../site/section'
import { type RaceResult, RaceTable } from '../tables/race'

export interface CompetitionEvent {
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  races: {
    round: Round
    number: number | null
    wind: number | null
    date: PartialDate | null
    results: RaceResult[]
  }[]
}

const SEX: Record<Sex, string> = { M: 'Men', F: 'Women', X: 'Mixed' }

/** One event of a competition with its races, the final first. */
export function EventSection({ event, desk }: { event: CompetitionEvent; desk: boolean }) {
  const { discipline: slug, sex, ageGroup, paraClass } = event
  const title = [discipline(slug).name, SEX[sex].toLowerCase(), ageGroup, paraClass].filter(Boolean).join(', ')
  const id = [slug, sex, ageGroup, paraClass].filter(Boolean).join('-').toLowerCase()
  const races = event.races.filter(({ results }) => results.length > 0)
  return (
    <Section id={id} title={title}>
      {races.map((race) => {
        const name = roundName({ round: race.round, raceNumber: race.number })
        const remarks = [race.wind !== null && formatWind(race.wind), race.date && formatDate(race.date)]
        return (
          <div key={name} className="mb-8">
            <h3 className="mb-2">
              {name}{' '}
              <small className="font-sans text-sm font-normal text-quiet">{remarks.filter(Boolean).join(', ')}</small>
            </h3>
            <RaceTable results={race.results} caption={`${title}, ${name.toLowerCase()}`} desk={desk} />
          </div>
        )
      })}
    </Section>
  )
}
