/** What a record must have twice, to be merged: an athlete, a competition, a series and a source. */
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '@/server/accounts/editor'
import { change } from '@/server/history/change'
import { EVIDENCE, SER_OD } from '../record'
import { TWIN } from './step'

/** The addresses of things that are the same. */
export const SAME = {
  competition: ['2014-fukuoka-again', '2014-fukuoka-marathon'],
  series: ['fukuoka-again', 'fukuoka-marathon'],
  source: ['organiser-again', 'organiser-official-results'],
} as const

/** Somebody else, to run in a team. */
export const RUNNER = { slug: 'ganbat-dorj', name: 'Ganbat Dorj' }

export async function makeTwins(db: Client, editor: Editor): Promise<void> {
  await change(db, editor, { kind: 'EDIT', ...EVIDENCE }, async ({ tx, sourceId }) => {
    await tx.photoFile.create({ data: { width: 4, height: 3, large: Uint8Array.of(1), small: Uint8Array.of(1) } })
    const runner = { slug: RUNNER.slug, displayName: RUNNER.name, sortName: 'Dorj', sex: 'M' } as const
    const { id: runnerId } = await tx.athlete.create({ data: runner })
    const athleteId = await makeAthlete(tx, sourceId ?? '')
    await makeCompetition(tx, { athleteId, runnerId }, sourceId ?? '')
    await makeRelay(tx, runnerId, sourceId ?? '')
    await makeSource(tx, athleteId)
  })
}

/** With a result in a race that Ser-Od ran as well, a name and citations. */
async function makeAthlete(tx: Db, sourceId: string): Promise<string> {
  const cite = { sourceId, locator: 'p. 1' }
  const given = { slug: TWIN, displayName: 'Serod Batochir', sortName: 'Batochir, Serod', sex: 'M' } as const
  const { id: athleteId } = await tx.athlete.create({ data: { ...given, birthDate: '1982-01-01', heightCm: 171 } })
  await tx.citation.create({ data: { ...cite, athleteId, field: 'birthDate', asserts: '1982-01-01' } })
  await tx.citation.create({ data: { ...cite, athleteId, field: 'heightCm', asserts: '171' } })
  const name = await tx.nameVariant.create({ data: { athleteId, text: 'セルオド', script: 'Jpan' } })
  await tx.citation.create({ data: { ...cite, nameVariantId: name.id, field: 'text' } })
  const shared = await tx.result.findMany({
    where: { athlete: { slug: SER_OD }, mark: { not: null }, withdrawn: false },
    orderBy: { id: 'asc' },
    take: 1,
  })
  const elsewhere = await tx.race.findMany({
    where: { results: { none: { athlete: { slug: SER_OD } } }, event: { disciplineSlug: 'marathon' } },
    orderBy: { id: 'asc' },
    take: 2,
  })
  const own = elsewhere.map(({ id }) => ({ raceId: id, mark: '2:30:00', value: 9_000_000, precision: 1000 }))
  const same = shared.map(({ raceId, mark, value, precision, club }) => ({ raceId, mark, value, precision, club }))
  for (const data of [...own, ...same]) {
    const result = await tx.result.create({ data: { ...data, athleteId } })
    const place = await tx.place.create({ data: { resultId: result.id, classification: 'military', place: 3 } })
    await tx.citation.create({ data: { ...cite, resultId: result.id, field: 'mark', asserts: data.mark } })
    await tx.citation.create({ data: { ...cite, placeId: place.id, field: 'place', asserts: '3' } })
  }
  return athleteId
}

/** The Fukuoka Marathon of 2014 once more, of a series of its own, with the same race: one start is in both. */
async function makeCompetition(
  tx: Db,
  { athleteId, runnerId }: { athleteId: string; runnerId: string },
  sourceId: string,
): Promise<void> {
  const cite = { sourceId, locator: 'p. 2' }
  const [seriesSlug] = SAME.series
  const series = await tx.series.create({ data: { slug: seriesSlug, name: 'Fukuoka Again', category: 'ROAD_RACE' } })
  const [slug, of] = SAME.competition
  const given = { slug, name: 'Fukuoka', year: 2014, category: 'ROAD_RACE', city: 'Fukuoka City' } as const
  const { id } = await tx.competition.create({ data: { ...given, seriesId: series.id, venue: 'Heiwadai' } })
  await tx.citation.create({ data: { ...cite, competitionId: id, field: 'city', asserts: 'Fukuoka City' } })
  const known = await tx.race.findFirstOrThrow({
    where: { event: { competition: { slug: of }, disciplineSlug: 'marathon', sex: 'M' }, withdrawn: false },
    include: { results: { where: { athlete: { slug: SER_OD } } } },
  })
  const event = await tx.event.create({ data: { competitionId: id, disciplineSlug: 'marathon', sex: 'M' } })
  const race = await tx.race.create({ data: { eventId: event.id, round: known.round, number: known.number } })
  const [start] = known.results
  if (!start) throw new Error('Ser-Od did not run there.')
  const mark = { mark: '2:10:00', value: 7_800_000, precision: 1000 }
  const own = { raceId: race.id, athleteId: start.athleteId, club: 'NTN', ...mark }
  const other = { raceId: race.id, athleteId: runnerId, mark: '2:31:00', value: 9_060_000, precision: 1000 }
  for (const data of [own, other]) {
    const result = await tx.result.create({ data })
    await tx.citation.create({ data: { ...cite, resultId: result.id, field: 'mark', asserts: data.mark } })
    await tx.citation.create({ data: { ...cite, resultId: result.id, field: 'competition', asserts: slug } })
  }
  const said = { athleteId, sourceId, locator: 'p. 3' }
  await tx.claim.create({ data: { ...said, kind: 'APPEARANCES', seriesSlug, number: 2 } })
}

/** A relay that Ser-Od ran with somebody else. */
async function makeRelay(tx: Db, runnerId: string, sourceId: string): Promise<void> {
  const where = { slug: '2011-asian-athletics-championships' }
  const { id: competitionId } = await tx.competition.findUniqueOrThrow({ where })
  const event = await tx.event.create({ data: { competitionId, disciplineSlug: '4x400-metres-relay', sex: 'M' } })
  const race = await tx.race.create({ data: { eventId: event.id, round: 'HEAT', number: 4 } })
  const mark = { mark: '3:13.00', value: 193_000, precision: 10 }
  const { id: resultId } = await tx.result.create({ data: { raceId: race.id, team: 'Mongolia', ...mark } })
  const serOd = await tx.athlete.findUniqueOrThrow({ where: { slug: SER_OD } })
  await tx.teamMember.create({ data: { resultId, athleteId: serOd.id, leg: 1 } })
  await tx.teamMember.create({ data: { resultId, athleteId: runnerId, leg: 3 } })
  await tx.citation.create({ data: { sourceId, locator: 'p. 5', resultId, field: 'mark', asserts: '3:13.00' } })
  await tx.citation.create({ data: { sourceId, locator: 'p. 5', resultId, field: 'leg:3', asserts: RUNNER.name } })
}

/** The organiser's sheet once more, which says one thing that the other says, and one that it does not. */
async function makeSource(tx: Db, athleteId: string): Promise<void> {
  const [slug] = SAME.source
  const { id: sourceId } = await tx.source.create({ data: { slug, publication: 'Organiser', title: 'Results' } })
  const said = { sourceId, athleteId, field: 'heightCm' }
  const stale = { rejection: 'STALE', reason: 'Measured long ago' } as const
  await tx.citation.create({ data: { ...said, locator: 'p. 1', asserts: '171' } })
  await tx.citation.create({ data: { ...said, locator: 'p. 4', asserts: '172', accepted: false, ...stale } })
  const text = { title: 'Beginnings', language: 'en', position: 1, body: `Not tall. [@${slug}: p. 4]` }
  await tx.biographyChapter.create({ data: { athleteId, ...text } })
}
