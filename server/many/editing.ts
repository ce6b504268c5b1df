/** Changing one field of many things at once, by the rules of the form of each: all of them or none. */
import 'server-only'
import { createHash } from 'node:crypto'
import type { FieldErrors } from '@/lib/form/field-errors'
import { firstReason } from '@/lib/form/form-fields'
import type { Evidence } from '@/lib/record/evidence'
import { edited, type ManyEdit, MOST_LISTED } from '@/lib/record/many/edit'
import { type ManyField, type ManyKind, manyField } from '@/lib/record/many/fields'
import type { ManyPreview, ManyRow } from '@/lib/record/many/preview'
import { checkDraft } from '@/lib/record/result-check'
import { draftOf } from '@/lib/record/result-draft'
import { textOf } from '@/lib/record/things/thing'
import { thingOf } from '@/lib/record/things/things'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { findResult, reviseResult } from '../results/results'
import { citeResult } from '../sources/citations'
import { checkThing, findThing, reviseThing } from '../things/things'
import type { Progress } from './progress'
import { describe } from './selection'
import { valuesOf } from './values'

export interface ManyChange {
  kind: ManyKind
  field: string
  edit: ManyEdit
  ids: readonly string[]
}

export type ManyOutcome =
  | { saved: true; changeSetId: number }
  | { saved: false; errors: FieldErrors; preview: ManyPreview | null }

/** A thousand rows, each with its rules and citations. */
const LONGEST = 300_000

/** What a change would do to each of them; nothing is written. */
export async function previewMany(db: Db, asked: ManyChange): Promise<ManyPreview> {
  const planned = await plan(db, asked)
  const rows: ManyRow[] = []
  for (const row of planned.rows) rows.push({ ...row, refusal: row.refusal ?? (await findRefusal(db, asked, row)) })
  return previewOf({ ...planned, rows })
}

/**
 * Saves what was previewed as one change set, each row as its own form would: all of them, or none.
 *
 * @param seen the token of the preview; nothing is saved where it would say something else by now.
 */
export async function saveMany(
  db: Client,
  editor: Editor,
  { seen, ...asked }: ManyChange & { seen: string },
  evidence: Evidence,
  report: (progress: Progress) => void = () => {},
): Promise<ManyOutcome> {
  try {
    return await change<ManyOutcome, ManyOutcome>(
      db,
      editor,
      { kind: 'EDIT', ...evidence },
      async (context) => {
        await lock(context, asked)
        const planned = await plan(context.tx, asked)
        if (planned.token !== seen) {
          throw refused('Something was changed since you looked. See what it would do now, and save again.', planned)
        }
        if (planned.rows.length === 0) throw refused('Nothing would be changed.', planned)
        const rows: ManyRow[] = []
        for (const row of planned.rows) {
          rows.push({ ...row, refusal: row.refusal ?? (await revise(context, asked, row, evidence)) })
          report({ done: rows.length, total: planned.rows.length })
        }
        const wrong = rows.filter(({ refusal }) => refusal !== null).length
        if (wrong > 0)
          throw refused(`${wrong} of ${rows.length} are refused, so nothing was saved.`, { ...planned, rows })
        return { saved: true, changeSetId: context.id }
      },
      { timeout: LONGEST },
    )
  } catch (error) {
    // What the database forbids is not a fault of ours.
    if (error instanceof Error && /constraint|23514|23505|P2002/.test(error.message)) {
      return {
        saved: false,
        errors: { form: 'The record cannot say so: it would contradict another of its fields.' },
        preview: null,
      }
    }
    throw error
  }
}

function refused(form: string, planned: Planned): AbortChange<ManyOutcome> {
  return new AbortChange<ManyOutcome>({ saved: false, errors: { form }, preview: previewOf(planned) })
}

/** In one order, so that of two changes at once the second sees the first. */
async function lock({ tx }: Change, { kind, ids }: ManyChange): Promise<void> {
  const table = kind === 'result' ? 'results' : thingOf(kind).table
  await tx.$queryRawUnsafe(`SELECT id FROM "${table}" WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE`, ids)
}

interface Planned {
  /** Those that would be changed, in the order in which they were chosen. */
  rows: ManyRow[]
  same: number
  token: string
}

async function plan(db: Db, { kind, field: name, edit, ids }: ManyChange): Promise<Planned> {
  const field = manyField(kind, name)
  if (!field) throw new Error(`${name} is no field of a ${kind} that can be changed together.`)
  const described = await describe(db, kind, ids)
  const values = await valuesOf(db, kind, { field: name, ids })
  const write = await writer(db, name, field)
  const rows: ManyRow[] = []
  for (const id of ids) {
    const [thing, before] = [described.get(id), values.get(id)]
    if (!thing || before === undefined) continue
    const { after, refusal } = await write(edited(edit, before))
    if (after !== before) rows.push({ id, title: thing.title, before, after, refusal })
  }
  const told = rows.map(({ id, before, after }) => [id, before, after])
  const token = createHash('sha256')
    .update(JSON.stringify([kind, name, told]))
    .digest('base64url')
    .slice(0, 22)
  return { rows, same: ids.length - rows.length, token }
}

type Written = { after: string; refusal: string | null }

/** How a typed value is written in the record: "mongolia" is MGL. Each value is looked up once. */
async function writer(db: Db, name: string, { rule }: ManyField): Promise<(typed: string) => Promise<Written>> {
  const known = new Map<string, Written>()
  const read = async (typed: string): Promise<Written> => {
    const parsed = rule.safeParse(typed)
    if (!parsed.success) return { after: typed, refusal: firstReason(parsed.error) }
    const after = textOf(parsed.data)
    if (name !== 'seriesId' || after === '') return { after, refusal: null }
    const series = await db.series.findFirst({
      where: {
        withdrawn: false,
        OR: [{ name: { equals: after, mode: 'insensitive' } }, { slug: after.toLowerCase() }],
      },
    })
    return { after: series?.name ?? after, refusal: series ? null : `There is no series “${after}” in the record.` }
  }
  return async (typed) => {
    const written = known.get(typed) ?? (await read(typed))
    known.set(typed, written)
    return written
  }
}

function previewOf({ rows, same, token }: Planned): ManyPreview {
  const ordered = rows.toSorted((a, b) => Number(a.refusal === null) - Number(b.refusal === null))
  return {
    rows: ordered.slice(0, MOST_LISTED),
    changed: rows.length,
    refused: rows.filter(({ refusal }) => refusal !== null).length,
    same,
    more: Math.max(0, rows.length - MOST_LISTED),
    token,
  }
}

const GONE = 'It has been withdrawn since.'

/** Why a row cannot be saved; null where it can. */
async function findRefusal(db: Db, { kind, field }: ManyChange, { id, after }: ManyRow): Promise<string | null> {
  if (kind === 'result') {
    const found = await findResult(db, id)
    if (!found || found.withdrawn) return GONE
    const checked = checkDraft({ ...draftOf(found.result), [field]: after })
    return checked.ok ? null : reasonOf(kind, checked.errors)
  }
  const found = await findThing(db, kind, id)
  if (!found || found.withdrawn) return GONE
  const { errors, doubts } = await checkThing(db, { kind, id, partOf: null, draft: { ...found.draft, [field]: after } })
  return reasonOf(kind, { ...doubts, ...errors })
}

/** Writes a row as its own form would, with its citations; the reason where it is refused. */
async function revise(
  context: Change,
  { kind, field }: ManyChange,
  { id, after }: ManyRow,
  evidence: Evidence,
): Promise<string | null> {
  try {
    if (kind === 'result') {
      const found = await findResult(context.tx, id)
      if (!found || found.withdrawn) return GONE
      const written = await reviseResult(context, found.result, { ...draftOf(found.result), [field]: after })
      await citeResult(context, evidence, id, written)
      return null
    }
    const found = await findThing(context.tx, kind, id)
    if (!found || found.withdrawn) return GONE
    await reviseThing(context, { kind, id, draft: { ...found.draft, [field]: after }, isSure: false }, evidence)
    return null
  } catch (error) {
    if (!(error instanceof AbortChange)) throw error
    const { errors, doubts } = error.outcome as { errors: FieldErrors; doubts?: FieldErrors }
    return reasonOf(kind, { ...doubts, ...errors }) ?? 'It cannot be saved.'
  }
}

/** The reasons in words, each with the field that it is about. */
function reasonOf(kind: ManyKind, errors: FieldErrors): string | null {
  const fields = kind === 'result' ? {} : thingOf(kind).fields
  const reasons = Object.entries(errors).map(([field, reason]) => {
    const label = fields[field]?.label
    return label ? `${label}: ${reason}` : reason
  })
  return reasons.length > 0 ? reasons.join(' ') : null
}
