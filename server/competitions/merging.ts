import 'server-only'
import { compareSides, type Side, takenFacts } from '@/lib/record/merge-sides'
import type { Result } from '@/lib/record/result'
import { findTwins, isSameResult } from '@/lib/record/result-twins'
import type { MergedSide } from '@/lib/record/thing-merge'
import { EVENT_SEX, ROUND } from '@/lib/record/things/words'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { formatWind } from '@/lib/sport/marks'
import type { Db, Prisma } from '@/prisma/client'
import { resultRows, toResult } from '../athletes/record-rows'
import type { Change } from '../history/change'
import { touchOwners, writeColumns } from '../history/rows'
import { moveCitations } from '../merging/citations'
import type { FindParts } from '../merging/parts'
import { joinResults } from '../results/joining'

const eventRows = {
  include: { races: { where: { withdrawn: false }, orderBy: [{ round: 'asc' }, { number: 'asc' }, { id: 'asc' }] } },
  orderBy: { id: 'asc' },
} satisfies Prisma.EventFindManyArgs

type EventRow = Prisma.EventGetPayload<typeof eventRows>
type RaceRow = EventRow['races'][number]

/** Two that are one. */
interface Same<Row> {
  from: Row
  into: Row
}

interface SameRaces extends Same<RaceRow> {
  title: string
}

interface Twin {
  one: Result
  other: Result
  isSame: boolean
  who: string
}

/** Events that are the same become one, races that are the same do, and so do the results of one start. */
export const competitionParts: FindParts = async (db, from, into) => {
  const [own, others] = [await eventsOf(db, from), await eventsOf(db, into)]
  const events = pairsOf(own, others, eventKey)
  const races = events.flatMap((pair) =>
    pairsOf(pair.from.races, pair.into.races, raceKey).map((same) => ({
      ...same,
      title: raceTitle(pair.from, same.from),
    })),
  )
  const twins = await twinsOf(db, races)
  const results = await countResults(db, from)
  const racesOfSame = events.reduce((sum, pair) => sum + pair.from.races.length, 0)
  const { choices, gains } = raceFacts(races)
  return {
    choices,
    gains,
    moves: [
      { one: 'event', moved: own.length - events.length, joined: events.length },
      { one: 'race', moved: racesOfSame - races.length, joined: races.length },
      { one: 'result', moved: results - twins.length, joined: twins.length },
    ],
    twins: twins.map(({ one, other, isSame, who }) => ({
      id: one.id,
      otherId: other.id,
      title: `${who}, ${raceTitle({ ...one, disciplineSlug: one.discipline }, { round: one.round, number: one.raceNumber })}`,
      mark: one.mark ?? one.status,
      otherMark: other.mark ?? other.status,
      isSame,
    })),
    carry: async (change, choices, reason) => {
      const ids = await resultIds(change.tx, from)
      await writeRaceFacts(change, races, choices)
      await joinResults(
        change,
        twins.map(({ one, other, isSame }) =>
          !isSame && choices.kept[one.id] === 'from'
            ? { from: other, into: one, isSame }
            : { from: one, into: other, isSame },
        ),
        reason,
      )
      await moveEvents(change, { events, races }, from, into)
      await moveCitations(change, 'competitionId', [{ from: from.id, into: into.id }])
      await renameAsserted(change, from, into)
      // Who has one of the results open in a form is asked to look again.
      await touchOwners(
        change,
        ids.map((id) => ({ table: 'results', id })),
      )
    },
  }
}

function eventsOf(db: Db, { id }: MergedSide): Promise<EventRow[]> {
  return db.event.findMany({ where: { competitionId: id, withdrawn: false }, ...eventRows })
}

function countResults(db: Db, { id }: MergedSide): Promise<number> {
  return db.result.count({
    where: { withdrawn: false, race: { withdrawn: false, event: { competitionId: id, withdrawn: false } } },
  })
}

async function resultIds(db: Db, { id }: MergedSide): Promise<string[]> {
  const rows = await db.result.findMany({
    where: { withdrawn: false, race: { event: { competitionId: id } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

function pairsOf<Row>(own: readonly Row[], others: readonly Row[], keyOf: (row: Row) => string): Same<Row>[] {
  const known = new Map(others.toReversed().map((other) => [keyOf(other), other]))
  return own.flatMap((from) => {
    const into = known.get(keyOf(from))
    return into ? [{ from, into }] : []
  })
}

function eventKey({ disciplineSlug, sex, ageGroup, paraClass }: EventRow): string {
  return JSON.stringify([disciplineSlug, sex, ageGroup, paraClass])
}

function raceKey({ round, number }: RaceRow): string {
  return JSON.stringify([round, number])
}

/** "Marathon, men, final". */
function raceTitle(
  event: Pick<EventRow, 'disciplineSlug' | 'sex' | 'ageGroup' | 'paraClass'>,
  { round, number }: Pick<RaceRow, 'round' | 'number'>,
): string {
  const { disciplineSlug: slug, sex, ageGroup, paraClass } = event
  const name = isDisciplineSlug(slug) ? discipline(slug).name : slug
  const heat = number === null ? ROUND[round] : `${ROUND[round]} ${number}`
  return [name, EVENT_SEX[sex].toLowerCase(), ageGroup, paraClass, heat.toLowerCase()].filter(Boolean).join(', ')
}

const startRows = {
  include: { ...resultRows.include, athlete: { select: { displayName: true } } },
} satisfies Prisma.ResultDefaultArgs

/** A result with its own day and wind: what the race or the competition says for all is compared there. */
function toStart(row: Prisma.ResultGetPayload<typeof startRows>) {
  const result = toResult(row)
  return {
    ...result,
    own: { ...result, date: row.date, wind: row.wind },
    who: row.athlete?.displayName ?? row.team ?? 'A team',
  }
}

async function twinsOf(db: Db, races: readonly SameRaces[]): Promise<Twin[]> {
  const rows = await db.result.findMany({
    where: { raceId: { in: races.flatMap(({ from, into }) => [from.id, into.id]) }, withdrawn: false },
    ...startRows,
    orderBy: { id: 'asc' },
  })
  const starts = new Map<string, ReturnType<typeof toStart>[]>()
  for (const row of rows) starts.set(row.raceId, [...(starts.get(row.raceId) ?? []), toStart(row)])
  return races.flatMap(({ from, into }) =>
    findTwins(starts.get(from.id) ?? [], starts.get(into.id) ?? []).map(({ one, other }) => ({
      one,
      other,
      isSame: isSameResult(one.own, other.own),
      who: one.who,
    })),
  )
}

const RACE_FACTS = { date: 'day', wind: 'wind' } as const
type RaceFact = keyof typeof RACE_FACTS
const RACE_FACT_NAMES = Object.keys(RACE_FACTS) as RaceFact[]

function raceFactText(race: RaceRow, fact: RaceFact): string | null {
  return fact === 'wind' ? (race.wind === null ? null : formatWind(race.wind)) : race.date
}

/** The facts of one pair of races, each named with the race: the day, and the wind. */
function factsOfRace({ from, into, title }: SameRaces) {
  const nameOf = (fact: RaceFact) => `${fact}@${from.id}`
  const compared = compareSides(RACE_FACT_NAMES, {
    from: (fact) => raceFactText(from, fact),
    into: (fact) => raceFactText(into, fact),
  })
  const named = <Of extends { fact: RaceFact }>(of: Of) => ({
    ...of,
    fact: nameOf(of.fact),
    label: `${title}: ${RACE_FACTS[of.fact]}`,
  })
  return { choices: compared.choices.map(named), gains: compared.gains.map(named) }
}

function raceFacts(races: readonly SameRaces[]) {
  const facts = races.map(factsOfRace)
  return { choices: facts.flatMap(({ choices }) => choices), gains: facts.flatMap(({ gains }) => gains) }
}

async function writeRaceFacts(
  change: Change,
  races: readonly SameRaces[],
  { chosen }: { chosen: Partial<Record<string, Side>> },
): Promise<void> {
  const writes = races.flatMap((same) => {
    const taken = takenFacts(factsOfRace(same), chosen).map((name) => name.split('@')[0])
    const columns = RACE_FACT_NAMES.filter((fact) => taken.includes(fact)).map((fact) => [fact, same.from[fact]])
    return columns.length > 0 ? [{ id: same.into.id, ...Object.fromEntries(columns) }] : []
  })
  await writeColumns(change, 'races', writes)
}

/** What has been withdrawn goes over as well: it may be brought back, and belongs to the one that is left. */
async function moveEvents(
  change: Change,
  { events, races }: { events: readonly Same<EventRow>[]; races: readonly SameRaces[] },
  from: MergedSide,
  into: MergedSide,
): Promise<void> {
  const { tx } = change
  for (const race of races) {
    await tx.result.updateMany({ where: { raceId: race.from.id }, data: { raceId: race.into.id } })
  }
  for (const event of events) {
    await tx.race.updateMany({ where: { eventId: event.from.id }, data: { eventId: event.into.id } })
  }
  await writeColumns(
    change,
    'races',
    races.map((race) => ({ id: race.from.id, withdrawn: true })),
  )
  await tx.event.updateMany({ where: { competitionId: from.id }, data: { competitionId: into.id } })
  await writeColumns(
    change,
    'events',
    events.map((event) => ({ id: event.from.id, withdrawn: true })),
  )
}

/** A source that said of a result that it was achieved there says now that it was achieved here. */
async function renameAsserted({ tx }: Change, from: MergedSide, into: MergedSide): Promise<void> {
  await tx.$executeRaw`
    UPDATE citations SET asserts = ${into.slug}
    WHERE field = 'competition' AND asserts = ${from.slug} AND NOT withdrawn AND "resultId" IN (
      SELECT r.id FROM results r JOIN races ra ON ra.id = r."raceId" JOIN events e ON e.id = ra."eventId"
      WHERE e."competitionId" = ${into.id})`
}
