/** Suggestions of visitors: sent, read by editors, taken up, and answered. */
import 'server-only'
import { nanoid } from 'nanoid'
import type { Suggestion, SuggestionState } from '@/lib/record/suggestion'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { catchUp } from '../freshness/watch'
import type { SuggestionSubject } from './subject'

/** How many suggestions a page lists. */
const MOST = 200

export interface ListedSuggestion extends Suggestion {
  id: string
  state: SuggestionState
  path: string
  entity: string | null
  entityId: string | null
  /** What the page showed when the form was opened. */
  shown: string | null
  /** ISO instant. */
  at: string
  editor: string | null
  answeredAt: string | null
  answer: string | null
  changeSetId: number | null
}

/**
 * Keeps what a visitor sent. A form that is sent twice is kept once.
 *
 * @returns the secret part of the address at which the sender follows it.
 */
export async function saveSuggestion(
  db: Client,
  { path, row, figures }: SuggestionSubject,
  formId: string,
  suggestion: Suggestion,
): Promise<string> {
  const shown = figures.find(({ name }) => name === suggestion.figure)?.value || null
  await db.suggestion.createMany({
    data: { ...suggestion, path, entity: row?.entity, entityId: row?.id, shown, formId, token: nanoid(24) },
    skipDuplicates: true,
  })
  const { token } = await db.suggestion.findUniqueOrThrow({ where: { formId }, select: { token: true } })
  return token
}

/** What became of a suggestion, for its sender; null where the address is wrong. */
export async function findSuggestionByToken(db: Db, token: string): Promise<ListedSuggestion | null> {
  const found = await db.suggestion.findUnique({ where: { token } })
  return found && listed(found)
}

export async function findSuggestion(db: Db, id: string): Promise<ListedSuggestion | null> {
  const found = await db.suggestion.findUnique({ where: { id } })
  return found && listed(found)
}

/** What waits for an answer, the oldest first, and what was answered last. */
export async function findSuggestions(db: Db): Promise<{ open: ListedSuggestion[]; answered: ListedSuggestion[] }> {
  const open = await db.suggestion.findMany({
    where: { state: { in: ['OPEN', 'TAKEN'] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  })
  const answered = await db.suggestion.findMany({
    where: { state: { in: ['PUBLISHED', 'DECLINED'] } },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    take: 20,
  })
  return { open: open.map(listed), answered: answered.map(listed) }
}

export function countOpenSuggestions(db: Db): Promise<number> {
  return db.suggestion.count({ where: { state: { in: ['OPEN', 'TAKEN'] } } })
}

/** Suggestions about the same figure, or only this one where it is about something else. */
export function sameFigure<S extends Pick<ListedSuggestion, 'id' | 'path' | 'figure'>>(
  of: S,
  among: readonly S[],
): S[] {
  return among.filter(
    ({ id, path, figure }) => id === of.id || (of.figure !== null && path === of.path && figure === of.figure),
  )
}

/** All that wait about the same figure as this one, this one among them. */
async function findJoined(db: Db, id: string): Promise<string[]> {
  const { open } = await findSuggestions(db)
  const own = open.find((suggestion) => suggestion.id === id)
  return own ? sameFigure(own, open).map((suggestion) => suggestion.id) : []
}

/** Says that an editor is at work on a figure. Whoever else takes it up later replaces the name. */
export async function takeUp(db: Client, editor: Editor, id: string): Promise<boolean> {
  assertEditor(editor)
  const { count } = await db.suggestion.updateMany({
    where: { id: { in: await findJoined(db, id) } },
    data: { state: 'TAKEN', editorId: editor.id, editorName: editor.name },
  })
  return count > 0
}

/** Declines all suggestions about a figure, for a reason that their senders read. @returns false where none waits. */
export async function declineSuggestions(db: Client, editor: Editor, id: string, answer: string): Promise<boolean> {
  return answerAll(db, editor, id, { state: 'DECLINED', answer })
}

/** Answers all suggestions about a figure with the change that came of them. @returns false where none waits. */
export async function publishSuggestions(
  db: Client,
  editor: Editor,
  id: string,
  changeSetId: number,
): Promise<boolean> {
  const isChange = (await db.changeSet.count({ where: { id: changeSetId } })) > 0
  const isAnswered = isChange && (await answerAll(db, editor, id, { state: 'PUBLISHED', changeSetId }))
  // The page of the change names those who wished to be named.
  if (isAnswered) await catchUp()
  return isAnswered
}

async function answerAll(
  db: Client,
  editor: Editor,
  id: string,
  answer: { state: 'DECLINED'; answer: string } | { state: 'PUBLISHED'; changeSetId: number },
): Promise<boolean> {
  assertEditor(editor)
  const { count } = await db.suggestion.updateMany({
    where: { id: { in: await findJoined(db, id) }, state: { in: ['OPEN', 'TAKEN'] } },
    data: { ...answer, editorId: editor.id, editorName: editor.name, answeredAt: new Date() },
  })
  return count > 0
}

/** The names of those who suggested a change and wish to be thanked in the history, by change. */
export async function findCredits(db: Db, changeSetIds: readonly number[]): Promise<Map<number, string[]>> {
  const found = await db.suggestion.findMany({
    where: { changeSetId: { in: [...changeSetIds] }, wantsCredit: true },
    orderBy: { createdAt: 'asc' },
    select: { changeSetId: true, name: true },
  })
  const credits = new Map<number, string[]>()
  for (const { changeSetId, name } of found) {
    if (changeSetId === null || name === null) continue
    const names = credits.get(changeSetId) ?? []
    if (!names.includes(name)) credits.set(changeSetId, [...names, name])
  }
  return credits
}

type Row = NonNullable<Awaited<ReturnType<Db['suggestion']['findUnique']>>>

function listed({ token: _token, formId: _form, editorId: _editor, ...row }: Row): ListedSuggestion {
  const { createdAt, editorName, answeredAt, ...rest } = row
  return { ...rest, at: createdAt.toISOString(), editor: editorName, answeredAt: answeredAt?.toISOString() ?? null }
}
