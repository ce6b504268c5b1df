import type { DecisionRefusal, ProposalState } from '@/lib/record/proposal'
import { refusalInWords } from '../history/figure-words'

/** How far a proposal has come, in words. */
export const STATE: Record<ProposalState, string> = {
  WAITING: 'Waiting for review',
  IN_DISCUSSION: 'In discussion',
  PUBLISHED: 'Published',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
  DRAFT: 'Draft',
  DISCARDED: 'Discarded',
}

/** Why nothing was decided. */
export function decisionRefusalInWords(refusal: DecisionRefusal): string {
  if (refusal.kind === 'own') return 'This is your own proposal: somebody else reviews it.'
  if (refusal.kind === 'too-many-messages') return 'You have written as many messages about this as there is room for.'
  if (refusal.kind === 'no-draft')
    return 'Nothing was saved: the draft was published or discarded meanwhile, in another window.'
  if (refusal.kind === 'has-draft') return 'You have a draft open: publish it, send it or discard it first.'
  if (refusal.kind !== 'decided') return refusalInWords(refusal, 'publish')
  const { state, by } = refusal
  if (state === 'WITHDRAWN') return 'Nothing was saved: its author has withdrawn the proposal meanwhile.'
  if (state === 'DRAFT') return 'Nothing was saved: its author is changing the proposal.'
  return `Nothing was saved: ${by} has ${state === 'PUBLISHED' ? 'published' : 'declined'} the proposal meanwhile.`
}
