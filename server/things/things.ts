/** Things of the record as the general form of the desk finds, makes, changes and withdraws them. */
import 'server-only'
import { nanoid } from 'nanoid'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Evidence } from '@/lib/record/evidence'
import { changedFields, type Draft, type Merge, merge } from '@/lib/record/merge'
import { describedSource, SOURCE } from '@/lib/record/things/source'
import { type Row, readThing, type Thing, textOf, type Values } from '@/lib/record/things/thing'
import { type ThingKind, thingOf } from '@/lib/record/things/things'
import type { Client, Db } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { lockNew, newSlug, type SluggedTable } from '../history/new-slug'
import { findCurrentRow, findOwners, insertMany, type RecordTable, touchOwners, updateRow } from '../history/rows'
import { type CitationTarget, citeValue } from '../sources/citations'
import { findDependents } from './dependents'
import { findNamesakes, type Namesake } from './namesakes'
import { checkAgainstRecord, type Objections } from './record-rules'
import { draftWithNames, resolveNames } from './references'

export interface FoundThing {
  row: Row
  draft: Draft
  version: number
  withdrawn: boolean
  title: string
}

/** A thing, withdrawn or not; null where there is none. */
export async function findThing(db: Db, kind: ThingKind, id: string): Promise<FoundThing | null> {
  const thing = thingOf(kind)
  const row = await findCurrentRow(db, thing.table, id)
  if (!row) return null
  return {
    row,
    draft: await draftWithNames(db, thing, row),
    version: Number(row.version),
    withdrawn: row.withdrawn === true,
    title: thing.title(row),
  }
}

export type SaveOutcome =
  | { saved: true; changeSetId: number; id: string }
  /** `doubts`: what is unlikely, to be confirmed. `namesakes`: who may be meant by a new athlete. */
  | { saved: false; errors: FieldErrors; doubts?: FieldErrors; namesakes?: Namesake[] }
  /** A colleague saved in between and both changed a field. */
  | { saved: false; clash: { theirs: Draft; version: number; merge: Merge } }

export interface ThingEdit {
  kind: ThingKind
  id: string
  /** The form's values when it was opened, and the thing's version then. */
  base: { draft: Draft; version: number }
  draft: Draft
  /** Whether what is unlikely has been confirmed. */
  isSure: boolean
}

/** Saves what was changed of a thing: the row, the citations of what changed and the revisions, or nothing. */
export async function saveThing(
  db: Client,
  author: Author,
  { kind, id, base, draft, isSure }: ThingEdit,
  evidence: Evidence,
): Promise<SaveOutcome> {
  return saving(db, author, evidence, async (context) => {
    const current = await lockThing(context.tx, kind, id)
    const merged = merge(current.version === base.version ? current.draft : base.draft, current.draft, draft)
    if (merged.clashes.length > 0) {
      const clash = { theirs: current.draft, version: current.version, merge: merged }
      throw new AbortChange<SaveOutcome>({ saved: false, clash })
    }
    await writeThing(context, current, { kind, id, draft: merged.merged, isSure }, evidence)
    return { saved: true, changeSetId: context.id, id }
  })
}

/**
 * Writes what a draft changes of a thing, inside a change that is under way, by the rules of its form.
 *
 * @param evidence null where the caller writes the citations.
 * @throws an AbortChange with the errors by field.
 */
export async function reviseThing(
  context: Change,
  edit: Omit<ThingEdit, 'base'>,
  evidence: Pick<Evidence, 'reason' | 'locator'> | null,
): Promise<void> {
  await writeThing(context, await lockThing(context.tx, edit.kind, edit.id), edit, evidence)
}

async function writeThing(
  context: Change,
  { row, draft: before }: FoundThing,
  { kind, id, draft, isSure }: Omit<ThingEdit, 'base'>,
  evidence: Pick<Evidence, 'reason' | 'locator'> | null,
): Promise<void> {
  const thing = thingOf(kind)
  const values = await checkedValues(context.tx, { kind, row, draft, isSure })
  const after = await draftWithNames(context.tx, thing, values)
  const changed = changedFields(before, after)
  if (changed.length === 0) throw refused({ form: 'Nothing was changed.' })
  const table = tableOf(thing)
  await updateRow(context, table, id, Object.fromEntries(changed.map((field) => [field, values[field] ?? null])))
  await touchOwners(context, await findOwners(context.tx, table, [id]))
  if (evidence) await cite(context, evidence, { thing, id, after, fields: changed })
}

export interface NewThing {
  kind: ThingKind
  /** The id of the thing it is part of; null for one that stands by itself. */
  partOf: string | null
  draft: Draft
  isSure: boolean
}

/** Makes a thing, with a citation for each field that it states. */
export async function addThing(
  db: Client,
  author: Author,
  { kind, partOf, draft, isSure }: NewThing,
  evidence: Evidence,
): Promise<SaveOutcome> {
  if (kind === 'source') return addSource(db, author, draft, evidence)
  return saving(db, author, evidence, async (context) => {
    const thing = thingOf(kind)
    const owner = ownerRow(thing, partOf)
    await lockBeside(context.tx, thing, owner)
    const values = await checkedValues(context.tx, { kind, row: owner, draft, isSure })
    const namesakes = kind === 'athlete' && !isSure ? await findNamesakes(context.tx, values) : []
    if (namesakes.length > 0) throw new AbortChange<SaveOutcome>({ saved: false, errors: {}, namesakes })
    const id = nanoid(12)
    const row = {
      id,
      ...owner,
      ...values,
      ...(await addressOf(context.tx, thing, values)),
      ...ofChange(context, kind, evidence),
    }
    // The description's columns are those of the table: lib/record/things is tested against the database.
    await insertMany(context, tableOf(thing), [row as never])
    await touchOwners(context, await findOwners(context.tx, tableOf(thing), [id]))
    const after = await draftWithNames(context.tx, thing, values)
    await cite(context, evidence, { thing, id, after, fields: changedFields({}, after) })
    return { saved: true, changeSetId: context.id, id }
  })
}

/** A new source is what its own change is based on, and the change makes it. */
async function addSource(db: Client, author: Author, draft: Draft, evidence: Evidence): Promise<SaveOutcome> {
  const read = readThing(SOURCE, draft)
  if (!read.ok) return { saved: false, errors: read.errors }
  const based = { ...evidence, source: describedSource(read.values) }
  return saving(db, author, based, async ({ tx, id, sourceId }) => {
    const made = await tx.revision.count({ where: { changeSetId: id, entity: 'sources', entityId: sourceId ?? '' } })
    if (made === 0 || sourceId === null) throw refused({ title: 'This source is in the record already.' })
    return { saved: true, changeSetId: id, id: sourceId }
  })
}

/** What would keep a form from being saved, and what it would be asked about; both by field. Nothing is written. */
export async function checkThing(
  db: Db,
  { kind, id, partOf, draft }: { kind: ThingKind; id: string | null; partOf: string | null; draft: Draft },
): Promise<Objections> {
  const thing = thingOf(kind)
  const row = id === null ? ownerRow(thing, partOf) : ((await findCurrentRow(db, thing.table, id)) ?? {})
  try {
    await checkedValues(db, { kind, row, draft, isSure: false })
    return { errors: {}, doubts: {} }
  } catch (error) {
    if (!(error instanceof AbortChange)) throw error
    const { errors, doubts = {} } = error.outcome as { errors: FieldErrors; doubts?: FieldErrors }
    return { errors, doubts }
  }
}

/** Takes a thing out of the record, unless something else rests on it; the history keeps it. */
export async function withdrawThing(
  db: Client,
  author: Author,
  { kind, id }: { kind: ThingKind; id: string },
  evidence: Evidence,
): Promise<SaveOutcome> {
  return saving(db, author, evidence, async (context) => {
    const { row } = await lockThing(context.tx, kind, id)
    const table = tableOf(thingOf(kind))
    const resting = await findDependents(context.tx, table, row)
    if (resting) throw refused({ form: `It cannot be withdrawn while ${resting} on it.` })
    const owners = await findOwners(context.tx, table, [id])
    await updateRow(context, table, id, { withdrawn: true })
    await touchOwners(context, owners)
    return { saved: true, changeSetId: context.id, id }
  })
}

/** Of a new thing, what is known of its row: what it is part of. */
function ownerRow({ partOf: owner }: Thing, id: string | null): Row {
  return owner ? { [owner.column]: id } : {}
}

async function saving(
  db: Client,
  author: Author,
  evidence: Evidence,
  work: (context: Change) => Promise<SaveOutcome>,
): Promise<SaveOutcome> {
  return change<SaveOutcome, SaveOutcome>(db, author, { kind: 'EDIT', ...evidence }, work)
}

/** A thing that is locked until the change is complete, so that of two saves the second sees the first. */
async function lockThing(tx: Db, kind: ThingKind, id: string): Promise<FoundThing> {
  const thing = thingOf(kind)
  const row = await findCurrentRow(tx, thing.table, id)
  if (row && (thing.partOf || kind === 'series')) await lockBeside(tx, thing, row)
  await tx.$queryRawUnsafe(`SELECT id FROM "${thing.table}" WHERE id = $1 FOR UPDATE`, id)
  const found = await findThing(tx, kind, id)
  if (!found || found.withdrawn) {
    throw refused({ form: 'It has been withdrawn since you opened it. Its history can restore it.' })
  }
  return found
}

/**
 * Locks what a thing is part of, or the making of others where it stands by itself: of two saves that no rule allows
 * beside each other, the second is checked against the first.
 */
async function lockBeside(tx: Db, { table, partOf: owner }: Thing, row: Row): Promise<void> {
  if (owner === null) await lockNew(tx, table)
  else {
    const owners = owner.kind === 'result' ? 'results' : thingOf(owner.kind).table
    await tx.$queryRawUnsafe(`SELECT id FROM "${owners}" WHERE id = $1 FOR UPDATE`, row[owner.column])
  }
}

async function checkedValues(
  tx: Db,
  { kind, row, draft, isSure }: { kind: ThingKind; row: Row; draft: Draft; isSure: boolean },
): Promise<Values> {
  const thing = thingOf(kind)
  const read = readThing(thing, draft)
  if (!read.ok) throw refused(read.errors)
  const { values, errors: unknown } = await resolveNames(tx, thing, read.values as Values)
  const { errors, doubts }: Objections = await checkAgainstRecord(tx, kind, row, values)
  const wrong = { ...errors, ...unknown }
  if (Object.keys(wrong).length > 0) throw refused(wrong)
  if (!isSure && Object.keys(doubts).length > 0) {
    throw new AbortChange<SaveOutcome>({ saved: false, errors: {}, doubts })
  }
  return values
}

async function cite(
  context: Change,
  evidence: Pick<Evidence, 'reason' | 'locator'>,
  { thing, id, after, fields }: { thing: Thing; id: string; after: Draft; fields: readonly string[] },
): Promise<void> {
  if (thing.citation === null) return
  const target: CitationTarget = { [thing.citation]: id }
  for (const field of fields.filter((field) => thing.fields[field]?.isCited)) {
    await citeValue(context, evidence, { target, field, asserts: after[field] || null, discipline: null })
  }
}

const ADDRESSED: Record<SluggedTable, (values: Values) => string> = {
  athletes: ({ displayName }) => textOf(displayName),
  competitions: ({ year, name }) => `${textOf(year)} ${textOf(name)}`,
  series: ({ name }) => textOf(name),
}

/** The slug of a new thing that has an address of its own. */
async function addressOf(tx: Db, { table }: Thing, values: Values): Promise<{ slug?: string }> {
  return isSlugged(table) ? { slug: await newSlug(tx, table, ADDRESSED[table](values)) } : {}
}

function isSlugged(table: string): table is SluggedTable {
  return Object.hasOwn(ADDRESSED, table)
}

/** What a new thing has of the change that adds it: a claim or a published place the source, a picture the time. */
function ofChange({ sourceId }: Change, kind: ThingKind, { locator }: Evidence) {
  if (kind === 'photo') return { addedAt: new Date().toISOString() }
  return kind === 'claim' || kind === 'published-place' ? { sourceId, locator } : {}
}

function tableOf({ table }: Thing): RecordTable {
  return table as RecordTable
}

export function refused(errors: FieldErrors): AbortChange<SaveOutcome> {
  return new AbortChange<SaveOutcome>({ saved: false, errors })
}
