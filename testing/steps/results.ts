/** Results corrected, added, moved and withdrawn, relays among them. */
import type { Draft } from '@/lib/record/merge'
import type { Result } from '@/lib/record/result'
import { draftOf } from '@/lib/record/result-draft'
import { memberText } from '@/lib/record/team'
import { findAthleteRecord } from '@/server/athletes/athletes'
import { moveResult } from '@/server/results/move-result'
import { addResult, saveResult, withdrawResult } from '@/server/results/results'
import { SER_OD } from '../record'
import { type Act, evidenceOf, NOTHING, otherThan, pick, relaysOf, resultsOf, somebody, TWIN, type Work } from './step'
import { RUNNER } from './twins'

const EDITS: readonly Draft[] = [
  { mark: '2:11:11' },
  { mark: '2:12:12', 'place:overall': '7' },
  { mark: '', status: 'DNF', 'place:overall': '' },
  { note: 'In the rain', club: 'NTN' },
  { 'place:overall': '3', 'place:asian': '1', 'record:NR': 'MGL' },
  { date: '2014-12-06' },
  { competition: '2014-fukuoka-marathon' },
  { 'record:NR': 'MGL', 'state:NR': 'RATIFIED', 'authority:NR': 'The federation', 'equalled:NR': 'yes' },
  { 'record:NR': '', 'record:CR': 'Fukuoka', 'state:CR': 'RATIFIED' },
]

const TWIN_RUNS = memberText({ slug: TWIN, name: 'Serod Batochir' })
const RUNNER_RUNS = memberText(RUNNER)

/** What is changed of a relay, and who comes into the team with it. */
const RELAY_EDITS: readonly ((newcomer: string) => Draft)[] = [
  (newcomer) => ({ 'leg:2': newcomer }),
  (newcomer) => ({ 'leg:2': '', 'leg:3': newcomer }),
  () => ({ 'leg:2': '', 'leg:3': '' }),
  (newcomer) => ({ team: 'Mongolia B', 'leg:3': newcomer }),
  () => ({ mark: '3:11.90', 'place:overall': '4' }),
]

/** Somebody who is not in a team yet, for a form; '' where everybody is. */
async function newcomerTo({ db, step }: Work, { members }: Result): Promise<string> {
  const taken = members.map(({ slug }) => slug)
  const others = await db.athlete.findMany({
    where: { slug: { in: [TWIN, RUNNER.slug, SER_OD], notIn: taken }, withdrawn: false },
    orderBy: { slug: 'asc' },
  })
  const chosen = pick(others, step.how)
  return chosen ? memberText({ slug: chosen.slug, name: chosen.displayName }) : ''
}

async function revise({ db, editor, step }: Work, result: Result | undefined, edits: Draft | undefined) {
  if (!result || !edits) return NOTHING
  const base = { draft: draftOf(result), version: result.version }
  return saveResult(db, editor, { id: result.id, base, draft: { ...base.draft, ...edits } }, evidenceOf(step))
}

const one = async (work: Work) => pick(await resultsOf(work, somebody(work)), work.step.which % 4)

const correct: Act = async (work) => revise(work, await one(work), pick(EDITS, work.step.how))

const correctRelay: Act = async (work) => {
  const relay = pick(await relaysOf(work, SER_OD), work.step.which)
  return revise(work, relay, relay && pick(RELAY_EDITS, work.step.how)?.(await newcomerTo(work, relay)))
}

const add: Act = async (work) => {
  const { step, db, editor } = work
  const found = await findAthleteRecord(db, somebody(work))
  if (!found) return NOTHING
  const competition = pick(['2004-hong-kong-marathon', '2010-berlin-marathon'], step.which) ?? ''
  const draft = { competition, discipline: '10k-road', sex: 'M', round: 'FINAL', mark: '29:50' }
  const newCompetition =
    step.how % 2 === 0
      ? null
      : {
          name: `Ekiden ${step.which % 2}`,
          year: 2012,
          city: 'Fukuoka',
          countryCode: 'JPN',
          category: 'ROAD_RACE' as const,
          startDate: '2012-12-16',
          endDate: null,
          series: null,
        }
  return addResult(db, editor, { athleteId: found.athlete.id, draft, newCompetition }, evidenceOf(step))
}

const addRelay: Act = async ({ step, db, editor }) => {
  const found = await findAthleteRecord(db, SER_OD)
  if (!found) return NOTHING
  const draft: Draft = {
    competition: '2011-asian-athletics-championships',
    discipline: '4x400-metres-relay',
    sex: 'M',
    round: 'HEAT',
    raceNumber: String((step.which % 3) + 1),
    team: 'Mongolia',
    mark: '3:12.40',
    'leg:1': memberText({ slug: SER_OD, name: found.athlete.displayName }),
    'leg:2': step.how % 2 === 0 ? TWIN_RUNS : RUNNER_RUNS,
  }
  return addResult(db, editor, { athleteId: found.athlete.id, draft }, evidenceOf(step))
}

const move: Act = async (work) => {
  const result = await one(work)
  const slug = otherThan(somebody(work))
  return result ? moveResult(work.db, work.editor, { id: result.id, slug }, evidenceOf(work.step)) : NOTHING
}

const withdraw: Act = async (work) => {
  const result = work.step.how % 5 === 0 ? (await relaysOf(work, SER_OD))[0] : await one(work)
  return result ? withdrawResult(work.db, work.editor, result.id, evidenceOf(work.step)) : NOTHING
}

export const RESULT_ACTS = { correct, correctRelay, add, addRelay, move, withdraw }
