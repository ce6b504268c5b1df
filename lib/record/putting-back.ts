/**
 * What an undo, or a restore, puts back: rows as they were before, after and now, compared figure by figure. Figures that
 * only come back together (a citation went from one to the other) are one item.
 */

import {
  agreeIn,
  changedColumns,
  changedFigures,
  citedFigure,
  contentColumns,
  type Figure,
  figureKey,
  figureOf,
  ITSELF,
  isPresent,
  saysTheSame,
  type Thing,
  thingKey,
} from './figures'
import type { Row } from './history'

/** A row as it is to be, as it was left by what is undone, and as it is. Null where it was not there yet. */
export interface RowStates extends Thing {
  before: Row | null
  after: Row | null
  now: Row | null
}
export type Moment = 'before' | 'after' | 'now'

/** The columns of a row that are to be written. */
export interface Write extends Thing {
  columns: Row
}

export interface Item {
  /** The key of its first figure. */
  key: string
  figures: Figure[]
  /** `stands`: as before already. `ready`: as it was left. `changed`: somebody has changed it since. */
  status: 'stands' | 'ready' | 'changed'
  /** What puts it back: its columns, and its citations. Empty where it stands. */
  writes: Write[]
  /** Figures outside it with which one of its citations has been exchanged since: they would lose it, or gain it. */
  elsewhere: Figure[]
  citations: RowStates[]
  /** The things (thingKey) that the change made, of which everything belongs to it. */
  made: string[]
  /** How it stands, and how it is to stand: where this is another, something has moved. */
  signature: string
}

/** The figures in which the rows before and after differ, as items to put back. */
export function planItems(states: readonly RowStates[]): Item[] {
  return new Planner(states).items()
}

/** Whether a change of a row changed something of an item. */
export function isOfItem(item: Item, { entity, id, before, after }: Omit<RowStates, 'now'>): boolean {
  if (entity === 'citations') {
    return !saysTheSame(before, after) && item.citations.some((citation) => citation.id === id)
  }
  const changed = changedFigures(entity, before, after)
  if (item.made.includes(thingKey({ entity, id }))) return changed.length > 0
  return item.figures.some((figure) => thingKey(figure) === thingKey({ entity, id }) && changed.includes(figure.figure))
}

/** The keys of the figures that a change touched; of a row that it made, the row itself. */
export function touchedFigures(states: readonly RowStates[]): Set<string> {
  return new Set(new Planner(states).touched().keys())
}

class Planner {
  private readonly rows = new Map<string, RowStates>()
  private readonly citations: RowStates[] = []
  /** The citations of each figure at any of the three moments. */
  private readonly about = new Map<string, Set<RowStates>>()

  constructor(states: readonly RowStates[]) {
    for (const state of states) {
      if (state.entity === 'citations') this.citations.push(state)
      else this.rows.set(thingKey(state), state)
    }
    for (const citation of this.citations) {
      for (const moment of ['before', 'after', 'now'] as const) {
        const figure = this.figureOfCitation(citation, moment)
        if (figure) this.about.set(figureKey(figure), (this.about.get(figureKey(figure)) ?? new Set()).add(citation))
      }
    }
  }

  items(): Item[] {
    return this.groups().map((figures) => this.item(figures))
  }

  touched(): Map<string, Figure> {
    const touched = new Map<string, Figure>()
    const add = (figure: Figure | null) => figure && touched.set(figureKey(figure), figure)
    for (const { entity, id, before, after } of this.rows.values()) {
      const figures = before ? changedFigures(entity, before, after) : isPresent(after) ? [ITSELF] : []
      for (const figure of figures) add({ entity, id, figure })
    }
    for (const citation of this.citations.filter(({ before, after }) => !saysTheSame(before, after))) {
      add(this.figureOfCitation(citation, 'before'))
      add(this.figureOfCitation(citation, 'after'))
    }
    return touched
  }

  /** The touched figures, those together that only come back together. */
  private groups(): Figure[][] {
    const touched = this.touched()
    const groups = new Map([...touched].map(([key, figure]) => [key, [figure]]))
    const join = (a: Figure, b: Figure) => {
      const [one, other] = [groups.get(figureKey(a)), groups.get(figureKey(b))]
      if (!one || !other || one === other) return
      one.push(...other)
      for (const figure of other) groups.set(figureKey(figure), one)
    }
    for (const citation of this.citations) {
      const [before, after] = [this.figureOfCitation(citation, 'before'), this.figureOfCitation(citation, 'after')]
      if (before && after) join(before, after)
    }
    // A thing does not come back without the citations that went with it.
    for (const figure of touched.values()) {
      const row = this.rows.get(thingKey(figure))
      if (!row?.before || isPresent(row.before) === isPresent(row.after)) continue
      const isOfCitations = !changedFigures(row.entity, row.before, row.after).includes(figure.figure)
      if (isOfCitations) join({ ...figure, figure: ITSELF }, figure)
    }
    return [...new Set(groups.values())]
  }

  private item(figures: Figure[]): Item {
    const keys = new Set(figures.map(figureKey))
    const citations = [...new Set([...keys].flatMap((key) => [...(this.about.get(key) ?? [])]))]
    const [before, after, now] = (['before', 'after', 'now'] as const).map((moment) =>
      this.signature(figures, citations, moment),
    )
    const status = now === before ? 'stands' : now === after ? 'ready' : 'changed'
    const outside = citations.flatMap((citation) =>
      [this.figureOfCitation(citation, 'before'), this.figureOfCitation(citation, 'now')].flatMap((figure) =>
        figure && !keys.has(figureKey(figure)) ? [figure] : [],
      ),
    )
    const writes = status === 'stands' ? [] : [...this.columnWrites(figures), ...citations.flatMap(citationWrite)]
    return {
      key: [...keys][0] ?? '',
      figures,
      status,
      writes,
      elsewhere: status === 'stands' ? [] : outside,
      citations,
      made: [...new Set(figures.filter((figure) => this.isMade(figure)).map(thingKey))],
      signature: `${before} ${now}`,
    }
  }

  private isMade(thing: Thing): boolean {
    const row = this.rows.get(thingKey(thing))
    return row !== undefined && row.before === null
  }

  /** The figure of a present citation: of a thing that the change made, all are the thing itself. */
  private figureOfCitation(citation: RowStates, moment: Moment): Figure | null {
    const row = citation[moment]
    if (!isPresent(row)) return null
    const figure = citedFigure(row)
    return this.isMade(figure) ? { ...figure, figure: ITSELF } : figure
  }

  private columnsOf(figure: Figure): string[] {
    const row = this.rows.get(thingKey(figure))
    if (!row) return []
    const columns = contentColumns(row.before, row.after, row.now)
    return this.isMade(figure) ? columns : columns.filter((column) => figureOf(figure.entity, column) === figure.figure)
  }

  private signature(figures: readonly Figure[], citations: readonly RowStates[], moment: Moment): string {
    const isAbsent = (figure: Figure) => this.isMade(figure) && !isPresent(this.rowAt(figure, moment))
    const absent = new Set(figures.filter(isAbsent).map(figureKey))
    const values = figures.map((figure) =>
      absent.has(figureKey(figure))
        ? null
        : this.columnsOf(figure).map((column) => this.rowAt(figure, moment)?.[column] ?? null),
    )
    const keys = new Set(figures.map(figureKey))
    const cited = citations.flatMap((citation) => {
      const [row, figure] = [citation[moment], this.figureOfCitation(citation, moment)]
      if (!figure || !keys.has(figureKey(figure)) || absent.has(figureKey(figure))) return []
      const columns = contentColumns(citation.before, citation.after, citation.now)
      return [[citation.id, ...columns.map((column) => row?.[column] ?? null)]]
    })
    return JSON.stringify([values, cited.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))])
  }

  private rowAt(figure: Figure, moment: Moment): Row | null {
    return this.rows.get(thingKey(figure))?.[moment] ?? null
  }

  private columnWrites(figures: readonly Figure[]): Write[] {
    return figures.flatMap((figure) => {
      const { entity, id } = figure
      const row = this.rows.get(thingKey(figure))
      if (!row) return []
      if (this.isMade(figure)) return isPresent(row.now) ? [{ entity, id, columns: { withdrawn: true } }] : []
      const changed = this.columnsOf(figure).filter((column) => !agreeIn(column, row.before, row.now))
      return changed.length > 0 ? [{ entity, id, columns: picked(row.before, changed) }] : []
    })
  }
}

function citationWrite({ entity, id, before, now }: RowStates): Write[] {
  if (saysTheSame(before, now)) return []
  if (!isPresent(before)) return [{ entity, id, columns: { withdrawn: true } }]
  return [{ entity, id, columns: picked(before, changedColumns(before, now)) }]
}

function picked(row: Row | null, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((column) => [column, row?.[column] ?? null]))
}
