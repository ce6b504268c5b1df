/** What belongs to one of two things that are one, and how it goes over to the other. */
import type { FactChoice, Gain } from '@/lib/record/merge-sides'
import type { MergedSide, Moved, ThingMergeChoices, ThingTwin } from '@/lib/record/thing-merge'
import type { Db } from '@/prisma/client'
import type { Change } from '../history/change'

export interface Parts {
  /** Facts of what belongs to them, beside their own. */
  choices: (FactChoice & { label: string })[]
  gains: (Gain & { label: string })[]
  moves: Moved[]
  twins: ThingTwin[]
  carry(change: Change, choices: ThingMergeChoices, reason: string): Promise<void>
}

export type FindParts = (db: Db, from: MergedSide, into: MergedSide) => Promise<Parts>
