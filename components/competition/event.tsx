import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatWind } from '@/lib/sport/marks'
import { type PlaceRange, placesInWords } from '@/lib/sport/missing-places'
import type { PartialDate } from '@/lib/sport/partial-date'
import { formatDate } from '@/lib/sport/partial-date'
import type { Round, Sex } from '@/lib/sport/performance'
import { SEX } from '../lists/sex-labels'
import { EditLink, WatchLink } from '../record/edit-link'
import { roundName } from '../record/labels'
import { DisciplineLink } from '../record/links'
import { Section } from '../site/section'
import { type RaceResult, RaceTable } from './race-table'

export interface CompetitionEvent {
  id: string
  key: string
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  total: number
  races: {
    id: string
    round: Round
    number: number | null
    wind: number | null
    date: PartialDate | null
    results: RaceResult[]
    missing: PlaceRange[]
  }[]
}

/** "Marathon, men"; "100 m, women, U20". */
export function eventTitle({ discipline: slug, sex, ageGroup, paraClass }: CompetitionEvent): string {
  return [discipline(slug).name, SEX[sex].toLowerCase(), ageGroup, paraClass].filter(Boolean).join(', ')
}

/** One event of a competition with its races, the final first. */
export function EventSection({
  event,
  classification,
  desk,
  address,
}: {
  event: CompetitionEvent
  /** Of a championship within the race: which places are its own; null for the race as a whole. */
  classification: string | null
  desk: boolean
  /** Where the whole event has a page of its own; null where it is all here. */
  address: string | null
}) {
  const title = eventTitle(event)
  const shown = event.races.reduce((sum, { results }) => sum + results.length, 0)
  return (
    <Section
      id={event.key}
      title={title}
      remark={
        <>
          <DisciplineLink slug={event.discipline} sex={event.sex}>
            all-time list
          </DisciplineLink>
          {desk && (
            <>
              {' · '}
              <EditLink kind="event" id={event.id} what={`the event ${title}`} />
              {' · '}
              <WatchLink kind="event" id={event.id} what={title} />
            </>
          )}
        </>
      }
    >
      {event.races.map((race) => {
        const name = roundName({ round: race.round, raceNumber: race.number })
        const remarks = [race.wind !== null && formatWind(race.wind), race.date && formatDate(race.date)]
        const missing = placesInWords(race.missing)
        return (
          <div key={race.id} className="mb-8">
            <h3 className="mb-2">
              {name}{' '}
              <small className="font-sans text-sm font-normal text-quiet">{remarks.filter(Boolean).join(', ')}</small>
              {desk && (
                <>
                  {' '}
                  <EditLink kind="race" id={race.id} what={`the race: ${title}, ${name.toLowerCase()}`} />
                </>
              )}
            </h3>
            <RaceTable
              results={race.results}
              caption={`${title}, ${name.toLowerCase()}`}
              classification={classification}
              desk={desk}
            />
            {missing && (
              <p className="mt-2 text-sm text-quiet">
                {missing} {missing.startsWith('Places') ? 'are' : 'is'} not in the record yet.
              </p>
            )}
          </div>
        )
      })}
      {address && shown < event.total && (
        <p>
          <a href={address}>
            All {event.total} results<span className="sr-only">: {title}</span>
          </a>
        </p>
      )}
    </Section>
  )
}
