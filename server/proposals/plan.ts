/**
 * What publishing a proposal would write, by figure: what it says, on what it was based, and what stands now. It is the
 * plan of an undo with other states, so reviewers are asked what the page of an undo asks.
 */
import { isPresent, type Thing, thingKey } from '@/lib/record/figures'
import type { Row } from '@/lib/record/history'
import type { RowStates } from '@/lib/record/putting-back'
import { type Change, findNewestRevision } from '../history/change'
import { byEntity, withOthers } from '../history/figure-states'
import { type Plan, planOf } from '../history/plan'
import { lockRows } from '../history/put-back'
import { REFERENCES } from '../history/references'
import { insertMany, inWritingOrder, isRecordTable } from '../history/rows'
import { withFreeSlug } from './draft-rows'
import type { OpenProposal, ProposedRow } from './kept'
import { findTwins } from './twins'

export interface ProposedPlan {
  plan: Plan
  /** The rows that publishing makes, by thingKey. */
  made: ReadonlyMap<string, Row>
}

/**
 * Plans what a proposal writes, inside a change that is under way.
 *
 * @param look what is done while the new rows are in the record, withdrawn, so that they have names and can be pointed
 *   at. They are out of it again afterwards.
 */
export async function planProposal<T>(
  change: Change,
  proposal: OpenProposal,
  look: (planned: ProposedPlan) => Promise<T>,
): Promise<T> {
  const { tx } = change
  await lockRows(tx, proposal.rows)
  const rows = await asTheyWouldBe(change, proposal)
  await writeOwnSource(change, proposal)
  const made = new Map(rows.filter(({ before }) => before === null).map((row) => [thingKey(row), row.after]))
  const newest = await findNewestRevision(tx)
  await tx.$executeRawUnsafe('SAVEPOINT planning')
  await insertWithdrawn(change, made)
  const { basedOn } = proposal
  const states = rows.map(
    ({ entity, id, before, after }): RowStates => ({
      entity,
      id,
      before: after,
      after: before ?? { ...after, withdrawn: true },
      now: null,
    }),
  )
  const found = await withOthers(tx, { states, from: basedOn, to: basedOn })
  const result = await look({ plan: await planOf(tx, found, newest, { isProposed: true }), made })
  // Released as well: what is written from here on belongs to the transaction itself, by which rows know it.
  for (const end of ['ROLLBACK TO SAVEPOINT planning', 'RELEASE SAVEPOINT planning']) await tx.$executeRawUnsafe(end)
  return result
}

/** The proposed rows, but for what there is by now, and with addresses that are free. */
async function asTheyWouldBe(change: Change, proposal: OpenProposal): Promise<ProposedRow[]> {
  const { tx, sourceId } = change
  const { rows } = proposal
  const source = thingKey({ entity: 'sources', id: proposal.sourceId ?? '' })
  const isKnown = sourceId !== null && (sourceId !== proposal.sourceId || !isSourceAlone(proposal))
  const twins = await findTwins(tx, rows, new Map(isKnown ? [[source, sourceId]] : []))
  return Promise.all(
    rows
      .filter((row) => row.before !== null || !twins.has(thingKey(row)))
      .map(async (row): Promise<ProposedRow> => {
        const after = pointingAt(row.entity, row.after, twins)
        return { ...row, after: row.before === null ? await withFreeSlug(tx, row.entity, after) : after }
      }),
  )
}

/** Whether to add the source is all that is proposed. */
function isSourceAlone({ rows, sourceId }: OpenProposal): boolean {
  return rows.every(({ entity, id }) => entity === 'sources' && id === sourceId)
}

function pointingAt(entity: string, row: Row, twins: ReadonlyMap<string, string>): Row {
  const columns = REFERENCES.flatMap(({ table, column, parent, key }): [string, string][] => {
    const twin = twins.get(thingKey({ entity: parent, id: String(row[column]) }))
    return table === entity && key === 'id' && twin !== undefined ? [[column, twin]] : []
  })
  return { ...row, ...Object.fromEntries(columns) }
}

/** The source on which all of it rests is no figure to choose: a new one is made in any case. */
async function writeOwnSource(change: Change, proposal: OpenProposal): Promise<void> {
  const { rows, sourceId } = proposal
  if (isSourceAlone(proposal)) return
  const own = rows.find(({ entity, id, before }) => entity === 'sources' && id === sourceId && before === null)
  if (own && change.sourceId === sourceId) {
    await insertMany(change, 'sources', [(await withFreeSlug(change.tx, 'sources', own.after)) as never])
  }
}

async function insertWithdrawn(change: Change, made: ReadonlyMap<string, Row>): Promise<void> {
  const things = [...made].map(([key, row]): Thing & { row: Row } => {
    const [entity = ''] = key.split('/')
    return { entity, id: String(row.id), row: { ...row, withdrawn: true } }
  })
  for (const entity of inWritingOrder([...byEntity(things).keys()])) {
    const own = things.filter((thing) => thing.entity === entity && isPresent(made.get(thingKey(thing)) ?? null))
    if (isRecordTable(entity)) await insertMany(change, entity, own.map(({ row }) => row) as never[])
  }
}
