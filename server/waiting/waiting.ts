/** What waits for somebody to do it, for the first page of the desk. */
import 'server-only'
import type { Finding } from '@/lib/findings/finding'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { findAssigned } from '../assignments/assignments'
import { findFindings } from '../findings/findings'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import { CHANGES, IMPORTS } from '../freshness/subjects'
import { countUnpatrolled } from '../patrolling/patrols'
import { countQueue } from '../proposals/proposals'
import { countOpenSuggestions } from '../suggestions/suggestions'
import { countDigest } from '../watching/watches'

/** How many watched athletes are checked for findings, and how many imports are named. */
const MOST_CHECKED = 50
const MOST_IMPORTS = 5

export interface Waiting {
  proposals: number
  suggestions: number
  /** Findings on athletes that the editor watches. */
  findings: number
  /** Findings and disputes that the editor is to work on. */
  assigned: { findings: number; disputes: number }
  /** Changes of others about what the editor watches, and changes that nobody has patrolled, both up to a limit. */
  watched: number
  unpatrolled: number
  /** Imports that are being worked on, and the editor's own that wait for a decision. */
  imports: { id: string; fileName: string; state: string }[]
}

export async function findWaiting(db: Client, editor: Editor): Promise<Waiting> {
  const [proposals, suggestions, findings, assigned, watched, unpatrolled, imports] = await Promise.all([
    countQueue(db),
    countOpenSuggestions(db),
    findFindingsWatched(db, editor.id),
    findAssigned(db, editor.id),
    countDigest(db, editor.id),
    countUnpatrolled(db, editor),
    findOpenImports(db, editor.id),
  ])
  const disputes = assigned.filter((subject) => subject.startsWith('dispute:')).length
  return {
    proposals,
    suggestions,
    findings: findings.length,
    assigned: { findings: assigned.length - disputes, disputes },
    watched,
    unpatrolled,
    imports,
  }
}

async function findOpenImports(db: Db, userId: string): Promise<Waiting['imports']> {
  return db.import.findMany({
    where: {
      OR: [{ state: { in: ['READING', 'ACCEPTING', 'UNDOING'] } }, { authorId: userId, state: 'READY' }],
    },
    orderBy: { createdAt: 'desc' },
    take: MOST_IMPORTS,
    select: { id: true, fileName: true, state: true },
  })
}

const findingsAmong = kept(100, async (ids: string, db: Db) => {
  dependsOn(CHANGES, IMPORTS)
  return findFindings(db, { among: ids.split(' ') })
})

/** Findings on the athletes that somebody watches. Looked for again only after a change: the rules read every result. */
export async function findFindingsWatched(db: Db, userId: string): Promise<Finding[]> {
  const watches = await db.watch.findMany({
    where: { userId, entity: 'athletes' },
    orderBy: { at: 'desc' },
    take: MOST_CHECKED,
    select: { entityId: true },
  })
  if (watches.length === 0) return []
  return findingsAmong(watches.map(({ entityId }) => entityId).join(' '), db)
}
