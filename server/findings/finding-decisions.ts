import 'server-only'
import { cache } from 'react'
import type { Finding } from '@/lib/findings/finding'
import { readOwner } from '@/lib/record/citation-form'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { db } from '../db'
import { advanceGeneration, currentGeneration } from '../history/generation'
import { findCitedThing } from '../sources/cited-things'
import { findFindings, findWatched, type SetAsideOutcome, setAsideFinding } from './findings'

/** How many decisions a page lists. */
const MOST = 200

/** A finding that an editor left as it is. */
export interface FindingDecision {
  id: string
  rule: string
  subject: string
  /** The thing as people call it. */
  label: string
  reason: string
  author: string
  /** ISO instant. */
  at: string
  /** Who let it be told again, and when; null while it stays away. */
  broughtBack: { by: string; at: string } | null
}

/** The decisions to set a finding aside, also those that were taken back, the newest first: of the whole record, or of one athlete and his results. */
export async function findDecisions(db: Db, athleteSlug?: string): Promise<FindingDecision[]> {
  const rows = await db.findingDecision.findMany({ orderBy: { createdAt: 'desc' }, take: MOST })
  const decisions = await Promise.all(
    rows.map(async ({ id, rule, subject, reason, authorName, createdAt, broughtBackBy, broughtBackAt }) => {
      const owner = ownerOf(subject)
      const thing = owner && (await findCitedThing(db, owner))
      const label = thing ? [thing.athlete?.name, thing.title] : [subject]
      return {
        id,
        rule,
        subject,
        label: [...new Set(label)].filter(Boolean).join(': '),
        reason,
        author: authorName,
        at: createdAt.toISOString(),
        broughtBack: broughtBackBy && broughtBackAt ? { by: broughtBackBy, at: broughtBackAt.toISOString() } : null,
        athlete: thing?.athlete?.slug ?? null,
      }
    }),
  )
  return decisions
    .filter(({ athlete }) => athleteSlug === undefined || athlete === athleteSlug)
    .map(({ athlete: _athlete, ...decision }) => decision)
}

/** Sets a finding aside, by the thing it is about: see setAsideFinding. */
export async function setAside(
  db: Client,
  editor: Editor,
  { subject, fingerprint }: Pick<Finding, 'subject' | 'fingerprint'>,
  reason: string,
): Promise<SetAsideOutcome> {
  const athleteSlug = await athleteOf(db, subject)
  if (athleteSlug === null) return { setAside: false, reason: 'What it was about is not in the record any more.' }
  return setAsideFinding(db, editor, { athleteSlug, fingerprint }, reason)
}

/** Lets a finding that was set aside be told again; nothing happens where somebody has done so already. */
export async function bringBack(db: Client, editor: Editor, id: string): Promise<void> {
  assertEditor(editor)
  await db.findingDecision.updateMany({
    where: { id, broughtBackAt: null },
    data: { broughtBackAt: new Date(), broughtBackBy: editor.name },
  })
  advanceGeneration()
}

/** In whose record a thing stands; of a competition, anybody's who was there. */
async function athleteOf(db: Db, subject: string): Promise<string | null> {
  const owner = ownerOf(subject)
  if (owner === null) return null
  if (owner.kind !== 'competition') return (await findCitedThing(db, owner))?.athlete?.slug ?? null
  const there = await db.athlete.findFirst({
    where: {
      withdrawn: false,
      results: { some: { withdrawn: false, race: { event: { competition: { slug: owner.key } } } } },
    },
    orderBy: { slug: 'asc' },
    select: { slug: true },
  })
  return there?.slug ?? null
}

/** "result:<id>", "athlete:<slug>", "competition:<slug>". */
function ownerOf(subject: string) {
  const [kind = '', key = ''] = subject.split(/:(.*)/)
  return readOwner(kind, key)
}

let counted: { generation: number; findings: Promise<Finding[]> } | null = null

/**
 * How much the rules notice in what editors look after, by severity. It is counted anew after each change that this process
 * saved, and so costs the desk's first page nothing in between.
 */
export async function countFindings(): Promise<Record<Finding['severity'], number>> {
  const generation = currentGeneration()
  if (counted?.generation !== generation) counted = { generation, findings: findWatchedFindings(db()) }
  const { findings } = counted
  try {
    const of = (wanted: Finding['severity']) => findings.then((all) => all.filter((one) => one.severity === wanted))
    const [error, warning, notice] = await Promise.all([of('error'), of('warning'), of('notice')])
    return { error: error.length, warning: warning.length, notice: notice.length }
  } catch (error) {
    counted = null
    throw error
  }
}

/** What the rules notice in the records of the athletes whom editors look after. */
async function findWatchedFindings(db: Db): Promise<Finding[]> {
  const among = (await findWatched(db)).map(({ id }) => id)
  return findFindings(db, { among })
}

export const listWatched = cache(() => findWatched(db()))
export const listFindings = cache((athleteSlug?: string) =>
  athleteSlug === undefined ? findWatchedFindings(db()) : findFindings(db(), { athleteSlug }),
)
export const listDecisions = cache((athleteSlug?: string) => findDecisions(db(), athleteSlug))
