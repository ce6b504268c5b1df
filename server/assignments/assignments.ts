/** Who works on which finding or dispute. */
import 'server-only'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, canPublish, type Editor } from '../accounts/editor'

/** How many editors a form offers. */
const MOST_EDITORS = 500

export interface Assignment {
  userId: string
  name: string
  by: string
  /** ISO instant. */
  at: string
}

export const findingSubject = (fingerprint: string) => `finding:${fingerprint}`
/** @param address of its page under /admin/disputes/: "result/<id>/mark". */
export const disputeSubject = (address: string) => `dispute:${address}`

/** Whether a text can name a finding or a dispute. */
export function isSubject(text: string): boolean {
  return /^(finding|dispute):[\p{L}\p{N}/:%._ -]{1,200}$/u.test(text)
}

/** By subject; those that nobody works on are left out. */
export async function findAssignments(db: Db, subjects: readonly string[]): Promise<Map<string, Assignment>> {
  const rows = await db.assignment.findMany({
    where: { subject: { in: [...subjects] } },
    include: { user: { select: { name: true } } },
  })
  return new Map(
    rows.map(({ subject, userId, user, byName, at }) => [
      subject,
      { userId, name: user.name, by: byName, at: at.toISOString() },
    ]),
  )
}

/** The subjects that are somebody's own. */
export async function findAssigned(db: Db, userId: string): Promise<string[]> {
  const rows = await db.assignment.findMany({ where: { userId }, orderBy: { at: 'desc' }, select: { subject: true } })
  return rows.map(({ subject }) => subject)
}

/** Everybody to whom something can be assigned, by name. */
export async function findAssignees(db: Db): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({
    where: { disabledAt: null, role: { in: ['EDITOR', 'ADMIN'] } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST_EDITORS,
    select: { id: true, name: true },
  })
}

export type AssignOutcome = { saved: true } | { saved: false; reason: string }

/** @param userId who works on it from now on; null for nobody. */
export async function assign(
  db: Client,
  editor: Editor,
  subject: string,
  userId: string | null,
): Promise<AssignOutcome> {
  assertEditor(editor)
  if (!isSubject(subject)) return { saved: false, reason: 'There is no such finding or dispute.' }
  if (userId === null) {
    await db.assignment.deleteMany({ where: { subject } })
    return { saved: true }
  }
  const user = await db.user.findFirst({ where: { id: userId, disabledAt: null }, select: { role: true } })
  if (!user || !canPublish(user.role)) return { saved: false, reason: 'Choose an editor.' }
  const data = { userId, byId: editor.id, byName: editor.name, at: new Date() }
  await db.assignment.upsert({ where: { subject }, create: { subject, ...data }, update: data })
  return { saved: true }
}
