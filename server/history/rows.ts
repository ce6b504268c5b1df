/** How rows of the record are written inside a change: many at once, some of their columns, or counted on only. */
import { nanoid } from 'nanoid'
import type { Db, Prisma } from '@/prisma/client'
import type { Change } from './change'

/** Lists and JSON as plain values, because a bulk insert sends all its rows as one JSON text. */
type Plain<Input> = {
  [Column in keyof Input]: Prisma.InputJsonValue extends Input[Column]
    ? object | null
    : Exclude<Input[Column], { set: string[] }>
}

/** The tables of the record, which keep a history, and their rows as Prisma types them. */
export interface RecordRows {
  athletes: Plain<Prisma.AthleteCreateManyInput>
  name_variants: Plain<Prisma.NameVariantCreateManyInput>
  affiliations: Plain<Prisma.AffiliationCreateManyInput>
  representations: Plain<Prisma.RepresentationCreateManyInput>
  biography_chapters: Plain<Prisma.BiographyChapterCreateManyInput>
  external_ids: Plain<Prisma.ExternalIdCreateManyInput>
  photos: Plain<Prisma.PhotoCreateManyInput>
  series: Plain<Prisma.SeriesCreateManyInput>
  competitions: Plain<Prisma.CompetitionCreateManyInput>
  events: Plain<Prisma.EventCreateManyInput>
  races: Plain<Prisma.RaceCreateManyInput>
  results: Plain<Prisma.ResultCreateManyInput>
  team_members: Plain<Prisma.TeamMemberCreateManyInput>
  places: Plain<Prisma.PlaceCreateManyInput>
  record_claims: Plain<Prisma.RecordClaimCreateManyInput>
  splits: Plain<Prisma.SplitCreateManyInput>
  attempts: Plain<Prisma.AttemptCreateManyInput>
  published_places: Plain<Prisma.PublishedPlaceCreateManyInput>
  sources: Plain<Prisma.SourceCreateManyInput>
  citations: Plain<Prisma.CitationCreateManyInput>
  claims: Plain<Prisma.ClaimCreateManyInput>
}
export type RecordTable = keyof RecordRows

/** An import's own tables, which keep no history. */
export interface StagingRows {
  import_rows: Plain<Prisma.ImportRowCreateManyInput>
  import_people: Plain<Prisma.ImportPersonCreateManyInput>
  import_meetings: Plain<Prisma.ImportMeetingCreateManyInput>
}
export type StagingTable = keyof StagingRows

/** The columns that may be left out although they are never null: those with a default. */
type Defaulted<Row> = Exclude<
  { [C in keyof Row]-?: undefined extends Row[C] ? (null extends Row[C] ? never : C) : never }[keyof Row],
  'id'
>
type Defaults<Rows> = { [T in keyof Rows]: { [C in Defaulted<Rows[T]>]-?: NonNullable<Rows[T][C]> } }

const PRESENT = { version: 1, withdrawn: false }

// As in prisma/schema; a column that gets a default there and has none here does not compile.
const RECORD_DEFAULTS: Defaults<RecordRows> = {
  athletes: { ...PRESENT, nameOrder: 'GIVEN_FAMILY' },
  name_variants: PRESENT,
  affiliations: PRESENT,
  representations: PRESENT,
  biography_chapters: { ...PRESENT, language: 'en' },
  external_ids: PRESENT,
  photos: PRESENT,
  series: PRESENT,
  competitions: PRESENT,
  events: PRESENT,
  races: { ...PRESENT, round: 'FINAL' },
  results: { ...PRESENT, flags: [] },
  team_members: PRESENT,
  places: { ...PRESENT, tied: false },
  record_claims: { ...PRESENT, state: 'CLAIMED', equalled: false },
  splits: PRESENT,
  attempts: PRESENT,
  published_places: PRESENT,
  sources: PRESENT,
  citations: { ...PRESENT, accepted: true },
  claims: PRESENT,
}

const STAGING_DEFAULTS: Defaults<StagingRows> = {
  import_rows: { leftOut: false, written: false },
  import_people: { decided: false },
  import_meetings: { decided: false },
}

/**
 * Inserts rows of the record with one statement, however many, with their revisions. What a row leaves out is the
 * column's default, an id included; a row whose id exists already is left as it is.
 *
 * @returns how many rows were new.
 */
export async function insertMany<T extends RecordTable>(
  { tx }: Change,
  table: T,
  rows: readonly RecordRows[T][],
): Promise<number> {
  const identified = rows.map((row) => ({ ...row, id: row.id ?? nanoid(12) }))
  return insert(tx, { table, rows: identified, defaults: RECORD_DEFAULTS[table], conflict: '(id)' })
}

/** The same for an import's own tables, which belong to no change. */
export async function insertStaged<T extends StagingTable>(
  tx: Db,
  table: T,
  rows: readonly StagingRows[T][],
): Promise<number> {
  return insert(tx, { table, rows, defaults: STAGING_DEFAULTS[table], conflict: '' })
}

interface Insertion {
  table: string
  rows: readonly object[]
  defaults: object
  /** By what a row is found to exist already; '' is by anything unique. */
  conflict: '(id)' | ''
}

async function insert(tx: Db, { table, rows, defaults, conflict }: Insertion): Promise<number> {
  if (rows.length === 0) return 0
  const columns = columnList([defaults, ...rows].flatMap(Object.keys))
  return tx.$executeRawUnsafe(
    `INSERT INTO "${table}" (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(jsonb_populate_record(NULL::"${table}", $1::jsonb), $2::jsonb)
     ON CONFLICT ${conflict} DO NOTHING`,
    JSON.stringify(defaults),
    JSON.stringify(rows),
  )
}

/** A thing that editors open in forms: its version counts for everything that belongs to it. */
export interface Owner {
  table: 'results' | 'athletes' | 'competitions'
  id: string
}

/** What editors never open together with a thing that it belongs to. */
const WITHOUT_OWNER: readonly RecordTable[] = ['series', 'events', 'races', 'sources']

/** The things that these rows are, or belong to: a place to its result, a citation of a name to the athlete … */
export async function findOwners(db: Db, table: RecordTable, ids: readonly string[]): Promise<Owner[]> {
  if (WITHOUT_OWNER.includes(table) || ids.length === 0) return []
  const filed = await db.$queryRawUnsafe<Record<'resultId' | 'athleteId' | 'competitionId', string | null>[]>(
    `SELECT DISTINCT f.* FROM "${table}" t, filed_under($1, to_jsonb(t)) f WHERE t.id = ANY ($2::text[])`,
    table,
    ids,
  )
  // What is filed under a result is filed under its athlete, too; it is the result that it belongs to.
  return filed.flatMap(({ resultId, athleteId, competitionId }): Owner[] => {
    if (resultId !== null) return [{ table: 'results', id: resultId }]
    if (athleteId !== null) return [{ table: 'athletes', id: athleteId }]
    return competitionId === null ? [] : [{ table: 'competitions', id: competitionId }]
  })
}

/**
 * Counts up the version of what these rows are, or belong to, because something of it was written: whoever has it open
 * in a form is then asked to look again. What this transaction has written already has its new version, and is left.
 */
export async function touch(change: Change, table: RecordTable, ...ids: string[]): Promise<void> {
  await touchOwners(change, await findOwners(change.tx, table, ids))
}

/** The same where the owners are known: those that rows belonged to before they were moved, say. */
export async function touchOwners({ tx }: Change, owners: readonly Owner[]): Promise<void> {
  for (const table of ['results', 'athletes', 'competitions'] as const) {
    const ids = owners.filter((owner) => owner.table === table).map(({ id }) => id)
    if (ids.length === 0) continue
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" SET withdrawn = withdrawn WHERE id = ANY ($1::text[]) AND xmin <> pg_current_xact_id()::xid`,
      ids,
    )
  }
}

/** Has the history file citations under the athlete to whom the cited name, place or record belongs now. */
export async function refileCitations({ tx }: Change, where: Prisma.CitationWhereInput): Promise<void> {
  await tx.citation.updateMany({ where: { ...where, withdrawn: false }, data: { withdrawn: false } })
}

// What others point at is written first, so that the history files what points at it where it belongs from now on.
const ORDER = [
  'sources',
  'series',
  'competitions',
  'events',
  'races',
  'athletes',
  'results',
  'places',
  'record_claims',
  'name_variants',
  'affiliations',
]

/** Tables in the order in which a change writes to them. */
export function inWritingOrder(tables: readonly string[]): string[] {
  const position = (table: string) => (ORDER.includes(table) ? ORDER.indexOf(table) : ORDER.length)
  return tables.toSorted((a, b) => position(a) - position(b))
}

export function isRecordTable(entity: string): entity is RecordTable {
  return Object.hasOwn(RECORD_DEFAULTS, entity)
}

/** A row as the history keeps it: every column by its name. */
export type Row = Record<string, unknown>

/** The present row, withdrawn or not; null where there never was one. */
export async function findCurrentRow(db: Db, entity: string, entityId: string): Promise<Row | null> {
  const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
    `SELECT to_jsonb(t) AS row FROM "${recordTable(entity)}" t WHERE id = $1`,
    entityId,
  )
  return rows[0]?.row ?? null
}

/**
 * Writes some columns of many rows of a table, with one statement for all that have the same columns.
 *
 * @param rows each with its id, and the columns to be written.
 */
export async function writeColumns({ tx }: Change, entity: string, rows: readonly Row[]): Promise<void> {
  const table = recordTable(entity)
  const alike = new Map<string, Row[]>()
  for (const row of rows) {
    const columns = Object.keys(row).filter((column) => column !== 'id')
    alike.set(columnList(columns), [...(alike.get(columnList(columns)) ?? []), row])
  }
  for (const [columns, group] of alike) {
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" t SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", w.row))
       FROM jsonb_array_elements($1::jsonb) AS w(row) WHERE t.id = w.row ->> 'id'`,
      JSON.stringify(group),
    )
  }
}

/** Writes some columns of a row; the names of the columns are those of the table. */
export async function updateRow(
  change: Change,
  table: RecordTable,
  id: string,
  columns: Readonly<Record<string, string | number | boolean | null>>,
): Promise<void> {
  await writeColumns(change, table, [{ ...columns, id }])
}

function recordTable(entity: string): RecordTable {
  if (!isRecordTable(entity)) throw new Error(`${entity} has no history.`)
  return entity
}

/** @throws where a name is none of a column, so that nothing else gets into a statement. */
function columnList(names: readonly string[]): string {
  const odd = names.find((name) => !/^[A-Za-z]+$/.test(name))
  if (odd !== undefined) throw new Error(`“${odd}” is no column.`)
  return [...new Set(names)].map((name) => `"${name}"`).join(', ')
}
