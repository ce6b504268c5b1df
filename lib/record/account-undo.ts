/** Everything of one account between two times, undone: what it would do, and how far it has come. Plain data. */
import type { HistoryEntry } from './history'
import type { FigureLine, Refusal } from './put-back-view'

export interface AccountUndoScope {
  /** Whose changes. */
  userId: string
  since: Date
  until: Date
}

/** A figure that is not put back, since others have built on it. */
export interface LeftFigure {
  entity: string
  figure: string
  title: string
  changedBy: { changeSetId: number; author: string }[]
  /** What would be left without it. */
  rests: string[]
}

/** What undoing one change would do. */
export interface PreviewedChange {
  entry: HistoryEntry
  /** The figures that would be put back; more of them are only counted. */
  figures: FigureLine[]
  more: number
  left: LeftFigure[]
  /** Why nothing of it can be put back here; null where something can. */
  refusal: Refusal | null
}

export interface AccountUndoPreview {
  /** How many changes there are, newest first, as far as one undoing takes. */
  count: number
  hasMore: boolean
  changes: PreviewedChange[]
}

export interface AccountUndoProgress {
  id: string
  userId: string
  name: string
  by: string
  reason: string
  /** ISO instants. */
  since: string
  until: string
  total: number
  waiting: number
  undone: { changeSetId: number; restoreId: number; left: LeftFigure[] }[]
  left: { changeSetId: number; refusal: Refusal | null; left: LeftFigure[] }[]
}
