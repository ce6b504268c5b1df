/** A step of some editors' work, drawn by chance: what is done, to which of the things that there are, and how. */
import type { Evidence } from '@/lib/record/evidence'
import type { Client } from '@/prisma/client'
import type { Editor } from '@/server/accounts/editor'
import { findAthleteRecord } from '@/server/athletes/athletes'
import { SER_OD } from '../record'

/** Another athlete who is the same as the first: see twins.ts. */
export const TWIN = 'serod-batochir'

export interface Numbers {
  which: number
  how: number
}

export interface Work {
  editor: Editor
  db: Client
  step: Numbers
  /** Every change set so far, the newest last. */
  changes: readonly number[]
}

export interface Outcome {
  saved: boolean
  changeSetId?: number
}

export type Act = (work: Work) => Promise<Outcome>

export const NOTHING: Outcome = { saved: false }

export function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % Math.max(items.length, 1)]
}

export function evidenceOf({ how }: Numbers): Evidence {
  return {
    reason: 'Another account says so',
    locator: `page ${(how % 3) + 1}`,
    source: { publication: 'Yearbook', title: `Volume ${how % 2}`, url: null, date: null, author: null },
  }
}

export function somebody({ step: { how } }: Work): string {
  return how % 3 === 0 ? TWIN : SER_OD
}

export function otherThan(slug: string): string {
  return slug === SER_OD ? TWIN : SER_OD
}

/** The results of one athlete alone. */
export async function resultsOf({ db }: Work, slug: string) {
  return (await relaysAndResultsOf(db, slug)).filter(({ athleteId }) => athleteId !== null)
}

/** The relays that an athlete has run in a team. */
export async function relaysOf({ db }: Work, slug: string) {
  return (await relaysAndResultsOf(db, slug)).filter(({ athleteId }) => athleteId === null)
}

async function relaysAndResultsOf(db: Client, slug: string) {
  return (await findAthleteRecord(db, slug))?.results ?? []
}
