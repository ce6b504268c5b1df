/** A plan in words and links, for the page that asks about it. */
import {
  changedColumns,
  contentColumns,
  type Figure,
  figureOf,
  ITSELF,
  isPresent,
  saysTheSame,
  type Thing,
  thingKey,
} from '@/lib/record/figures'
import { type FieldChange, type Row, shown } from '@/lib/record/history'
import type { CitationLine, FigureLine, Link, PutBackChoice, PutBackView } from '@/lib/record/put-back-view'
import type { RowStates } from '@/lib/record/putting-back'
import type { Db } from '@/prisma/client'
import { findNames, type Name } from './names'
import type { Plan, PlannedItem } from './plan'
import { REFERENCES } from './references'

/** How many figures are listed; a merger can have thousands. */
const MOST_LISTED = 100

/**
 * What is to be decided comes first, and what stands already last. Where not everything is listed, what others go back
 * with is.
 */
function inOrder(items: readonly PlannedItem[]): PlannedItem[] {
  const isLong = items.length > MOST_LISTED
  const pivots = new Set(items.flatMap(({ requires }) => (requires.length === 1 ? requires : [])))
  const weight = ({ key, status, isBlocked, isTicked, requires }: PlannedItem) => {
    if (isBlocked || status === 'changed') return 0
    if (status === 'stands') return 4
    return isLong && (pivots.has(key) || requires.length > 1) ? 1 : isTicked ? 2 : 3
  }
  return items.toSorted((a, b) => weight(a) - weight(b))
}

const isOpen = (item: PlannedItem) => item.status !== 'stands' && item.undoneBy.length === 0

/** The items that are listed, and those that go with them by one box. */
export function splitItems(plan: Plan): { listed: PlannedItem[]; more: PlannedItem[] } {
  const ordered = inOrder(plan.items)
  const more = ordered.slice(MOST_LISTED).filter((item) => isOpen(item) && item.status === 'ready' && !item.isBlocked)
  return { listed: ordered.slice(0, MOST_LISTED), more }
}

/** @param made whole rows, by thingKey, of what is not in the record yet: they are shown whole. */
export async function viewOf(db: Db, plan: Plan, made: ReadonlyMap<string, Row> = new Map()): Promise<PutBackView> {
  const { listed, more } = splitItems(plan)
  const words = await new Words(plan, made).read(db, listed)
  return {
    token: `${plan.newest}.${plan.digest}`,
    choices: listed.map((item) => words.choice(item)),
    more: more.length,
    isMoreTicked: more.length > 0 && more.every(({ isTicked }) => isTicked),
  }
}

/** The things that a row points at, by its columns. */
function pointedAt(entity: string, row: Row | null): [column: string, thing: Thing][] {
  return REFERENCES.flatMap(({ table, column, parent, key }): [string, Thing][] =>
    table === entity && key === 'id' && typeof row?.[column] === 'string'
      ? [[column, { entity: parent, id: row[column] }]]
      : [],
  )
}

class Words {
  private readonly rows: Map<string, RowStates>
  private readonly items: Map<string, PlannedItem>
  private names = new Map<string, Name>()

  constructor(
    plan: Plan,
    private readonly made: ReadonlyMap<string, Row>,
  ) {
    this.rows = new Map(plan.states.map((state) => [thingKey(state), state]))
    this.items = new Map(plan.items.map((item) => [item.key, item]))
  }

  async read(db: Db, items: readonly PlannedItem[]): Promise<this> {
    const things = items.flatMap((item): Thing[] => [
      ...item.figures,
      ...item.figures.flatMap((figure) => {
        const row = this.rows.get(thingKey(figure))
        return [row?.before ?? null, row?.now ?? null].flatMap((state) =>
          pointedAt(figure.entity, state).map(([, thing]) => thing),
        )
      }),
      ...item.citations.flatMap(({ before, now }) =>
        [before, now].flatMap((row) => (row ? [{ entity: 'sources', id: String(row.sourceId) }] : [])),
      ),
      ...[...item.rests, ...item.lacks, ...item.brings, ...item.elsewhere],
      ...item.requires.flatMap((key) => this.items.get(key)?.figures.slice(0, 1) ?? []),
    ])
    this.names = await findNames(db, things)
    return this
  }

  choice(item: PlannedItem): PutBackChoice {
    const state = item.undoneBy.length > 0 ? 'done' : item.status
    return {
      key: item.key,
      figures: item.figures.filter((figure) => !this.isWithWhole(figure)).map((figure) => this.line(item, figure)),
      citations: item.citations.flatMap((citation) => this.citation(citation)),
      state,
      isBlocked: item.isBlocked,
      isTicked: item.isTicked,
      changedBy: item.changedBy,
      undoneBy: item.undoneBy,
      rests: this.links(item.rests),
      lacks: this.links(item.lacks),
      elsewhere: this.links(item.elsewhere),
      requires: this.links(item.requires.flatMap((key) => this.items.get(key)?.figures.slice(0, 1) ?? [])),
      brings: this.links(item.brings),
    }
  }

  /** Whether it is shown with the whole of a new row already. */
  private isWithWhole(figure: Figure): boolean {
    return figure.figure !== ITSELF && this.made.has(thingKey(figure))
  }

  private link(thing: Thing): Link {
    return this.names.get(thingKey(thing)) ?? { title: 'something', href: null }
  }

  private links(things: readonly Thing[]): Link[] {
    return [...new Map(things.map((thing) => [thingKey(thing), this.link(thing)])).values()]
  }

  private line(item: PlannedItem, figure: Figure): FigureLine {
    const { entity } = figure
    const { before = null, now = null } = this.rows.get(thingKey(figure)) ?? {}
    const values = this.values(item, figure, before, now)
    const own = contentColumns(now).filter(
      (column) => figureOf(entity, column) === figure.figure && column !== 'withdrawn',
    )
    const stands = own.flatMap((column) => this.text(entity, column, now) ?? []).slice(0, 1)
    return {
      entity,
      figure: figure.figure,
      of: this.link(figure),
      values,
      stands: values.length > 0 ? null : (stands[0] ?? null),
    }
  }

  private values(item: PlannedItem, figure: Figure, before: Row | null, now: Row | null): FieldChange[] {
    if (this.made.has(thingKey(figure))) {
      return contentColumns(before).flatMap((field) => {
        const after = field === 'withdrawn' || field === 'slug' ? null : this.text(figure.entity, field, before)
        return after === null ? [] : [{ field, before: null, after }]
      })
    }
    const presence = { field: 'inTheRecord', before: yes(isPresent(now)), after: yes(isPresent(before)) }
    const isMade = item.made.includes(thingKey(figure))
    const columns = isMade
      ? []
      : changedColumns(before, now).filter((column) => figureOf(figure.entity, column) === figure.figure)
    return [
      ...(figure.figure === ITSELF && presence.before !== presence.after ? [presence] : []),
      ...columns
        .filter((column) => column !== 'withdrawn')
        .map((field) => ({
          field,
          before: this.text(figure.entity, field, now),
          after: this.text(figure.entity, field, before),
        })),
    ]
  }

  /** A column's value; what it points at by name. */
  private text(entity: string, column: string, row: Row | null): string | null {
    const [, thing] = pointedAt(entity, row).find(([known]) => known === column) ?? []
    return thing ? this.link(thing).title : shown(row?.[column])
  }

  private citation({ id, before, now }: RowStates): CitationLine[] {
    if (saysTheSame(before, now)) return []
    const row = isPresent(before) ? before : now
    if (!row) return []
    return [
      {
        id,
        kind: !isPresent(before) ? 'goes' : isPresent(now) ? 'changes' : 'comes',
        source: this.link({ entity: 'sources', id: String(row.sourceId) }).title,
        locator: String(row.locator),
        asserts: shown(row.asserts),
        accepted: row.accepted === true,
      },
    ]
  }
}

const yes = (is: boolean) => (is ? 'yes' : 'no')
