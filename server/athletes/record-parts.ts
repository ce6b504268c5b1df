/** Reads the rows of an athlete's record, kind by kind, and puts them together as record-rows.ts takes them. */
import type { Db } from '@/prisma/client'
import { type AthleteRow, pictureSize, type ResultRow } from './record-rows'
import { type Ask, ask, type Row, type Tables } from './record-tables'

/** An athlete's own rows, with the results of every team they were in; null where there is no such athlete. */
export async function readRecordRows(
  db: Db,
  tables: Tables,
  athleteId: string,
): Promise<{ athlete: AthleteRow; results: ResultRow[] } | null> {
  const own = (table: Ask['table']) => ask(table, 'athleteId', [athleteId])
  const found = await readAll(tables, {
    athletes: ask('athletes', 'id', [athleteId]),
    names: own('name_variants'),
    affiliations: own('affiliations'),
    representations: own('representations'),
    chapters: own('biography_chapters'),
    externalIds: own('external_ids'),
    photos: own('photos'),
    claims: own('claims'),
    results: own('results'),
    teams: own('team_members'),
  })
  const { names, affiliations, representations, chapters, externalIds, photos, claims } = found
  const [athlete] = present(found.athletes)
  if (!athlete) return null
  const inTeams = await readAll(tables, { results: ask('results', 'id', valuesOf(found.teams, 'resultId')) })
  const parts = await readParts(tables, [...found.results, ...present(inTeams.results)], {
    cited: [
      ask('citations', 'athleteId', [athleteId]),
      ask('citations', 'nameVariantId', valuesOf(names, 'id')),
      ask('citations', 'affiliationId', valuesOf(affiliations, 'id')),
    ],
    claims,
  })
  const row = {
    ...athlete,
    names: parts.withCitations(names, 'nameVariantId'),
    affiliations: parts.withCitations(affiliations, 'affiliationId'),
    representations,
    chapters,
    externalIds,
    photos: await withFiles(db, photos),
    claims: parts.withSource(claims),
    citations: parts.citationsOf('athleteId', athleteId),
  }
  return { athlete: row as unknown as AthleteRow, results: parts.results() }
}

/** A result with whose it is; null for a team's. */
export type OwnedResultRow = ResultRow & {
  athlete: { slug: string; displayName: string; countryCode: string | null } | null
}

/** Results by their ids, withdrawn or not, each with everything that is shown of it. */
export async function readResultRows(tables: Tables, ids: readonly string[]): Promise<OwnedResultRow[]> {
  const { results } = await readAll(tables, { results: ask('results', 'id', ids) })
  return (await readParts(tables, results)).results()
}

/** Everything that belongs to these results, one kind of rows after the other. */
async function readParts(
  tables: Tables,
  results: Row[],
  also: { cited: readonly Ask[]; claims: readonly Row[] } = { cited: [], claims: [] },
): Promise<Parts> {
  const ids = valuesOf(results, 'id')
  const own = await readAll(tables, {
    places: ask('places', 'resultId', ids),
    records: ask('record_claims', 'resultId', ids),
    members: ask('team_members', 'resultId', ids),
    splits: ask('splits', 'resultId', ids),
    attempts: ask('attempts', 'resultId', ids),
    publishedPlaces: ask('published_places', 'resultId', ids),
    races: ask('races', 'id', valuesOf(results, 'raceId')),
  })
  const [events = [], athletes = [], ...cited] = await tables.read([
    ask('events', 'id', valuesOf(own.races, 'eventId')),
    ask('athletes', 'id', valuesOf([...own.members, ...results], 'athleteId')),
    ask('citations', 'resultId', ids),
    ask('citations', 'placeId', valuesOf(own.places, 'id')),
    ask('citations', 'recordClaimId', valuesOf(own.records, 'id')),
    ...also.cited,
  ])
  const { competitions } = await readAll(tables, {
    competitions: ask('competitions', 'id', valuesOf(events, 'competitionId')),
  })
  const around = await readAll(tables, {
    series: ask('series', 'id', valuesOf(competitions, 'seriesId')),
    inner: ask('competitions', 'withinId', valuesOf(competitions, 'id')),
    outer: ask('competitions', 'id', valuesOf(competitions, 'withinId')),
    citations: ask('citations', 'competitionId', valuesOf(competitions, 'id')),
  })
  const citations = [...byId([...cited.flat(), ...around.citations]).values()]
  const last = await readAll(tables, {
    series: ask('series', 'id', valuesOf(around.inner, 'seriesId')),
    sources: ask('sources', 'id', valuesOf([...citations, ...also.claims, ...own.publishedPlaces], 'sourceId')),
  })
  const series = [...around.series, ...last.series]
  return new Parts({
    ...own,
    ...around,
    results,
    events,
    athletes,
    competitions,
    citations,
    series,
    sources: last.sources,
  })
}

/** Rows by what they are in a record; of each kind all that belong to any of its results. */
type Kind =
  | 'athletes'
  | 'attempts'
  | 'citations'
  | 'competitions'
  | 'events'
  | 'inner'
  | 'members'
  | 'outer'
  | 'places'
  | 'publishedPlaces'
  | 'races'
  | 'records'
  | 'results'
  | 'series'
  | 'sources'
  | 'splits'

/** Puts together what was read: each thing with its parts, each part with its citations, each citation with its source. */
class Parts {
  private readonly sources: ReadonlyMap<unknown, Row>
  private readonly citations: readonly Row[]
  private readonly cited = new Map<string, ReadonlyMap<unknown, Row[]>>()

  constructor(private readonly rows: Record<Kind, Row[]>) {
    this.sources = byId(rows.sources)
    this.citations = this.withSource(rows.citations)
  }

  withSource(rows: readonly Row[]): Row[] {
    return withOne(rows, 'source', ({ sourceId }) => this.sources.get(sourceId))
  }

  /** @param column of a citation that names what it is of. */
  citationsOf(column: string, id: string): Row[] {
    const known = this.cited.get(column) ?? groupedBy(this.citations, column)
    this.cited.set(column, known)
    return known.get(id) ?? []
  }

  withCitations(rows: readonly Row[], column: string): Row[] {
    return rows.map((row) => ({ ...row, citations: this.citationsOf(column, row.id) }))
  }

  results(): OwnedResultRow[] {
    const { athletes, attempts, members, places, publishedPlaces, records, results, splits } = this.rows
    const races = byId(this.races())
    const people = byId(athletes)
    const placesOf = groupedBy(this.withCitations(places, 'placeId'), 'resultId')
    const recordsOf = groupedBy(this.withCitations(records, 'recordClaimId'), 'resultId')
    const membersOf = groupedBy(
      withOne(members, 'athlete', (member) => people.get(member.athleteId)),
      'resultId',
    )
    const splitsOf = groupedBy(splits, 'resultId')
    const attemptsOf = groupedBy(attempts, 'resultId')
    const publishedOf = groupedBy(
      publishedPlaces.map((row) => ({ ...row, source: this.sources.get(row.sourceId) ?? null })),
      'resultId',
    )
    const whole = withOne(results, 'race', (result) => races.get(result.raceId)).map((result) => ({
      ...result,
      athlete: people.get(result.athleteId) ?? null,
      places: placesOf.get(result.id) ?? [],
      records: recordsOf.get(result.id) ?? [],
      members: membersOf.get(result.id) ?? [],
      splits: splitsOf.get(result.id) ?? [],
      attempts: attemptsOf.get(result.id) ?? [],
      publishedPlaces: publishedOf.get(result.id) ?? [],
      citations: this.citationsOf('resultId', result.id),
    }))
    return whole as unknown as OwnedResultRow[]
  }

  private races(): Row[] {
    const competitions = byId(this.competitions())
    const events = byId(withOne(this.rows.events, 'competition', (event) => competitions.get(event.competitionId)))
    return withOne(this.rows.races, 'event', (race) => events.get(race.eventId))
  }

  private competitions(): Row[] {
    const [series, outer] = [byId(this.rows.series), byId(this.rows.outer)]
    const ofSeries = (row: Row) => ({ ...row, series: series.get(row.seriesId) ?? null })
    const innerOf = groupedBy(this.rows.inner.map(ofSeries), 'withinId')
    return this.withCitations(this.rows.competitions, 'competitionId').map((row) => ({
      ...ofSeries(row),
      inner: innerOf.get(row.id) ?? [],
      within: outer.get(row.withinId) ?? null,
    }))
  }
}

/** The files of pictures have no history, because they never change. */
async function withFiles(db: Db, photos: Row[]): Promise<Row[]> {
  if (photos.length === 0) return []
  const ids = photos.map(({ fileId }) => String(fileId))
  const files = await db.photoFile.findMany({ where: { id: { in: ids } }, ...pictureSize })
  return photos.map((photo) => ({ ...photo, file: files.find(({ id }) => id === photo.fileId) }))
}

async function readAll<Name extends string>(tables: Tables, asked: Record<Name, Ask>): Promise<Record<Name, Row[]>> {
  const names = Object.keys(asked) as Name[]
  const found = await tables.read(names.map((name) => asked[name]))
  return Object.fromEntries(names.map((name, index) => [name, found[index] ?? []])) as Record<Name, Row[]>
}

function present(rows: readonly Row[]): Row[] {
  return rows.filter(({ withdrawn }) => !withdrawn)
}

function valuesOf(rows: readonly Row[], column: string): unknown[] {
  return rows.map((row) => row[column])
}

function byId(rows: readonly Row[]): Map<unknown, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

function groupedBy(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}

/** Gives each row the one that it points at; those that point at nothing are left out. */
function withOne(rows: readonly Row[], name: string, find: (row: Row) => Row | undefined): Row[] {
  return rows.filter((row) => {
    // The rows are this reader's own, and there are thousands: they are not copied.
    row[name] = find(row)
    return row[name] !== undefined
  })
}
