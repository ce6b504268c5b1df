import { nanoid } from 'nanoid'
import { placesIn, recordsIn } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import { parseWind } from '@/lib/sport/marks'
import type { Db, Prisma } from '@/prisma/client'
import { insertMany, type RecordRows, touch } from '../history/rows'
import { findOrCreateRaces } from './accept-races'
import type { AcceptedRow, Batch } from './accepted-row'
import { citedBy, type ListCitations } from './list-citations'

/** Creates the results of new rows, with their events and races. @returns the new result of each line. */
export async function createResults(
  batch: Batch,
  rows: AcceptedRow[],
  citations: ListCitations,
): Promise<Map<number, string>> {
  const races = await findOrCreateRaces(batch, rows)
  const results: RecordRows['results'][] = []
  const places: RecordRows['places'][] = []
  const records: RecordRows['record_claims'][] = []
  const resultOf = new Map<number, string>()
  for (const [index, row] of rows.entries()) {
    const { line, listing, athleteId } = row
    const resultId = nanoid(12)
    resultOf.set(line, resultId)
    results.push({ id: resultId, raceId: races[index] ?? '', athleteId, ...resultColumns(listing) })
    const listedPlaces = placesIn(listing).map((place) => ({ id: nanoid(12), resultId, ...place }))
    const listedRecords = recordsIn(listing).map((code) => ({ id: nanoid(12), resultId, code }))
    places.push(...listedPlaces)
    records.push(...listedRecords)
    const parts = {
      resultId,
      places: new Map(listedPlaces.map(({ classification, id }) => [classification, id])),
      records: new Map(listedRecords.map(({ code, id }) => [code, id])),
    }
    for (const { target, id, assertion } of citedBy(row, parts)) if (id) citations.add(target, id, assertion)
  }
  await insertMany(batch.change, 'results', results)
  await insertMany(batch.change, 'places', places)
  await insertMany(batch.change, 'record_claims', records)
  return resultOf
}

function resultColumns({ mark, status, wind, date, countryCode, club, flags, qualification, remark }: Listing) {
  return {
    mark: mark?.text ?? null,
    value: mark?.value ?? null,
    precision: mark?.precision ?? null,
    timing: mark?.timing ?? null,
    status,
    wind,
    date,
    countryCode,
    club,
    flags,
    qualification,
    note: remark ?? null,
  }
}

async function isAnnounced(tx: Db, resultId: string): Promise<boolean> {
  const result = await tx.result.findUnique({ where: { id: resultId }, select: { status: true } })
  return result?.status === 'ENTERED'
}

/** Fills in what the record does not know. Where it has another value, that stays, and the list is only cited beside it. */
export async function fillIn({ change }: Batch, { resultId, changes, listing }: AcceptedRow): Promise<void> {
  if (resultId === null || !changes?.some(({ fills }) => fills)) return
  const { tx } = change
  // Whoever has a mark or a place has started: that this was only announced is not so any more.
  const data: Prisma.ResultUncheckedUpdateInput = (await isAnnounced(tx, resultId)) ? { status: listing.status } : {}
  for (const { field, after, fills } of changes) {
    if (!fills) continue
    const [kind, name] = field.split(':')
    if (kind === 'mark' && listing.mark) {
      const { text, value, precision, timing } = listing.mark
      Object.assign(data, { mark: text, value, precision, timing })
    } else if (kind === 'status') data.status = listing.status
    else if (kind === 'date') data.date = after
    else if (kind === 'wind') data.wind = parseWind(after)
    else if (kind === 'note') data.note = after
    else if (kind === 'place') {
      const listed = placesIn(listing).find(({ classification }) => classification === name)
      if (listed) await tx.place.create({ data: { resultId, ...listed } })
    } else if (kind === 'record') await tx.recordClaim.create({ data: { resultId, code: after } })
  }
  if (Object.keys(data).length > 0) await tx.result.update({ where: { id: resultId }, data })
  await touch(change, 'results', resultId)
}
