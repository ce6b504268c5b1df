/** The parts of a result: places, records and the members of a team. */
import 'server-only'
import type { ResultInput } from '@/lib/record/result-fields'
import { PLACE_FIELDS, RECORD_FIELDS } from '@/lib/record/result-fields'
import { isMemberField, type Member, memberField } from '@/lib/record/team'
import type { Db } from '@/prisma/client'
import type { Change } from '../history/change'
import { insertMany } from '../history/rows'
import { refused } from './refusal'

/** Writes the parts of a new result. */
export async function insertParts(context: Change, resultId: string, input: ResultInput): Promise<void> {
  const { places, records } = input
  await insertMany(
    context,
    'places',
    places.map((place) => ({ resultId, ...place })),
  )
  await insertMany(
    context,
    'record_claims',
    records.map((record) => ({ resultId, ...record })),
  )
  await writeMembers(context.tx, resultId, input.members)
}

/** Writes those parts of a result of which a field has changed. */
export async function writeParts(tx: Db, resultId: string, input: ResultInput, changed: string[]): Promise<void> {
  await writePlaces(tx, resultId, input, namesOf(changed, PLACE_FIELDS))
  await writeRecords(tx, resultId, input, namesOf(changed, RECORD_FIELDS))
  if (changed.some((field) => field === 'team' || isMemberField(field))) {
    await writeMembers(tx, resultId, input.members)
  }
}

/** The names of parts of which one of these fields has changed: the classifications, the codes. */
function namesOf(changed: readonly string[], fields: readonly string[]): string[] {
  const names = changed.flatMap((key) => {
    const [field = '', name] = key.split(/:(.*)/)
    return name !== undefined && fields.includes(field) ? [name] : []
  })
  return [...new Set(names)]
}

async function writePlaces(tx: Db, resultId: string, input: ResultInput, classifications: string[]): Promise<void> {
  for (const classification of classifications) {
    const wanted = input.places.find((place) => place.classification === classification)
    const known = await tx.place.findFirst({ where: { resultId, classification, withdrawn: false } })
    if (!wanted && known) await tx.place.update({ where: { id: known.id }, data: { withdrawn: true } })
    if (wanted && known) await tx.place.update({ where: { id: known.id }, data: wanted })
    if (wanted && !known) await tx.place.create({ data: { resultId, ...wanted } })
  }
}

async function writeRecords(tx: Db, resultId: string, input: ResultInput, codes: string[]): Promise<void> {
  for (const code of codes) {
    const wanted = input.records.find((record) => record.code === code)
    const known = await tx.recordClaim.findFirst({ where: { resultId, code, withdrawn: false } })
    if (!wanted && known) await tx.recordClaim.update({ where: { id: known.id }, data: { withdrawn: true } })
    if (wanted && known) await tx.recordClaim.update({ where: { id: known.id }, data: wanted })
    if (wanted && !known) await tx.recordClaim.create({ data: { resultId, ...wanted } })
  }
}

async function writeMembers(tx: Db, resultId: string, members: readonly Member[]): Promise<void> {
  const ids = await findMemberIds(tx, members)
  const known = await tx.teamMember.findMany({ where: { resultId, withdrawn: false } })
  for (const { id, athleteId } of known) {
    if (![...ids.values()].includes(athleteId)) await tx.teamMember.update({ where: { id }, data: { withdrawn: true } })
  }
  for (const { slug, leg } of members) {
    const athleteId = ids.get(slug) ?? ''
    const row = known.find((member) => member.athleteId === athleteId)
    if (!row) await tx.teamMember.create({ data: { resultId, athleteId, leg } })
    else if (row.leg !== leg) await tx.teamMember.update({ where: { id: row.id }, data: { leg } })
  }
}

/** The ids of a team's members, by slug. */
export async function findMemberIds(tx: Db, members: readonly Member[]): Promise<Map<string, string>> {
  const athletes = await tx.athlete.findMany({
    where: { slug: { in: members.map(({ slug }) => slug) }, withdrawn: false },
    select: { id: true, slug: true },
  })
  const ids = new Map(athletes.map(({ id, slug }) => [slug, id]))
  const missing = members.find(({ slug }) => !ids.has(slug))
  if (missing) throw refused({ [memberField(missing)]: `${missing.name} is not in the record any more.` })
  return ids
}
