/** Which changes somebody other than their author has looked at. */
import 'server-only'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { catchUp } from '../freshness/watch'
import { UNPATROLLED } from '../history/changes'

/** Counted up to this number. */
export const MOST_UNPATROLLED = 100

export interface Patrol {
  userId: string
  by: string
  /** ISO instant. */
  at: string
}

export type PatrolOutcome = { patrolled: true } | { patrolled: false; reason: string }

/** The marks of these changes, by change. */
export async function findPatrols(db: Db, changeSetIds: readonly number[]): Promise<Map<number, Patrol>> {
  const found = await db.patrol.findMany({ where: { changeSetId: { in: [...changeSetIds] } } })
  return new Map(
    found.map(({ changeSetId, userId, userName, at }) => [changeSetId, { userId, by: userName, at: at.toISOString() }]),
  )
}

/** How many changes of others this editor could patrol, up to MOST_UNPATROLLED. */
export async function countUnpatrolled(db: Db, editor: Editor): Promise<number> {
  const found = await db.changeSet.findMany({
    where: { ...UNPATROLLED, authorId: { not: editor.id } },
    orderBy: { id: 'desc' },
    take: MOST_UNPATROLLED,
    select: { id: true },
  })
  return found.length
}

/** Marks a change as patrolled. The first mark is kept; nobody marks what is their own. */
export async function markPatrolled(db: Client, editor: Editor, changeSetId: number): Promise<PatrolOutcome> {
  assertEditor(editor)
  const set = await db.changeSet.findUnique({ where: { id: changeSetId } })
  if (!set) return { patrolled: false, reason: 'There is no such change.' }
  if (set.kind === 'SEED') return { patrolled: false, reason: 'The first record needs no patrol.' }
  if (set.authorId === editor.id) {
    return { patrolled: false, reason: 'This change is your own: somebody else has to look at it.' }
  }
  await db.patrol.createMany({
    data: [{ changeSetId, userId: editor.id, userName: editor.name }],
    skipDuplicates: true,
  })
  await catchUp()
  return { patrolled: true }
}

/** Takes back one's own mark. */
export async function unmarkPatrolled(db: Client, editor: Editor, changeSetId: number): Promise<void> {
  assertEditor(editor)
  await db.patrol.deleteMany({ where: { changeSetId, userId: editor.id } })
  await catchUp()
}
