/** What an undo or a restore would do, as its page shows it: plain data. */
import type { FieldChange } from './history'

export interface Link {
  title: string
  /** Null where it has no page, as of what has been withdrawn. */
  href: string | null
}

/** One figure: what stands, and what will stand. */
export interface FigureLine {
  /** The table of its thing. */
  entity: string
  figure: string
  of: Link
  /** Column by column, from now to then; empty where only its citations change. */
  values: FieldChange[]
  /** What it says now and then, where only its citations change. */
  stands: string | null
}

/** A citation that comes back, goes, or says something else. */
export interface CitationLine {
  id: string
  kind: 'comes' | 'goes' | 'changes'
  source: string
  locator: string
  /** As it will be, or was. */
  asserts: string | null
  accepted: boolean
}

/** Figures that are put back together, with one box to tick. */
export interface PutBackChoice {
  key: string
  figures: FigureLine[]
  citations: CitationLine[]
  /** `stands`: as before already. `done`: put back already, and changed since. */
  state: 'ready' | 'changed' | 'stands' | 'done'
  isBlocked: boolean
  isTicked: boolean
  changedBy: { changeSetId: number; author: string }[]
  undoneBy: number[]
  /** What would be left without it. */
  rests: Link[]
  /** What it rests on, and is not in the record. */
  lacks: Link[]
  /** Where its citations stand by now. */
  elsewhere: Link[]
  /** What must be put back with it. */
  requires: Link[]
  brings: Link[]
}

export interface PutBackView {
  /** Says to the answer what was seen. */
  token: string
  choices: PutBackChoice[]
  /** How many more can be put back with these, beyond those that are listed. */
  more: number
  isMoreTicked: boolean
}

/** What somebody chose of it. */
export interface PutBackAnswer {
  token: string
  keys: readonly string[]
  /** Those that are not listed, too. */
  more: boolean
}

/** A figure in a refusal, by its label. */
export interface RefusedFigure {
  entity: string
  figure: string
  title: string
}

/** Why nothing was put back. */
export type Refusal =
  /** Somebody changed these since the page was opened. */
  | { kind: 'moved'; figures: (RefusedFigure & { changedBy: { changeSetId: number; author: string }[] })[] }
  /** They would break a rule. */
  | { kind: 'rule'; figures: (RefusedFigure & { rule: string })[] }
  /** They are put back only together with others. */
  | { kind: 'apart'; figures: RefusedFigure[]; with: Link[] }
  | { kind: 'nothing-chosen' | 'nothing-left' | 'missing' | 'first-record' }
  | { kind: 'import'; importId: string }

export type PutBackOutcome = { saved: true; changeSetId: number } | { saved: false; refusal: Refusal }
