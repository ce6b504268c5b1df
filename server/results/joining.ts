/** Two results of one race that turn out to be one: one of them is withdrawn, and the other has what it had. */
import 'server-only'
import { rebound } from '@/lib/career/rebinding'
import { sayTheSame } from '@/lib/record/assertions'
import { type CitedField, fieldsOfResult } from '@/lib/record/cited-thing'
import type { Result } from '@/lib/record/result'
import { PLACE_FIELDS, RACE_FIELDS, RECORD_FIELDS, RESULT_FIELDS } from '@/lib/record/result-fields'
import { FILLED } from '@/lib/record/result-twins'
import { resultRows, toResult } from '../athletes/record-rows'
import type { Change } from '../history/change'
import { type RecordTable, type Row, refileCitations, touch, writeColumns } from '../history/rows'
import { moveCitations, type Pair } from '../merging/citations'

export interface Join {
  /** The result that goes. */
  from: Result
  /** The result that stays. */
  into: Result
  /** Neither contradicts the other; otherwise the one that stays is right, and what is cited for the other is marked. */
  isSame: boolean
}

/**
 * Joins results, a few statements for however many. What is cited for those that go becomes the others', and so does what
 * only they state.
 */
export async function joinResults(change: Change, joins: readonly Join[], reason: string): Promise<void> {
  if (joins.length === 0) return
  const pairs = joins.map(({ from, into }) => ({ from: from.id, into: into.id }))
  const places = joinParts(joins, { partsOf: ({ places }) => places, nameOf: ({ classification }) => classification })
  const records = joinParts(joins, { partsOf: ({ records }) => records, nameOf: ({ code }) => code })
  await writeColumns(change, 'places', places.writes)
  await writeColumns(change, 'record_claims', records.writes)
  const moved = [
    ...(await moveCitations(change, 'resultId', pairs)),
    ...(await moveCitations(change, 'placeId', places.same)),
    ...(await moveCitations(change, 'recordClaimId', records.same)),
  ]
  if (places.moved.length > 0) await refileCitations(change, { placeId: { in: places.moved } })
  if (records.moved.length > 0) await refileCitations(change, { recordClaimId: { in: records.moved } })
  await moveClaims(change, pairs)
  await joinTeams(change, joins)
  await moveRows(change, joins)
  await writeResults(change, joins)
  await markContradicted(change, { joins, moved: new Set(moved), reason })
  await rebindChapters(change, joins)
  await touch(change, 'results', ...pairs.map(({ into }) => into))
}

/** What only the other states is taken over, unless the two cannot both be true of one start. */
function isFilling({ from, into }: Join): boolean {
  return from.status === into.status
}

interface Parts {
  writes: Row[]
  /** Those that become one with one of the result that stays. */
  same: Pair[]
  moved: string[]
}

function joinParts<Part extends { id: string }>(
  joins: readonly Join[],
  { partsOf, nameOf }: { partsOf: (result: Result) => readonly Part[]; nameOf: (part: Part) => string },
): Parts {
  const parts: Parts = { writes: [], same: [], moved: [] }
  for (const join of joins) {
    for (const part of partsOf(join.from)) {
      const same = partsOf(join.into).find((known) => nameOf(known) === nameOf(part))
      if (same) {
        parts.writes.push({ id: part.id, withdrawn: true })
        parts.same.push({ from: part.id, into: same.id })
      } else if (isFilling(join)) {
        parts.writes.push({ id: part.id, resultId: join.into.id })
        parts.moved.push(part.id)
      }
    }
  }
  return parts
}

async function moveClaims(change: Change, pairs: readonly Pair[]): Promise<void> {
  const into = new Map(pairs.map((pair) => [pair.from, pair.into]))
  const claims = await change.tx.claim.findMany({
    where: { resultId: { in: [...into.keys()] }, withdrawn: false },
    select: { id: true, resultId: true },
  })
  await writeColumns(
    change,
    'claims',
    claims.map(({ id, resultId }) => ({ id, resultId: into.get(resultId ?? '') ?? null })),
  )
}

/** Of a relay: who ran it, as far as the result that stays does not say so. */
async function joinTeams(change: Change, joins: readonly Join[]): Promise<void> {
  const relays = new Map(joins.filter(({ from }) => from.members.length > 0).map((join) => [join.from.id, join]))
  const members = await change.tx.teamMember.findMany({
    where: { resultId: { in: [...relays.keys()] }, withdrawn: false },
  })
  const writes = members.flatMap(({ id, resultId, athleteId }): Row[] => {
    const join = relays.get(resultId)
    if (!join) return []
    const isKnown = join.into.members.some((member) => member.athleteId === athleteId)
    if (isKnown || !isFilling(join) || join.into.team === null) return [{ id, withdrawn: true }]
    return [{ id, resultId: join.into.id }]
  })
  await writeColumns(change, 'team_members', writes)
}

/** Intermediate times, attempts and places as published go over whole, where the result that stays has none of them. */
async function moveRows(change: Change, joins: readonly Join[]): Promise<void> {
  for (const { table, partsOf } of WHOLE_LISTS) {
    const writes = joins.flatMap((join) => {
      const isMoved = isFilling(join) && partsOf(join.into).length === 0
      return partsOf(join.from).map(
        ({ id }): Row => (isMoved ? { id, resultId: join.into.id } : { id, withdrawn: true }),
      )
    })
    await writeColumns(change, table, writes)
  }
}

const WHOLE_LISTS: readonly { table: RecordTable; partsOf: (result: Result) => readonly { id: string }[] }[] = [
  { table: 'splits', partsOf: ({ splits }) => splits },
  { table: 'attempts', partsOf: ({ attempts }) => attempts },
  { table: 'published_places', partsOf: ({ publishedPlaces }) => publishedPlaces },
]

async function writeResults(change: Change, joins: readonly Join[]): Promise<void> {
  const ids = joins.flatMap(({ from, into }) => [from.id, into.id])
  const rows = new Map(
    (await change.tx.result.findMany({ where: { id: { in: ids } } })).map((row) => [row.id, row] as const),
  )
  const writes = joins.flatMap((join): Row[] => {
    const [row, known] = [rows.get(join.from.id), rows.get(join.into.id)]
    if (!row || !known) return []
    const isOfSameMark = row.value === known.value
    const filled = FILLED.filter(
      (field) =>
        isFilling(join) && row[field] !== null && known[field] === null && (field !== 'timing' || isOfSameMark),
    )
    const gained = Object.fromEntries(filled.map((field) => [field, row[field]]))
    return [{ id: row.id, withdrawn: true }, ...(filled.length > 0 ? [{ id: known.id, ...gained }] : [])]
  })
  await writeColumns(change, 'results', writes)
}

const JUDGED: readonly string[] = [
  ...RESULT_FIELDS.filter((field) => !RACE_FIELDS.includes(field)),
  ...PLACE_FIELDS,
  ...RECORD_FIELDS,
]

/** Of two that contradict each other, the sources of the one that went are kept, and marked where they are not followed. */
async function markContradicted(
  { tx }: Change,
  { joins, moved, reason }: { joins: readonly Join[]; moved: ReadonlySet<string>; reason: string },
): Promise<void> {
  const ids = joins.filter(({ isSame }) => !isSame).map(({ into }) => into.id)
  const rows = await tx.result.findMany({ where: { id: { in: ids } }, ...resultRows })
  for (const cited of rows.map(toResult).flatMap(fieldsOfResult)) {
    if (!JUDGED.includes(cited.field)) continue
    for (const { id, asserts, accepted } of cited.citations.filter((citation) => moved.has(citation.id))) {
      const agrees = asserts === null || saysSo(cited, asserts)
      if (agrees === accepted) continue
      const data = { accepted: agrees, rejection: agrees ? null : ('CONTRADICTED' as const), reason }
      await tx.citation.update({ where: { id }, data })
    }
  }
}

function saysSo({ field, stands, discipline }: CitedField, asserts: string): boolean {
  return stands !== '' && sayTheSame(field, discipline, stands, asserts)
}

/** The figures of a biography that named a result which went name the one that stayed. */
async function rebindChapters(change: Change, joins: readonly Join[]): Promise<void> {
  const results = new Map(joins.map(({ from, into }) => [from.id, into.id]))
  const athletes = joins.flatMap(({ from, into }) =>
    [from, into].flatMap(({ athleteId, members }) =>
      [athleteId ?? [], members.map((member) => member.athleteId)].flat(),
    ),
  )
  const chapters = await change.tx.biographyChapter.findMany({
    where: { athleteId: { in: [...new Set(athletes)] }, withdrawn: false },
    select: { id: true, body: true },
  })
  const writes = chapters.flatMap(({ id, body }) => {
    const after = rebound(body, { results })
    return after === body ? [] : [{ id, body: after }]
  })
  await writeColumns(change, 'biography_chapters', writes)
  await touch(change, 'biography_chapters', ...writes.map(({ id }) => id))
}
