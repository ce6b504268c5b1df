/** How what belongs to one athlete, or to one result, becomes another's when they turn out to be the same. */
import type { Result } from '@/lib/record/result'
import type { Prisma } from '@/prisma/client'
import type { Change } from '../history/change'
import { insertMany, refileCitations, touch } from '../history/rows'
import type { athleteRows } from './record-rows'

export type AthleteRow = Prisma.AthleteGetPayload<typeof athleteRows>

/**
 * Withdraws one of two results of the same race. What is cited for it becomes the other's, and so does what only it
 * states.
 */
export async function mergeResults(change: Change, one: Result, other: Result): Promise<void> {
  const { tx } = change
  const row = await tx.result.findUniqueOrThrow({ where: { id: one.id } })
  const known = await tx.result.findUniqueOrThrow({ where: { id: other.id } })
  const gained = (['wind', 'timing', 'date', 'countryCode', 'club', 'qualification', 'note'] as const).filter(
    (field) => row[field] !== null && known[field] === null,
  )
  const moved = { where: { resultId: one.id, withdrawn: false }, data: { resultId: other.id } }
  await tx.citation.updateMany(moved)
  await tx.claim.updateMany(moved)
  await mergePlaces(change, one, other)
  await mergeRecords(change, one, other)
  await tx.result.update({ where: { id: one.id }, data: { withdrawn: true } })
  const data = Object.fromEntries(gained.map((field) => [field, row[field]]))
  if (gained.length > 0) await tx.result.update({ where: { id: other.id }, data })
  await touch(change, 'results', other.id)
}

async function mergePlaces(change: Change, one: Result, other: Result): Promise<void> {
  const { tx } = change
  for (const { id, classification } of one.places) {
    const same = other.places.find((place) => place.classification === classification)
    if (same) {
      await tx.citation.updateMany({ where: { placeId: id, withdrawn: false }, data: { placeId: same.id } })
      await tx.place.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.place.update({ where: { id }, data: { resultId: other.id } })
      await refileCitations(change, { placeId: id })
    }
  }
}

async function mergeRecords(change: Change, one: Result, other: Result): Promise<void> {
  const { tx } = change
  for (const { id, code } of one.records) {
    const same = other.records.find((record) => record.code === code)
    if (same) {
      await tx.citation.updateMany({ where: { recordClaimId: id, withdrawn: false }, data: { recordClaimId: same.id } })
      await tx.recordClaim.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.recordClaim.update({ where: { id }, data: { resultId: other.id } })
      await refileCitations(change, { recordClaimId: id })
    }
  }
}

/** The names of the one under which the other is not known yet. */
export function newNames(from: AthleteRow, into: AthleteRow, shownAs: string | null): string[] {
  const known = new Set([
    shownAs,
    into.nativeName,
    ...into.names.map(({ text }) => text),
    ...from.names.map(({ text }) => text),
  ])
  return [...new Set([from.displayName, into.displayName, from.nativeName])].flatMap((text) =>
    text !== null && !known.has(text) ? [text] : [],
  )
}

export async function mergeNames(change: Change, from: AthleteRow, into: AthleteRow, shownAs: string): Promise<void> {
  const { tx } = change
  const added = newNames(from, into, shownAs)
  await insertMany(
    change,
    'name_variants',
    added.map((text) => ({ athleteId: into.id, text, script: scriptOf(text) })),
  )
  for (const { id, text, script, usedBy } of from.names) {
    const same = into.names.find((name) => name.text === text && name.script === script)
    if (same && (usedBy === null || usedBy === same.usedBy)) {
      await tx.citation.updateMany({ where: { nameVariantId: id, withdrawn: false }, data: { nameVariantId: same.id } })
      await tx.nameVariant.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.nameVariant.update({ where: { id }, data: { athleteId: into.id } })
      await refileCitations(change, { nameVariantId: id })
    }
  }
}

/** ISO 15924, as far as its letters show it. */
function scriptOf(text: string): string {
  const scripts = [
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Jpan'],
    [/\p{Script=Han}/u, 'Hani'],
    [/\p{Script=Hangul}/u, 'Hang'],
    [/\p{Script=Cyrillic}/u, 'Cyrl'],
    [/\p{Script=Greek}/u, 'Grek'],
    [/\p{Script=Arabic}/u, 'Arab'],
    [/\p{Script=Latin}/u, 'Latn'],
  ] as const
  return scripts.find(([letters]) => letters.test(text))?.[1] ?? 'Zyyy'
}

export async function mergeAffiliations(change: Change, from: AthleteRow, into: AthleteRow): Promise<void> {
  const { tx } = change
  const compared = ['kind', 'name', 'place', 'note', 'startDate', 'endDate'] as const
  for (const affiliation of from.affiliations) {
    const { id } = affiliation
    const same = into.affiliations.find((known) => compared.every((field) => known[field] === affiliation[field]))
    if (same) {
      await tx.citation.updateMany({ where: { affiliationId: id, withdrawn: false }, data: { affiliationId: same.id } })
      await tx.affiliation.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.affiliation.update({ where: { id }, data: { athleteId: into.id } })
      await refileCitations(change, { affiliationId: id })
    }
  }
}

export async function mergeRepresentations(change: Change, from: AthleteRow, into: AthleteRow): Promise<void> {
  const { tx } = change
  const compared = ['countryCode', 'startDate', 'endDate'] as const
  for (const representation of from.representations) {
    const isKnown = into.representations.some((known) =>
      compared.every((field) => known[field] === representation[field]),
    )
    const data = isKnown ? { withdrawn: true } : { athleteId: into.id }
    await tx.representation.update({ where: { id: representation.id }, data })
  }
}

export async function appendChapters(change: Change, from: AthleteRow, into: AthleteRow): Promise<void> {
  const { tx } = change
  let position = Math.max(0, ...into.chapters.map((chapter) => chapter.position))
  for (const { id } of from.chapters.toSorted((a, b) => a.position - b.position)) {
    position++
    await tx.biographyChapter.update({ where: { id }, data: { athleteId: into.id, position } })
  }
}
