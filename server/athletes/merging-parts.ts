/** How what belongs to one athlete becomes another's when they turn out to be the same. */
import { chaptersInOrder } from '@/lib/career/chapters'
import type { ExternalId } from '@/lib/record/external-id'
import type { Prisma } from '@/prisma/client'
import type { Change } from '../history/change'
import { insertMany, refileCitations } from '../history/rows'
import type { athleteRows } from './record-rows'

export type AthleteRow = Prisma.AthleteGetPayload<typeof athleteRows>

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
      // An order among the names of the one says nothing among those of the other.
      await tx.nameVariant.update({ where: { id }, data: { athleteId: into.id, position: null } })
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

/** The identifiers that the other has otherwise, of which there can be but one. */
export function otherIds(from: AthleteRow, into: AthleteRow): ExternalId[] {
  return from.externalIds.filter(({ authority, value }) =>
    into.externalIds.some((known) => known.authority === authority && known.value !== value),
  )
}

/** Of an authority that both have, the other's stays. */
export async function mergeExternalIds({ tx }: Change, from: AthleteRow, into: AthleteRow): Promise<void> {
  for (const { id, authority } of from.externalIds) {
    const isKnown = into.externalIds.some((known) => known.authority === authority)
    await tx.externalId.update({ where: { id }, data: isKnown ? { withdrawn: true } : { athleteId: into.id } })
  }
}

/** The chapters of the one come after those of the other; a translation goes where its original goes. */
export async function appendChapters(change: Change, from: AthleteRow, into: AthleteRow): Promise<void> {
  const { tx } = change
  let position = Math.max(0, ...into.chapters.map((chapter) => chapter.position))
  for (const { chapter, translations } of chaptersInOrder(from.chapters)) {
    position++
    const ids = [chapter, ...translations].map(({ id }) => id)
    await tx.biographyChapter.updateMany({ where: { id: { in: ids } }, data: { athleteId: into.id, position } })
  }
}
