import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { agreeingWith, agreesWithRecord, type CitedField, type Owner, type Part } from '@/lib/record/cited-thing'
import type { Evidence } from '@/lib/record/evidence'
import type { Draft } from '@/lib/record/merge'
import { draftOf } from '@/lib/record/result-draft'
import type { Citation, Rejection } from '@/lib/record/source'
import { isThingKind } from '@/lib/record/things/things'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { touch } from '../history/rows'
import { reviseResult } from '../results/results'
import { findThing, reviseThing } from '../things/things'
import { type CitedThing, findCitedThing } from './cited-things'

export type CiteOutcome =
  | { saved: true; changeSetId: number }
  /** `version`: the thing's present one, where somebody has changed it since the form was opened. */
  | { saved: false; errors: FieldErrors; version?: number }

export interface NewCitation {
  owner: Owner
  /** Of the thing, as the editor saw it. */
  version: number
  /** The key of a CitedField. */
  field: string
  /** The asserted value; '' where the source supports the whole. */
  asserts: string
  /**
   * Where the source differs from the record: is it kept beside the accepted value with the reason, does the record
   * change, or is the dispute left open?
   */
  stance: 'keep' | 'accept' | 'open' | null
  /** Why a source that is only kept is not followed. */
  rejection: Rejection | null
}

/** A citation as the editor saw it. */
export interface SeenCitation {
  owner: Owner
  id: string
  version: number
}

const CHANGED_SINCE = 'Somebody has changed this since you opened the page. See how it stands now, and save once more.'

/**
 * Cites a source for one field. One that differs from the record never overwrites it by itself: it is kept beside the
 * accepted value, with the reason, or it is accepted, and then the record's value changes and what contradicts it is
 * marked so.
 */
export async function addCitation(
  db: Client,
  author: Author,
  { owner, version, field: key, asserts, stance, rejection }: NewCitation,
  evidence: Evidence,
): Promise<CiteOutcome> {
  return citing(db, author, evidence, async (context) => {
    const { thing, field } = await openField(context.tx, owner, version, key)
    const { sourceId } = context
    if (sourceId === null) throw refused({ source: 'Choose the source.' })
    const isCited = field.citations.some(
      ({ source, locator, asserts: known }) =>
        source.id === sourceId && locator === evidence.locator && (known ?? '') === asserts,
    )
    if (isCited) throw refused({ locator: 'This place in this source is cited for it already.' })
    const { locator, reason } = evidence
    const cited = { ...targetOf(field.part), sourceId, locator, field: field.field, asserts: asserts || null, reason }
    if (asserts === '' || agreesWithRecord(field, asserts)) {
      await context.tx.citation.create({ data: cited })
    } else if (stance === 'accept') {
      await writeValue(context, thing, field, { value: asserts, input: 'asserts' })
      const agreeing = agreeingWith(field, asserts, field.citations)
      await judgeCitations(context.tx, field.citations, { agreeing, reason })
      await context.tx.citation.create({ data: cited })
    } else if (stance === 'open') {
      await context.tx.citation.create({ data: cited })
    } else if (stance === 'keep' && rejection !== null) {
      await context.tx.citation.create({ data: { ...cited, accepted: false, rejection } })
    } else if (stance === 'keep') {
      throw refused({ rejection: 'Say why the record does not follow this source.' })
    } else {
      throw refused({ stance: 'This is not what the record says: choose whether the record changes.' })
    }
    await touchThing(context, thing)
  })
}

/** Corrects a citation: its place in the source and what it asserts, which decides whether it is followed. */
export async function changeCitation(
  db: Client,
  author: Author,
  seen: SeenCitation,
  edit: { locator: string; asserts: string; rejection: Rejection | null; reason: string },
): Promise<CiteOutcome> {
  return citingAgain({ db, author, seen, reason: edit.reason }, async ({ tx }, field, citation) => {
    const { locator, asserts, rejection, reason } = edit
    if (locator === '') throw refused({ locator: 'Say where it stands: a page, a paragraph, a row of a table.' })
    const others = field.citations.filter(({ id }) => id !== citation.id)
    const isSameValue = (citation.asserts ?? '') === asserts
    const accepted = isSameValue
      ? citation.accepted
      : asserts === '' || agreesWithRecord({ ...field, citations: others }, asserts)
    const why = accepted ? null : (rejection ?? citation.rejection)
    if (!accepted && why === null) throw refused({ rejection: 'Say why the record does not follow this source.' })
    const isSame = isSameValue && citation.locator === locator && citation.rejection === why
    if (isSame) throw refused({ form: 'Nothing was changed.' })
    await tx.citation.update({
      where: { id: citation.id },
      data: { locator, asserts: asserts || null, accepted, rejection: why, reason },
    })
  })
}

/** Takes a citation away; the history keeps it, and can restore it. The record's value stays as it is. */
export async function withdrawCitation(
  db: Client,
  author: Author,
  seen: SeenCitation,
  reason: string,
): Promise<CiteOutcome> {
  return citingAgain({ db, author, seen, reason }, async ({ tx }, _field, citation) => {
    await tx.citation.update({ where: { id: citation.id }, data: { withdrawn: true } })
  })
}

/** A change to citations. One that is refused returns why, by input, and leaves everything as it was. */
export async function citing(
  db: Client,
  author: Author,
  { reason, source }: Pick<Evidence, 'reason' | 'source'>,
  work: (context: Change) => Promise<void>,
): Promise<CiteOutcome> {
  try {
    return await change<CiteOutcome, CiteOutcome>(db, author, { kind: 'EDIT', reason, source }, async (context) => {
      await work(context)
      return { saved: true, changeSetId: context.id }
    })
  } catch (error) {
    // What the database forbids (a death before the birth, a last day before the first) is not a fault of ours.
    if (error instanceof Error && /constraint|23514|23505|P2002/.test(error.message)) {
      return { saved: false, errors: { form: 'The record cannot say so: it would contradict another of its fields.' } }
    }
    throw error
  }
}

/** A change to a citation that exists; its source is the citation's own. */
async function citingAgain(
  { db, author, seen, reason }: { db: Client; author: Author; seen: SeenCitation; reason: string },
  work: (context: Change, field: CitedField, citation: Citation) => Promise<void>,
): Promise<CiteOutcome> {
  const row = await db.citation.findUnique({ where: { id: seen.id }, include: { source: true } })
  if (!row) return { saved: false, errors: { form: 'There is no such citation.' } }
  return citing(db, author, { reason, source: { slug: row.source.slug } }, async (context) => {
    const thing = await openThing(context.tx, seen.owner)
    const field = thing.fields.find(({ citations }) => citations.some(({ id }) => id === seen.id))
    const citation = field?.citations.find(({ id }) => id === seen.id)
    if (!field || !citation) throw refused({ form: 'This citation has been withdrawn since you opened the page.' })
    const now = await context.tx.citation.findUniqueOrThrow({ where: { id: seen.id }, select: { version: true } })
    if (now.version !== seen.version) throw refused({ form: CHANGED_SINCE }, now.version)
    await work(context, field, citation)
    await touchThing(context, thing)
  })
}

const TABLES = { result: 'results', athlete: 'athletes', competition: 'competitions' } as const

/** A thing, locked until the change is complete, so that of two changes at once the second sees the first. */
async function openThing(tx: Db, owner: Owner): Promise<CitedThing> {
  const column = owner.kind === 'result' ? 'id' : 'slug'
  await tx.$queryRawUnsafe(`SELECT id FROM ${TABLES[owner.kind]} WHERE ${column} = $1 FOR UPDATE`, owner.key)
  const thing = await findCitedThing(tx, owner)
  if (!thing) throw refused({ form: 'It has been withdrawn since you opened the page.' })
  return thing
}

/** One field of a thing that is still as the editor saw it. */
export async function openField(
  tx: Db,
  owner: Owner,
  version: number,
  key: string,
): Promise<{ thing: CitedThing; field: CitedField }> {
  const thing = await openThing(tx, owner)
  if (thing.version !== version) throw refused({ form: CHANGED_SINCE }, thing.version)
  const field = thing.fields.find((field) => field.key === key)
  if (!field) throw refused({ field: 'Say what the source is cited for.' })
  return { thing, field }
}

/** Counts up the thing's version, so that whoever has it open is asked to look again. */
export async function touchThing(context: Change, { owner, id }: CitedThing): Promise<void> {
  await touch(context, TABLES[owner.kind], id)
}

export function refused(errors: FieldErrors, version?: number): AbortChange<CiteOutcome> {
  return new AbortChange<CiteOutcome>({ saved: false, errors, version })
}

function targetOf({ kind, id }: Part): Partial<Prisma.CitationUncheckedCreateInput> {
  const columns = { name: 'nameVariantId', record: 'recordClaimId' }
  return { [kind === 'name' || kind === 'record' ? columns[kind] : `${kind}Id`]: id }
}

/**
 * Writes a value into the field of the record that it is about, by the rules of that field's form. Where the record has
 * no such field, the accepted citation is all there is.
 *
 * @param input the form's input to which an error belongs.
 */
export async function writeValue(
  context: Change,
  { result }: CitedThing,
  { key, field, part, isWritable }: CitedField,
  { value, input }: { value: string; input: string },
): Promise<void> {
  if (!isWritable) return
  try {
    if (result) await reviseResult(context, result, { ...draftOf(result), [key]: value })
    else await reviseField(context, part, { [field]: value })
  } catch (error) {
    if (!(error instanceof AbortChange)) throw error
    const { errors, doubts } = error.outcome as { errors: FieldErrors; doubts?: FieldErrors }
    const reasons = Object.values({ ...doubts, ...errors })
    throw refused({ [input]: reasons.join(' ') })
  }
}

async function reviseField(context: Change, { kind, id }: Part, value: Draft): Promise<void> {
  if (!isThingKind(kind)) throw new Error(`A ${kind} has a form of its own.`)
  const found = await findThing(context.tx, kind, id)
  if (!found) throw refused({ form: 'It has been withdrawn since you opened the page.' })
  await reviseThing(context, { kind, id, draft: { ...found.draft, ...value }, isSure: false }, null)
}

/** What decides which citations of a field are followed. */
interface Judgement {
  /** The citations that agree with what has been chosen. */
  agreeing: readonly Citation[]
  reason: string
  /** Why a citation is not followed, where that was asked; null for what it was, or "contradicted". */
  kindOf?: (citation: Citation) => Rejection | null
}

/**
 * Accepts the citations that agree with what has been chosen and marks the others, each with its kind of reason.
 *
 * @returns how many were changed.
 */
export async function judgeCitations(
  tx: Db,
  citations: readonly Citation[],
  { agreeing, reason, kindOf = () => null }: Judgement,
): Promise<number> {
  let count = 0
  for (const citation of citations) {
    if (citation.asserts === null) continue
    const accepted = agreeing.includes(citation)
    const rejection = accepted ? null : (kindOf(citation) ?? citation.rejection ?? 'CONTRADICTED')
    if (citation.accepted === accepted && citation.rejection === rejection) continue
    await tx.citation.update({ where: { id: citation.id }, data: { accepted, rejection, reason } })
    count++
  }
  return count
}
