/**
 * Checks what sources say about computed figures: three rules, one for each outcome of a claim.
 */
import type { Claim, Statement } from '../record/claim'
import { type Judgement, judge } from './claims/judge'
import { claimInWords } from './claims/words'
import { type CheckedRecord, type Context, defineRule, type Evidence, type Found } from './finding'
import { groupsOf } from './groups'
import { citedAs, ofAthlete, ofResult, resultLabel, summary } from './subject'

export const wrongClaim = defineRule({
  name: 'wrong-claim',
  title: 'A source’s claim does not hold',
  explanation:
    'A source states a figure that follows from results (an age, a count, a rank, an improvement), and it was never true of the results that the record holds.',
  severity: 'warning',
  concerns: 'reader',
  find: (record, context) => claimsJudged(record, context, 'wrong'),
})

export const staleClaim = defineRule({
  name: 'stale-claim',
  title: 'A source’s claim no longer holds',
  explanation: 'A source states a figure that was true when it was said and has been overtaken since. It is not wrong.',
  severity: 'notice',
  concerns: 'reader',
  find: (record, context) => claimsJudged(record, context, 'stale'),
})

export const uncheckedClaim = defineRule({
  name: 'unchecked-claim',
  title: 'A source’s claim cannot be checked',
  explanation: 'A source states a figure that follows from results, some of which the record does not know.',
  severity: 'notice',
  concerns: 'editor',
  find: (record, context) => claimsJudged(record, context, 'unchecked'),
})

function claimsJudged(record: CheckedRecord, context: Context, state: Judgement['state']): Found[] {
  return groupsOf(record.claims, whatIsSaid).flatMap((claims) => {
    const [claim] = claims
    const judgement = claim && judge(claim, record, context)
    if (claim === undefined || judgement?.state !== state) return []
    const said = claimInWords(claim, record)
    const about = record.results.find(({ id }) => id === claim.resultId)
    return {
      ...(about ? ofResult(about, record.athlete.displayName) : ofAthlete(record.athlete)),
      fix: `/admin/things/claim/${claim.id}`,
      field: claim.kind.toLowerCase().replaceAll('_', '-'),
      explanation: `${sources(claims)}: ${said}. ${answer(judgement)}`,
      evidence: [...claims.map((same) => citedAs({ ...same, asserts: said })), ...against(judgement)],
    }
  })
}

/**
 * What the record says of a claim that is being written, in a sentence.
 *
 * @returns `isFinding`: whether one of the three rules would notice the claim.
 */
export function checkStatement(
  claim: Statement,
  record: CheckedRecord,
  context: Context,
): { words: string; isFinding: boolean } {
  const judgement = judge(claim, record, context)
  const isFinding = judgement.state !== 'holds'
  return { words: judgement.state === 'wrong' ? `The record says: ${judgement.truth}.` : answer(judgement), isFinding }
}

function sources(claims: readonly Claim[]): string {
  const count = new Set(claims.map(({ source }) => source.slug)).size
  return count === 1 ? 'A source says' : `${count} sources say`
}

/** Two sources with the same claim get one finding. */
function whatIsSaid({ id, source, locator, ...said }: Claim): string {
  return JSON.stringify(said)
}

function answer(judgement: Judgement): string {
  switch (judgement.state) {
    case 'wrong':
      return `But ${judgement.truth}.`
    case 'stale':
      return `That was so once; by now ${judgement.truth}.`
    case 'unchecked':
      return `The record does not know ${judgement.missing}.`
    case 'holds':
      return 'The record says the same.'
  }
}

/** The evidence of a stale claim is the claim alone: the next edition must not bring back what was set aside. */
function against(judgement: Judgement): Evidence[] {
  if (judgement.state !== 'wrong') return []
  return judgement.against.map((result) => ({ source: null, locator: resultLabel(result), asserts: summary(result) }))
}
