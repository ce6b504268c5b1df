import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engines } from '@/testing/database'
import { readEveryPage } from '@/testing/pages'
import { openRecord } from '@/testing/record'
import { ACTS, type Step, sequencesOf, UNCITING } from '@/testing/steps/steps'
import { makeTwins } from '@/testing/steps/twins'

const RUNS = Number(process.env.PALMARES_RUNS || 2)
const SEED = Number(process.env.PALMARES_SEED || 20141207)
const STEPS_AT_MOST = 5

describe.each(engines())('after each change of a sequence, on the %s database', (engine) => {
  const opened = openRecord(engine)
  const changes: number[] = []

  test('every public page is read, and no figure has lost its source', async () => {
    await makeTwins(opened.db, opened.oyuna)
    let uncited = await readEveryPage(opened.db)
    const take = async (step: Step) => {
      const { saved, changeSetId } = await ACTS[step.act]({ editor: opened.brett, db: opened.db, step, changes })
      if (!saved || changeSetId === undefined) return
      changes.push(changeSetId)
      const now = await readEveryPage(opened.db)
      if (!UNCITING.includes(step.act)) expect(now.filter((figure) => !uncited.includes(figure))).toEqual([])
      uncited = now
    }
    // One sequence goes on with the record that the one before has left.
    await fc.assert(
      fc.asyncProperty(sequencesOf(STEPS_AT_MOST), async (steps) => {
        for (const step of steps) await take(step)
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
  }, 600_000)
})
