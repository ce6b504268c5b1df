import { insertMany, type RecordRows } from '../history/rows'
import type { AcceptedRow, Batch } from './accepted-row'
import { stableId } from './stable-id'

/** The race of each row, in their order. Events and races that the record does not have are created. */
export async function findOrCreateRaces(batch: Batch, rows: AcceptedRow[]): Promise<string[]> {
  const eventIds = await findOrCreateEvents(batch, rows)
  const { change, importId } = batch
  const known = await change.tx.race.findMany({
    where: { eventId: { in: [...new Set(eventIds)] }, withdrawn: false },
    select: { id: true, eventId: true, round: true, number: true, date: true },
    orderBy: { id: 'asc' },
  })
  const created = new Map<string, RecordRows['races']>()
  const raceIds = rows.map(({ listing: { round, raceNumber: number, date } }, index) => {
    const eventId = eventIds[index] ?? ''
    const race = known.find(
      (race) => race.eventId === eventId && race.round === round && race.number === number && mayBeOn(race.date, date),
    )
    if (race) return race.id
    const id = stableId(importId, 'race', eventId, round, number, date)
    created.set(id, { id, eventId, round, number, date })
    return id
  })
  await insertMany(change, 'races', [...created.values()])
  return raceIds
}

/** In a town's stadium the same event may be held again on the next day: that is another race. */
function mayBeOn(raceDate: string | null, date: string): boolean {
  return raceDate === null || raceDate.startsWith(date) || date.startsWith(raceDate)
}

interface EventKey {
  competitionId: string
  disciplineSlug: string
  sex: string
  ageGroup: string | null
  paraClass: string | null
}

async function findOrCreateEvents({ change, importId }: Batch, rows: AcceptedRow[]): Promise<string[]> {
  const competitions = [...new Set(rows.map(({ competitionId }) => competitionId))]
  const known = await change.tx.event.findMany({
    where: { competitionId: { in: competitions }, withdrawn: false },
    select: { id: true, competitionId: true, disciplineSlug: true, sex: true, ageGroup: true, paraClass: true },
  })
  const keyOf = ({ competitionId, disciplineSlug, sex, ageGroup, paraClass }: EventKey) =>
    [competitionId, disciplineSlug, sex, ageGroup, paraClass].join('\n')
  const events = new Map(known.map((event) => [keyOf(event), event.id]))
  const created: RecordRows['events'][] = []
  const eventIds = rows.map(({ competitionId, listing: { discipline, sex, ageGroup, paraClass } }) => {
    const event = { competitionId, disciplineSlug: discipline, sex, ageGroup, paraClass }
    const key = keyOf(event)
    const found = events.get(key)
    if (found !== undefined) return found
    const id = stableId(importId, 'event', key)
    created.push({ id, ...event })
    events.set(key, id)
    return id
  })
  await insertMany(change, 'events', created)
  return eventIds
}
