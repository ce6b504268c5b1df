import type { DecisionRefusal, ProposalState } from '@/lib/record/proposal'
import { refusalInWords } from '../history/figure-words'

/** How far a proposal has come, in words. */
export const STATE: Record<ProposalState, string> = {
  WAITING: 'Waiting for review',
  IN_DISCUSSION: 'In discussion',
  PUBLISHED: 'Published',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
}

/** Why nothing was decided. */
export function decisionRefusalInWords(refusal: DecisionRefusal): string {
  if (refusal.kind === 'own') return 'This is your own proposal: somebody else reviews it.'
  if (refusal.kind !== 'decided') return refusalInWords(refusal, 'publish')
  const { state, by } = refusal
  if (state === 'WITHDRAWN') return 'Nothing was saved: its author has withdrawn the proposal meanwhile.'
  return `Nothing was saved: ${by} has ${state === 'PUBLISHED' ? 'published' : 'declined'} the proposal meanwhile.`
}
