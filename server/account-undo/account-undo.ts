/** Undoes everything of one account between two times, change by change, the newest first. */
import 'server-only'
import type {
  AccountUndoPreview,
  AccountUndoProgress,
  AccountUndoScope,
  LeftFigure,
  PreviewedChange,
} from '@/lib/record/account-undo'
import type { HistoryEntry } from '@/lib/record/history'
import type { PutBackChoice, PutBackView, Refusal } from '@/lib/record/put-back-view'
import type { Client, Db, Prisma } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { findEditorName } from '../history/changes'
import { findEntries, findImportOfChange } from '../history/history'
import { findUndo, undoChangeSet } from '../history/undo'

/** How many changes one undoing takes; the rest of them is another. */
const MOST_CHANGES = 500
/** How many changes a page of the preview shows. */
export const PREVIEWED = 10
const MOST_FIGURES = 10
/** How long a request works on an undoing, and after how long without a sign it is taken over, in milliseconds. */
const LONGEST_STEP = 8_000
const SILENCE = 180_000

/** @throws where the editor did not come through the gate, or is no administrator. */
function assertAdmin(editor: Editor): void {
  assertEditor(editor)
  if (editor.role !== 'ADMIN') throw new Error('Only an administrator undoes everything of an account.')
}

/** The changes of the account in that time, newest first: one more than are taken, where there are more. */
async function findScope(db: Db, { userId, since, until }: AccountUndoScope): Promise<number[]> {
  const rows = await db.changeSet.findMany({
    where: { authorId: userId, createdAt: { gte: since, lt: until }, NOT: { kind: 'SEED' } },
    orderBy: { id: 'desc' },
    take: MOST_CHANGES + 1,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** @param page from 1, of PREVIEWED changes each. */
export async function previewAccountUndo(db: Db, scope: AccountUndoScope, page: number): Promise<AccountUndoPreview> {
  const found = await findScope(db, scope)
  const ids = found.slice(0, MOST_CHANGES)
  const entries = await findEntries(db, ids.slice((page - 1) * PREVIEWED, page * PREVIEWED), 1)
  const changes: PreviewedChange[] = []
  for (const entry of entries) changes.push(await previewChange(db, entry, new Set(ids)))
  return { count: ids.length, hasMore: found.length > MOST_CHANGES, changes }
}

/** @param together the changes that are undone with it: what those have built on it is put back before. */
async function previewChange(db: Db, entry: HistoryEntry, together: ReadonlySet<number>): Promise<PreviewedChange> {
  const view = await findUndo(db, entry.id)
  if (!view) return { entry, figures: [], more: 0, left: [], refusal: await refusalOf(db, entry.id) }
  const isOfOthers = ({ changedBy }: PutBackChoice) => changedBy.some(({ changeSetId }) => !together.has(changeSetId))
  const open = view.choices.filter(({ state }) => state === 'ready' || state === 'changed')
  // What is blocked now may not be once the later changes of the account are undone, unless others are in the way.
  const left = open.filter((choice) =>
    choice.isBlocked ? choice.changedBy.length === 0 || isOfOthers(choice) : isOfOthers(choice),
  )
  const figures = open.filter((choice) => !left.includes(choice)).flatMap((choice) => choice.figures)
  return {
    entry,
    figures: figures.slice(0, MOST_FIGURES),
    more: Math.max(0, figures.length - MOST_FIGURES) + view.more,
    left: left.flatMap(leftFigures),
    refusal: open.length === 0 ? { kind: 'nothing-left' } : null,
  }
}

async function refusalOf(db: Db, changeSetId: number): Promise<Refusal> {
  const importId = await findImportOfChange(db, changeSetId)
  return importId ? { kind: 'import', importId } : { kind: 'missing' }
}

function leftFigures({ figures, changedBy, rests }: PutBackChoice): LeftFigure[] {
  return figures.slice(0, 1).map(({ entity, figure, of }) => ({
    entity,
    figure,
    title: of.title,
    changedBy: changedBy.map(({ changeSetId, author }) => ({ changeSetId, author })),
    rests: rests.slice(0, 3).map(({ title }) => title),
  }))
}

/** Begins an undoing: the changes that it takes are fixed. @returns its id; null where there is nothing to undo. */
export async function beginAccountUndo(
  db: Client,
  admin: Editor,
  scope: AccountUndoScope,
  reason: string,
): Promise<string | null> {
  assertAdmin(admin)
  const ids = (await findScope(db, scope)).slice(0, MOST_CHANGES)
  if (ids.length === 0) return null
  const { id } = await db.accountUndo.create({
    data: { ...scope, reason, byId: admin.id, items: { create: ids.map((changeSetId) => ({ changeSetId })) } },
  })
  return id
}

/**
 * Goes on with an undoing for some seconds. What was done is in the database after each change, so that an undoing which
 * was cut short goes on where it was.
 *
 * @returns whether anything is left to do.
 */
export async function continueAccountUndo(db: Client, admin: Editor, id: string): Promise<boolean> {
  assertAdmin(admin)
  const { reason } = await db.accountUndo.findUniqueOrThrow({ where: { id }, select: { reason: true } })
  for (const start = Date.now(); Date.now() - start < LONGEST_STEP; ) {
    const changeSetId = await takeNext(db, id)
    if (changeSetId === null) break
    const outcome = await undoOne(db, admin, changeSetId, reason)
    await db.accountUndoItem.update({ where: { undoId_changeSetId: { undoId: id, changeSetId } }, data: outcome })
  }
  return (await db.accountUndoItem.count({ where: { undoId: id, state: { in: ['WAITING', 'RUNNING'] } } })) > 0
}

/** The newest change that is not done yet; null where there is none, or another request is at it. */
async function takeNext(db: Client, undoId: string): Promise<number | null> {
  const [taken] = await db.$queryRaw<{ changeSetId: number }[]>`
    UPDATE account_undo_items SET state = 'RUNNING', "takenAt" = now()
    WHERE "undoId" = ${undoId} AND "changeSetId" = (
        SELECT max("changeSetId") FROM account_undo_items WHERE "undoId" = ${undoId} AND state IN ('WAITING', 'RUNNING'))
      AND (state = 'WAITING' OR "takenAt" < ${new Date(Date.now() - SILENCE)})
    RETURNING "changeSetId"`
  return taken?.changeSetId ?? null
}

type Outcome = Pick<Prisma.AccountUndoItemUncheckedUpdateInput, 'state' | 'restoreId' | 'left' | 'refusal'>

async function undoOne(db: Client, admin: Editor, changeSetId: number, reason: string): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const view = await findUndo(db, changeSetId)
    const keys = view?.choices.flatMap(({ key, isTicked }) => (isTicked ? [key] : [])) ?? []
    const left = leftOf(view)
    const answer = { token: view?.token ?? '', keys, more: view?.isMoreTicked ?? false }
    const outcome = await undoChangeSet(db, admin, { changeSetId, reason, ...answer })
    if (outcome.saved) return { state: 'UNDONE', restoreId: outcome.changeSetId, left: json(left) }
    // Somebody saved in between: once more, by what stands now.
    if (outcome.refusal.kind === 'moved' && attempt < 3) continue
    // A request that was cut short may have undone it already, and have had no time to say so.
    const before = await findOwnRestore(db, admin, changeSetId, reason)
    if (before !== null) return { state: 'UNDONE', restoreId: before, left: json(left) }
    return { state: 'LEFT', left: json(left), refusal: json(outcome.refusal) }
  }
}

function leftOf(view: PutBackView | null): LeftFigure[] {
  const left = view?.choices.filter(({ state, isTicked }) => !isTicked && (state === 'ready' || state === 'changed'))
  return left?.flatMap(leftFigures) ?? []
}

async function findOwnRestore(db: Db, admin: Editor, changeSetId: number, reason: string): Promise<number | null> {
  const found = await db.changeSet.findFirst({
    where: { undoesId: changeSetId, authorId: admin.id, reason },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return found?.id ?? null
}

const json = (value: object) => value as Prisma.InputJsonObject

/** How far an undoing has come; null where there is none. */
export async function findAccountUndo(db: Db, id: string): Promise<AccountUndoProgress | null> {
  const found = await db.accountUndo.findUnique({
    where: { id },
    include: { items: { orderBy: { changeSetId: 'desc' } }, user: true, by: true },
  })
  if (!found) return null
  const { userId, user, by, reason, since, until, items } = found
  return {
    id,
    userId,
    name: (await findEditorName(db, userId)) ?? user.name,
    by: by.name,
    reason,
    since: since.toISOString(),
    until: until.toISOString(),
    total: items.length,
    waiting: items.filter(({ state }) => state === 'WAITING' || state === 'RUNNING').length,
    undone: items.flatMap(({ changeSetId, restoreId, left }) =>
      restoreId === null ? [] : [{ changeSetId, restoreId, left: left as unknown as LeftFigure[] }],
    ),
    left: items.flatMap(({ state, changeSetId, refusal, left }) =>
      state === 'LEFT'
        ? [{ changeSetId, refusal: refusal as Refusal | null, left: left as unknown as LeftFigure[] }]
        : [],
    ),
  }
}

/** The undoings of an account, the newest first. */
export async function findAccountUndos(db: Db, userId: string): Promise<{ id: string; at: string; reason: string }[]> {
  const rows = await db.accountUndo.findMany({ where: { userId }, orderBy: { createdAt: 'desc' }, take: 20 })
  return rows.map(({ id, createdAt, reason }) => ({ id, at: createdAt.toISOString(), reason }))
}
