/** Pages and fields that only editors change: what contributors propose about them is refused. */
import 'server-only'
import { changedFigures, citedFigure, type Figure, figureKey, saysTheSame, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import { figuresOf, kindOfTable, PAGE_KINDS, type PageKind } from '@/lib/record/page-kinds'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { findNames } from '../history/names'
import { RefusedError } from '../history/refused-error'

/** How many protections a page lists. */
const MOST_LISTED = 200

export interface Protection {
  id: string
  kind: PageKind
  /** Of the thing. */
  entityId: string
  /** "Marathon, Fukuoka Marathon 2014" */
  title: string
  href: string | null
  /** The figure; null for the whole page. */
  field: string | null
  reason: string
  by: string
  /** ISO instant. */
  at: string
}

/** A row as a change found it, null where it makes the row, and as it would leave it; filed as the history files it. */
export interface ChangedRow {
  entity: string
  id: string
  before: Row | null
  after: Row
  athleteId: string | null
  resultId: string | null
  competitionId: string | null
}

/** The protections in force, the newest first: all, or of one page. */
export async function findProtections(db: Db, of?: { kind: PageKind; id: string }): Promise<Protection[]> {
  const rows = await db.protection.findMany({
    where: { liftedAt: null, ...(of && { entity: PAGE_KINDS[of.kind].table, entityId: of.id }) },
    orderBy: { at: 'desc' },
    take: MOST_LISTED,
  })
  return describe(db, rows)
}

export type ProtectOutcome = { saved: true } | { saved: false; reason: string }

/** Protects a page, or one of its figures. */
export async function protect(
  db: Client,
  editor: Editor,
  { kind, id, field, reason }: { kind: PageKind; id: string; field: string | null; reason: string },
): Promise<ProtectOutcome> {
  assertEditor(editor)
  const entity = PAGE_KINDS[kind].table
  if (field !== null && !figuresOf(kind).includes(field)) return { saved: false, reason: 'There is no such field.' }
  if (!(await findNames(db, [{ entity, id }])).has(thingKey({ entity, id }))) {
    return { saved: false, reason: 'There is no such page.' }
  }
  const { count } = await db.protection.createMany({
    data: [{ entity, entityId: id, field, reason, byId: editor.id, byName: editor.name }],
    skipDuplicates: true,
  })
  return count > 0 ? { saved: true } : { saved: false, reason: 'It is protected already.' }
}

/** Lifts a protection; does nothing where somebody already has. */
export async function liftProtection(db: Client, editor: Editor, id: string): Promise<void> {
  assertEditor(editor)
  await db.protection.updateMany({
    where: { id, liftedAt: null },
    data: { liftedAt: new Date(), liftedById: editor.id, liftedByName: editor.name },
  })
}

/**
 * The protections that rows of a change would break. A protected page is its thing with all that belongs to it; a
 * protected figure is one field of the thing with its citations.
 */
export async function findProtected(db: Db, rows: readonly ChangedRow[]): Promise<Protection[]> {
  const touched = rows.filter(isChanged)
  if (touched.length === 0) return []
  const pages = await pagesOf(db, touched)
  const figures = new Set(touched.flatMap(figuresIn).map(figureKey))
  const ids = [...new Set([...pages, ...figures].map((key) => key.split('/')[1] ?? ''))]
  const inForce = await db.protection.findMany({ where: { liftedAt: null, entityId: { in: ids } } })
  const broken = inForce.filter(({ entity, entityId: id, field }) =>
    field === null ? pages.has(thingKey({ entity, id })) : figures.has(figureKey({ entity, id, figure: field })),
  )
  return describe(db, broken)
}

/** Thrown by `refuseProtected`, so that nothing of the change is kept. Its message is for the one who made it. */
export class ProtectedError extends RefusedError {
  constructor(readonly protections: readonly Protection[]) {
    super(protectedInWords(protections))
  }
}

/** @throws ProtectedError where rows of a contributor's change would break a protection. */
export async function refuseProtected(db: Db, rows: readonly ChangedRow[]): Promise<void> {
  const broken = await findProtected(db, rows)
  if (broken.length > 0) throw new ProtectedError(broken)
}

function protectedInWords(protections: readonly Protection[]): string {
  const said = protections.map(({ title, field, reason }) =>
    field === null ? `the page of ${title} (${reason})` : `${wordsOf(field)} of ${title} (${reason})`,
  )
  return `Only editors change ${said.join(', ')}. Nothing was sent; write to an editor, or leave it out.`
}

const wordsOf = (figure: string) => figure.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** Whether more of a row than its version changes. */
function isChanged({ entity, before, after }: ChangedRow): boolean {
  return entity === 'citations' ? !saysTheSame(before, after) : changedFigures(entity, before, after).length > 0
}

/** The figures of its own, or that it cites, in which a row changes. */
function figuresIn({ entity, id, before, after }: ChangedRow): Figure[] {
  if (entity === 'citations') return [before, after].flatMap((row) => (row ? [citedFigure(row)] : []))
  return changedFigures(entity, before, after).map((figure) => ({ entity, id, figure }))
}

/** The pages to which rows belong, by thingKey: a result belongs to its athlete and its competition, too. */
async function pagesOf(db: Db, rows: readonly ChangedRow[]): Promise<Set<string>> {
  const pages = new Set<string>()
  const add = (entity: string, id: unknown) => typeof id === 'string' && pages.add(thingKey({ entity, id }))
  const races = new Set<string>()
  for (const { entity, id, before, after, athleteId, resultId, competitionId } of rows) {
    if (kindOfTable(entity)) add(entity, id)
    for (const row of [before, after]) {
      add('athletes', row?.athleteId)
      add('competitions', row?.competitionId)
      add('series', row?.seriesId)
      if (typeof row?.raceId === 'string') races.add(row.raceId)
    }
    if (entity === 'races') races.add(id)
    add('athletes', athleteId)
    add('results', resultId)
    add('competitions', competitionId)
  }
  const results = rows.flatMap(({ resultId }) => resultId ?? [])
  const held = await db.race.findMany({
    where: { OR: [{ id: { in: [...races] } }, { results: { some: { id: { in: results } } } }] },
    select: { event: { select: { competitionId: true } } },
  })
  for (const { event } of held) add('competitions', event.competitionId)
  return pages
}

type ProtectionRow = Awaited<ReturnType<Db['protection']['findMany']>>[number]

async function describe(db: Db, rows: readonly ProtectionRow[]): Promise<Protection[]> {
  const names = await findNames(
    db,
    rows.map(({ entity, entityId: id }) => ({ entity, id })),
  )
  return rows.flatMap(({ id, entity, entityId, field, reason, byName, at }): Protection[] => {
    const [kind, name] = [kindOfTable(entity), names.get(thingKey({ entity, id: entityId }))]
    if (!kind || !name) return []
    return [{ id, kind, entityId, ...name, field, reason, by: byName, at: at.toISOString() }]
  })
}
