/** What a contributor proposed, as pages show it, and what a reviewer answers: plain data. */
import type { Change } from './history'
import type { PutBackAnswer, PutBackView, Refusal } from './put-back-view'

export type ProposalState =
  | 'WAITING'
  | 'IN_DISCUSSION'
  | 'PUBLISHED'
  | 'DECLINED'
  | 'WITHDRAWN'
  /** Still gathered, or changed, by its author alone. */
  | 'DRAFT'
  | 'DISCARDED'

/** Those on which nobody has decided yet. */
export const OPEN_STATES = ['WAITING', 'IN_DISCUSSION'] as const satisfies readonly ProposalState[]

export function isOpen(state: ProposalState): boolean {
  return OPEN_STATES.some((open) => open === state)
}

/** Whether others than its author may see it. */
export function isProposed(state: ProposalState): boolean {
  return state !== 'DRAFT' && state !== 'DISCARDED'
}

/** What somebody has saved in a draft, as its page and the bar of the desk show it. */
export interface Draft {
  id: number
  edits: { id: number; at: string; reason: string; source: string }[]
  /** The proposal of somebody else that is published with it instead; null for a draft of one's own. */
  amends: { id: number; author: string } | null
  /** Whether the next save leads a proposal of one's own back to its review. */
  isChange: boolean
}

export interface ProposalEntry {
  id: number
  state: ProposalState
  /** ISO instant. */
  at: string
  authorId: string
  author: string
  reason: string
  /** "Yearbook: The road season". */
  source: { title: string; url: string | null; isNew: boolean }
  athletes: { slug: string | null; name: string }[]
  changes: Change[]
  decided: { by: string; at: string; reason: string | null; changeSetId: number | null } | null
  messages: { id: number; author: string; at: string; text: string }[]
}

/** What publishing it would do to what is computed, of one athlete; only what changes is said. */
export interface ProposalEffects {
  athlete: { slug: string; name: string }
  /** Of bests, records and appearances, a sentence each. */
  effects: string[]
  newFindings: string[]
  solvedFindings: string[]
}

export interface ProposalReview {
  view: PutBackView
  /** The fields of each choice for which a reviewer can give another value, by its key. */
  amendable: Record<string, Omit<Amendment, 'value'>[]>
  effects: ProposalEffects[]
}

/** Another value than the proposed one, for a field of a row. */
export interface Amendment {
  entity: string
  id: string
  field: string
  value: string
}

export interface ReviewAnswer extends PutBackAnswer {
  amendments: readonly Amendment[]
}

export type DecisionRefusal =
  | Refusal
  /** Somebody else has decided, or the author has taken it back. */
  | { kind: 'decided'; state: ProposalState; by: string | null }
  | { kind: 'own' }
  /** Somebody has written as many messages as may be. */
  | { kind: 'too-many-messages' }
  /** Of a draft: it was published or discarded in another window; or there is one open already. */
  | { kind: 'no-draft' }
  | { kind: 'has-draft' }

export type DecisionOutcome = { saved: true; changeSetId: number | null } | { saved: false; refusal: DecisionRefusal }

/** "amend:results/4f…/mark": the input in which a reviewer types another value. */
export function amendmentInput({ entity, id, field }: Omit<Amendment, 'value'>): string {
  return `amend:${entity}/${id}/${field}`
}
