/**
 * Puts figures back, in one change: all that was chosen, or nothing. Only their columns are written, and their citations
 * are made what they were, so what others have changed beside them stays.
 */
import type { Figure, Thing } from '@/lib/record/figures'
import { thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import type { PutBackAnswer, PutBackOutcome, Refusal, RefusedFigure } from '@/lib/record/put-back-view'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change } from './change'
import { byEntity } from './figure-states'
import { findNames } from './names'
import { findChangers, findStates, makePlan, type Plan, type PlannedItem, type Scope } from './plan'
import { splitItems } from './put-back-view'
import { type BrokenRules, findBrokenRules, stoodSo } from './result-rules'
import { findOwners, insertMany, inWritingOrder, isRecordTable, type Owner, touchOwners, writeColumns } from './rows'

/** How long it may take, in milliseconds: a merger of athletes with thousands of results is put back as one. */
const LONGEST = 120_000

/** Puts back what was chosen of a plan, under a change set of its own. */
export async function putBack(
  db: Client,
  editor: Editor,
  { scope, answer, reason }: { scope: Scope; answer: PutBackAnswer; reason: string },
): Promise<PutBackOutcome> {
  const undoes = 'changeSetId' in scope ? scope.changeSetId : undefined
  try {
    return await change<PutBackOutcome, PutBackOutcome>(
      db,
      editor,
      { kind: 'RESTORE', reason, undoes },
      async (context) => {
        await lock(context, scope)
        const plan = await makePlan(context.tx, scope)
        if (!plan) throw refused({ kind: 'missing' })
        await write(context, await choose(context.tx, plan, answer), plan.from)
        return { saved: true, changeSetId: context.id }
      },
      { timeout: LONGEST },
    )
  } catch (error) {
    const refusal = forbidden(error)
    if (refusal) return { saved: false, refusal }
    throw error
  }
}

export function refused(refusal: Refusal): AbortChange<PutBackOutcome> {
  return new AbortChange<PutBackOutcome>({ saved: false, refusal })
}

/** Of two who put the same back, or change it, at once, the second sees what the first has done. */
async function lock({ tx }: Change, scope: Scope): Promise<void> {
  await lockRows(tx, (await findStates(tx, scope))?.states ?? [])
}

export async function lockRows(tx: Db, rows: readonly Thing[]): Promise<void> {
  const things = byEntity(rows)
  for (const entity of [...things.keys()].sort()) {
    await tx.$queryRawUnsafe(
      `SELECT 1 FROM "${entity}" WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE`,
      things.get(entity),
    )
  }
}

/** The chosen items; refuses where they are not as they were seen, or cannot be put back by themselves. */
export async function choose(db: Db, plan: Plan, { token, keys, more }: PutBackAnswer): Promise<PlannedItem[]> {
  const { listed, more: others } = splitItems(plan)
  const chosen = [...listed.filter(({ key }) => keys.includes(key)), ...(more ? others : [])]
  const [newest, digest] = token.split('.')
  if (digest !== plan.digest) {
    const changers = await findChangers(db, plan.items, { revision: Number(newest) || plan.newest, except: 0 })
    const moved = plan.items.flatMap((item) => {
      const changedBy = changers.get(item) ?? []
      return changedBy.length > 0 ? [{ item, changedBy }] : []
    })
    const figures = await named(
      db,
      moved.map(({ item }) => item),
    )
    throw refused({
      kind: 'moved',
      figures: figures.map((figure, index) => ({ ...figure, changedBy: moved[index]?.changedBy ?? [] })),
    })
  }
  const isOpen = (item: PlannedItem) => item.writes.length > 0
  if (chosen.length === 0) throw refused({ kind: plan.items.some(isOpen) ? 'nothing-chosen' : 'nothing-left' })
  const together = new Set(chosen.map(({ key }) => key))
  const apart = chosen.filter(
    (item) => item.isBlocked || !isOpen(item) || item.requires.some((key) => !together.has(key)),
  )
  if (apart.length > 0) {
    const missing = plan.items.filter(
      ({ key }) => apart.some(({ requires }) => requires.includes(key)) && !together.has(key),
    )
    const things = [
      ...apart.flatMap(({ rests, lacks, elsewhere }) => [...rests, ...lacks, ...elsewhere]),
      ...missing.flatMap(({ figures }) => figures.slice(0, 1)),
    ]
    const names = await findNames(db, things)
    throw refused({
      kind: 'apart',
      figures: await named(db, apart),
      with: [...new Set(things.map(thingKey))].flatMap((key) => names.get(key) ?? []),
    })
  }
  return chosen
}

/** The first figure of each item, by name. */
async function named(db: Db, items: readonly PlannedItem[]): Promise<RefusedFigure[]> {
  const figures = items.flatMap(({ figures }): Figure[] => figures.slice(0, 1))
  const names = await findNames(db, figures)
  return figures.map((figure) => ({
    entity: figure.entity,
    figure: figure.figure,
    title: names.get(thingKey(figure))?.title ?? '',
  }))
}

/**
 * Writes items of a plan, by the rules of a result's form.
 *
 * @param from the last revision before what is put back.
 * @param made whole rows, by thingKey, of what is not in the record yet.
 */
export async function write(
  context: Change,
  items: readonly PlannedItem[],
  from: number,
  made: ReadonlyMap<string, Row> = new Map(),
): Promise<void> {
  const rows = new Map<string, Thing & { columns: Row }>()
  const add = (thing: Thing, columns: Row) =>
    rows.set(thingKey(thing), { ...thing, columns: { ...rows.get(thingKey(thing))?.columns, ...columns } })
  for (const item of items) {
    for (const thing of item.brings) add(thing, { withdrawn: false })
    for (const { columns, ...thing } of item.writes) add(thing, columns)
  }
  const things = [...rows.values()]
  const former = await ownersOf(context.tx, things)
  const results = (owners: readonly Owner[]) => owners.flatMap(({ table, id }) => (table === 'results' ? [id] : []))
  const before = await findBrokenRules(context.tx, results(former))
  const entities = inWritingOrder([...byEntity(things).keys()])
  // What goes makes room first: a second place in one classification is refused by the database.
  for (const goes of [true, false]) {
    for (const entity of entities) {
      const own = things.filter((thing) => thing.entity === entity && (thing.columns.withdrawn === true) === goes)
      const added = own.flatMap((thing) => {
        const row = made.get(thingKey(thing))
        return row ? [{ ...row, ...thing.columns }] : []
      })
      // A proposed row is one that the database wrote, so its columns are those of the table.
      if (isRecordTable(entity)) await insertMany(context, entity, added as never[])
      const known = own.filter((thing) => !made.has(thingKey(thing)))
      await writeColumns(
        context,
        entity,
        known.map(({ id, columns }) => ({ id, ...columns })),
      )
    }
  }
  const owners = [...former, ...(await ownersOf(context.tx, things))]
  await touchOwners(context, owners)
  await refuseNewFaults(context.tx, before, await findBrokenRules(context.tx, results(owners)), from)
}

/** What these rows are, or belong to. */
async function ownersOf(db: Db, things: readonly Thing[]): Promise<Owner[]> {
  const owners: Owner[] = []
  for (const [entity, ids] of byEntity(things)) {
    if (isRecordTable(entity)) owners.push(...(await findOwners(db, entity, ids)))
  }
  return owners
}

/** @throws where results break rules of the form that they kept before, and did not stand like that then. */
async function refuseNewFaults(
  db: Db,
  before: Map<string, BrokenRules>,
  after: Map<string, BrokenRules>,
  from: number,
): Promise<void> {
  for (const [id, { title, errors }] of after) {
    const figures = Object.entries(errors)
      .filter(([field, rule]) => before.get(id)?.errors[field] !== rule)
      .map(([field, rule]) => ({ entity: 'results', figure: field, title, rule }))
    if (figures.length > 0 && !(await stoodSo(db, id, from))) throw refused({ kind: 'rule', figures })
  }
}

/** What the database's own rules forbid, by the name of the rule: the table, the figure, and the rule in words. */
const FORBIDDEN: Record<string, [entity: string, figure: string, rule: string]> = {
  athletes_slug_key: ['athletes', 'slug', 'Somebody else has this address by now.'],
  athletes_death_date: ['athletes', 'deathDate', 'Nobody dies before the birth.'],
  affiliations_dates: ['affiliations', 'endDate', 'It cannot be before the beginning.'],
  representations_dates: ['representations', 'endDate', 'It cannot be before the beginning.'],
  biography_chapters_translation: [
    'biography_chapters',
    'translationOf',
    'A translation is of a chapter of the same athlete, in another language: put both back together.',
  ],
  biography_chapters_one_a_language: [
    'biography_chapters',
    'language',
    'The chapter has another translation into that language by now.',
  ],
  external_ids_one_an_authority: [
    'external_ids',
    'value',
    'The athlete has another identifier of that authority by now.',
  ],
  splits_one_a_distance: ['splits', 'distance', 'There is another time at this distance by now.'],
  attempts_one_a_number: ['attempts', 'number', 'There is another attempt of this number by now.'],
  competitions_dates: ['competitions', 'endDate', 'It cannot be before the beginning.'],
  competitions_slug_key: ['competitions', 'slug', 'Another competition has this address by now.'],
  series_slug_key: ['series', 'slug', 'Another series has this address by now.'],
  sources_slug_key: ['sources', 'slug', 'Another source has this address by now.'],
  results_of_someone: ['results', 'athlete', 'A result is an athlete’s or a team’s, not both.'],
  results_no_mark_without_finish: [
    'results',
    'mark',
    'Who did not finish has no mark: put back the status together with it.',
  ],
  results_timing_of_a_mark: [
    'results',
    'timing',
    'There is no mark that was timed: put it back together with the mark.',
  ],
  places_one_a_classification: ['places', 'place', 'The result has another place in that classification by now.'],
  claims_one_thing: ['claims', 'result', 'A claim is about one thing.'],
  claims_whole: ['claims', 'result', 'A claim says what it is about.'],
}

/** Why the database refused to write figures; null where the error is another one. */
export function forbidden(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !/constraint|23\d\d\d|P2002/.test(error.message)) return null
  const [, constraint = ''] = /constraint "(\w+)"/.exec(error.message) ?? []
  const [entity, figure, rule] = FORBIDDEN[constraint] ?? [
    '',
    'itself',
    'Something else in the record contradicts it by now.',
  ]
  return { kind: 'rule', figures: [{ entity, figure, title: '', rule }] }
}
