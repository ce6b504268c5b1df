/** Every kind of change that editors make, and sequences of them drawn by chance. */
import fc from 'fast-check'
import { THINGS } from '@/lib/record/things/things'
import { asTicked, everything, restore as restoreSide } from '../undoing'
import { CITATION_ACTS } from './citations'
import { IMPORT_ACTS, undoAny } from './imports'
import { MERGING_ACTS } from './merging'
import { RESULT_ACTS } from './results'
import { type Act, NOTHING, type Numbers, pick } from './step'
import { THING_ACTS } from './things'

const restore: Act = async ({ step, db, editor, changes }) => {
  const revisions = await db.revision.findMany({
    where: { changeSetId: { in: [...changes] } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  const revision = pick(revisions, step.which * 7)
  if (!revision) return NOTHING
  const side = step.how % 3 !== 0 ? ('before' as const) : ('after' as const)
  return restoreSide(db, editor, { revisionId: revision.id, side })
}

const undo: Act = async ({ step, db, editor, changes }) => {
  const id = pick(changes, step.which)
  const ticks = step.how % 4 === 0 ? everything : asTicked
  return id === undefined ? NOTHING : undoAny(db, editor, id, { ticks })
}

export const ACTS = {
  ...RESULT_ACTS,
  ...CITATION_ACTS,
  ...MERGING_ACTS,
  ...THING_ACTS,
  ...IMPORT_ACTS,
  restore,
  undo,
} as const

/** What takes citations away, or says of one that it is not followed; and what may bring back that it was so. */
export const UNCITING: readonly (keyof typeof ACTS)[] = ['recite', 'uncite', 'resolve', 'restore', 'undo']

export interface Step extends Numbers {
  act: keyof typeof ACTS
}

/** Each kind of change, and more often what editors do most, which is how they come to change the same figure. */
const KINDS: readonly Step['act'][] = [
  ...(Object.keys(ACTS) as Step['act'][]),
  ...(['correct', 'correct', 'cite', 'importList', 'undo', 'make', 'make', 'edit', 'edit', 'retire'] as const),
]

/** A thing of each kind made, changed and withdrawn; every other kind of change by itself; and an undo. */
export const EACH_KIND: readonly (readonly Step[])[] = [
  ...Object.keys(THINGS).map((_kind, which): Step[] => [
    { act: 'make', which, how: 2 },
    { act: 'edit', which, how: 0 },
    { act: 'retire', which, how: 0 },
  ]),
  ...(Object.keys(ACTS) as Step['act'][])
    .filter((act) => !['make', 'edit', 'retire', 'restore', 'undo'].includes(act))
    .map((act): Step[] => [{ act, which: 1, how: 1 }]),
  [
    { act: 'correct', which: 1, how: 0 },
    { act: 'undo', which: 0, how: 1 },
  ],
  [
    { act: 'importList', which: 0, how: 1 },
    { act: 'importList', which: 1, how: 2 },
    { act: 'importList', which: 2, how: 0 },
  ],
]

/** Sequences of four steps and more. Numbers go up to eleven, so that steps meet each other's things. */
export function sequencesOf(most: number): fc.Arbitrary<Step[]> {
  const numbers = fc.array(fc.tuple(fc.nat(12), fc.nat(11)), { minLength: most, maxLength: most })
  return fc.tuple(fc.shuffledSubarray([...KINDS], { minLength: 4, maxLength: most }), numbers).map(([acts, drawn]) =>
    acts.map((act, index): Step => {
      const [which = 0, how = 0] = drawn[index] ?? []
      return { act, which, how }
    }),
  )
}
