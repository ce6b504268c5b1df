import 'server-only'
import { cache } from 'react'
import type { Finding } from '@/lib/findings/finding'
import { readOwner } from '@/lib/record/citation-form'
import type { Client, Db } from '@/prisma/client'
import { assertEditor, type Editor } from '../accounts/editor'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import { CHANGES, IMPORTS } from '../freshness/subjects'
import { catchUp } from '../freshness/watch'
import { findCitedThing } from '../sources/cited-things'
import { findFindings, findWatched, type SetAsideOutcome, setAsideFinding } from './findings'

/** How many decisions a page lists. */
const MOST = 200

/** A finding that an editor left as it is. */
export interface FindingDecision {
  id: string
  rule: string
  subject: string
  /** The subject in words. */
  label: string
  reason: string
  author: string
  /** ISO instant. */
  at: string
  /** Who brought it back, and when; null while it is set aside. */
  broughtBack: { by: string; at: string } | null
}

/**
 * The decisions to set a finding aside, also those that were taken back, the newest first: of the whole record, or of
 * one athlete and his results.
 */
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

/** Brings back a finding that was set aside; does nothing where somebody already has. */
export async function bringBack(db: Client, editor: Editor, id: string): Promise<void> {
  assertEditor(editor)
  await db.findingDecision.updateMany({
    where: { id, broughtBackAt: null },
    data: { broughtBackAt: new Date(), broughtBackBy: editor.name },
  })
  await catchUp()
}

/** The athlete whose record contains the subject; for a competition, any athlete who took part. */
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

const watchedFindings = kept(1, async (_, db: Db) => {
  dependsOn(CHANGES, IMPORTS)
  return findWatchedFindings(db)
})

/** The number of findings on watched athletes, by severity. They are looked for again only after a change. */
export async function countFindings(): Promise<Record<Finding['severity'], number>> {
  const all = await watchedFindings('', db())
  const of = (wanted: Finding['severity']) => all.filter(({ severity }) => severity === wanted).length
  return { error: of('error'), warning: of('warning'), notice: of('notice') }
}

/** The findings on watched athletes. */
async function findWatchedFindings(db: Db): Promise<Finding[]> {
  const among = (await findWatched(db)).map(({ id }) => id)
  return findFindings(db, { among })
}

export const listWatched = cache(() => findWatched(db()))
export const listFindings = cache((athleteSlug?: string) =>
  athleteSlug === undefined ? findWatchedFindings(db()) : findFindings(db(), { athleteSlug }),
)
export const listDecisions = cache((athleteSlug?: string) => findDecisions(db(), athleteSlug))
