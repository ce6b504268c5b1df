import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { sayTheSame } from '@/lib/record/assertions'
import {
  type Chosen,
  FACTS,
  type Fact,
  type MergePreview,
  type MergeSide,
  type NewAthlete,
  type Side,
  undecided,
} from '@/lib/record/athlete-merge'
import { resultTitle } from '@/lib/record/cited-thing'
import type { Evidence } from '@/lib/record/evidence'
import type { Result } from '@/lib/record/result'
import { slugify } from '@/lib/text/slug'
import type { Client, Db, Prisma } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change, freeSlug } from '../history/change'
import { athleteRows, resultRows, toResult } from './record-rows'

export type MergeRefusal = 'same' | 'missing'
export type MergeOutcome = { saved: true; changeSetId: number } | { saved: false; errors: FieldErrors }

type AthleteRow = Prisma.AthleteGetPayload<typeof athleteRows>

/** What merging one athlete into another would do; a word where it cannot be thought of. */
export async function previewMerge(db: Db, fromSlug: string, intoSlug: string): Promise<MergePreview | MergeRefusal> {
  const plan = await planMerge(db, fromSlug, intoSlug)
  return typeof plan === 'string' ? plan : plan.preview
}

interface Plan {
  preview: MergePreview
  from: AthleteRow
  into: AthleteRow
  twins: { one: Result; other: Result; isSame: boolean }[]
}

async function planMerge(db: Db, fromSlug: string, intoSlug: string): Promise<Plan | MergeRefusal> {
  if (fromSlug === intoSlug) return 'same'
  const find = (slug: string) => db.athlete.findFirst({ where: { slug, withdrawn: false }, ...athleteRows })
  const [from, into] = [await find(fromSlug), await find(intoSlug)]
  if (!from || !into) return 'missing'
  const [results, others] = [await resultsOf(db, from.id), await resultsOf(db, into.id)]
  const teams = await db.teamMember.count({ where: { athleteId: from.id, withdrawn: false } })
  const twins = results.flatMap(({ raceId, result: one }) => {
    const other = others.find((known) => known.raceId === raceId)?.result
    return other ? [{ one, other, isSame: isSaidBy(one, other) }] : []
  })
  const sides = FACTS.map((fact) => ({ fact, from: factOf(from, fact), into: factOf(into, fact) }))
  return {
    from,
    into,
    twins,
    preview: {
      from: sideOf(from),
      into: sideOf(into),
      choices: sides.flatMap(({ fact, from, into }) =>
        from !== null && into !== null && from !== into ? [{ fact, from, into }] : [],
      ),
      gains: sides.flatMap(({ fact, from, into }) => (from !== null && into === null ? [{ fact, value: from }] : [])),
      moves: {
        results: results.length,
        teams,
        names: newNames(from, into, factOf(into, 'displayName')).length + from.names.length,
        affiliations: from.affiliations.length,
        chapters: from.chapters.length,
        claims: from.claims.length,
      },
      twins: twins.map(({ one, other, isSame }) => ({
        id: one.id,
        otherId: other.id,
        title: resultTitle(one),
        mark: one.mark ?? one.status,
        otherMark: other.mark ?? other.status,
        isSame,
      })),
    },
  }
}

async function resultsOf(db: Db, athleteId: string): Promise<{ raceId: string; result: Result }[]> {
  const rows = await db.result.findMany({
    where: { athleteId, withdrawn: false },
    ...resultRows,
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => ({ raceId: row.raceId, result: toResult(row) }))
}

function sideOf({ slug, displayName: name, countryCode, birthDate }: AthleteRow): MergeSide {
  return { slug, name, countryCode, birthDate }
}

function factOf(athlete: AthleteRow, fact: Fact): string | null {
  const value = athlete[fact]
  return value === null ? null : String(value)
}

/** What a result says of itself; of the two of a race, what one leaves open the other may fill. */
const SAID = ['value', 'status', 'timing', 'wind', 'date', 'countryCode', 'club', 'qualification', 'note'] as const

function isSaidBy(one: Result, other: Result): boolean {
  const agree = (a: unknown, b: unknown) => a === b || a === null || b === null
  return (
    SAID.every((field) => agree(one[field], other[field])) &&
    (one.mark === null) === (other.mark === null) &&
    one.flags.toSorted().join() === other.flags.toSorted().join() &&
    one.places.every(({ classification, place }) =>
      other.places.every((known) => known.classification !== classification || known.place === place),
    ) &&
    one.records.every(({ code, state }) => other.records.every((known) => known.code !== code || known.state === state))
  )
}

/**
 * Merges one athlete into another, who is the same: everything that hangs on the one hangs on the other afterwards, and
 * the address leads there. One change set, which can be undone like any other.
 *
 * @param chosen which side's fact holds, for each in which they differ.
 * @param dropped results of the one that the other has as well, to be withdrawn; what is cited for them is kept.
 */
export async function mergeAthletes(
  db: Client,
  editor: Editor,
  fromSlug: string,
  intoSlug: string,
  { chosen, dropped }: { chosen: Partial<Record<Fact, Side>>; dropped: readonly string[] },
  evidence: Evidence,
): Promise<MergeOutcome> {
  return change<MergeOutcome, MergeOutcome>(db, editor, { kind: 'EDIT', ...evidence }, async ({ tx, id, sourceId }) => {
    await tx.$queryRaw`SELECT id FROM athletes WHERE slug IN (${fromSlug}, ${intoSlug}) ORDER BY id FOR UPDATE`
    const plan = await planMerge(tx, fromSlug, intoSlug)
    if (plan === 'same') throw refused({ form: 'These are one athlete already.' })
    if (plan === 'missing') throw refused({ form: 'One of them is not in the record any more.' })
    const { preview, from, into, twins } = plan
    const errors = undecided(preview, { chosen, dropped: [...dropped] })
    if (Object.keys(errors).length > 0) throw refused(errors)

    for (const { one, other } of twins) await dropTwin(tx, one, other)
    await tx.result.updateMany({ where: { athleteId: from.id, withdrawn: false }, data: { athleteId: into.id } })
    await tx.teamMember.updateMany({ where: { athleteId: from.id, withdrawn: false }, data: { athleteId: into.id } })
    const own = { where: { athleteId: from.id, withdrawn: false }, data: { athleteId: into.id } }
    await tx.claim.updateMany(own)
    await tx.citation.updateMany(own)
    const [shown, hidden] = chosen.displayName === 'from' ? [from, into] : [into, from]
    await mergeNames(tx, from, into, shown.displayName)
    const { locator, reason } = evidence
    if (sourceId) await citeName(tx, into.id, hidden.displayName, { sourceId, locator, reason })
    await mergeAffiliations(tx, from, into)
    await mergeRepresentations(tx, from, into)
    await appendChapters(tx, from, into)
    await mergeFacts(tx, plan, chosen, evidence.reason)
    // Last, so that undoing the change brings the athlete back first, and everything else finds him there.
    await tx.athlete.update({ where: { id: from.id }, data: { withdrawn: true, mergedIntoId: into.id } })
    return { saved: true, changeSetId: id }
  })
}

function refused(errors: FieldErrors): AbortChange<MergeOutcome> {
  return new AbortChange<MergeOutcome>({ saved: false, errors })
}

/** One result of two goes; whatever was cited for it, and what only it knew, is the other's. */
async function dropTwin(tx: Db, one: Result, other: Result): Promise<void> {
  const row = await tx.result.findUniqueOrThrow({ where: { id: one.id } })
  const known = await tx.result.findUniqueOrThrow({ where: { id: other.id } })
  const gained = (['wind', 'timing', 'date', 'countryCode', 'club', 'qualification', 'note'] as const).filter(
    (field) => row[field] !== null && known[field] === null,
  )
  await tx.citation.updateMany({ where: { resultId: one.id, withdrawn: false }, data: { resultId: other.id } })
  await tx.claim.updateMany({ where: { resultId: one.id, withdrawn: false }, data: { resultId: other.id } })
  for (const { id, classification } of one.places) {
    const same = other.places.find((place) => place.classification === classification)
    if (same) {
      await tx.citation.updateMany({ where: { placeId: id, withdrawn: false }, data: { placeId: same.id } })
      await tx.place.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.place.update({ where: { id }, data: { resultId: other.id } })
      await refile(tx, { placeId: id })
    }
  }
  for (const { id, code } of one.records) {
    const same = other.records.find((record) => record.code === code)
    if (same) {
      await tx.citation.updateMany({ where: { recordClaimId: id, withdrawn: false }, data: { recordClaimId: same.id } })
      await tx.recordClaim.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.recordClaim.update({ where: { id }, data: { resultId: other.id } })
      await refile(tx, { recordClaimId: id })
    }
  }
  await tx.result.update({ where: { id: one.id }, data: { withdrawn: true } })
  // Also where it gains nothing: the result's version stands for all that belongs to it.
  const data = Object.fromEntries(gained.map((field) => [field, row[field]]))
  await tx.result.update({ where: { id: other.id }, data: { ...data, withdrawn: false } })
}

/** Revisions are filed under whom they are about; a citation whose name or place has moved is about somebody else. */
async function refile(tx: Db, where: Prisma.CitationWhereInput): Promise<void> {
  await tx.citation.updateMany({ where: { ...where, withdrawn: false }, data: { withdrawn: false } })
}

/** The names of the one that the other does not go by yet and no variant says. */
function newNames(from: AthleteRow, into: AthleteRow, shownAs: string | null): string[] {
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

async function mergeNames(tx: Db, from: AthleteRow, into: AthleteRow, shownAs: string): Promise<void> {
  for (const text of newNames(from, into, shownAs)) {
    await tx.nameVariant.create({ data: { athleteId: into.id, text, script: scriptOf(text) } })
  }
  for (const { id, text, script, usedBy } of from.names) {
    const same = into.names.find((name) => name.text === text && name.script === script)
    if (same && (usedBy === null || usedBy === same.usedBy)) {
      await tx.citation.updateMany({ where: { nameVariantId: id, withdrawn: false }, data: { nameVariantId: same.id } })
      await tx.nameVariant.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.nameVariant.update({ where: { id }, data: { athleteId: into.id } })
      await refile(tx, { nameVariantId: id })
    }
  }
}

/** That he is called by this name as well is what the source of the merger says. */
async function citeName(
  tx: Db,
  athleteId: string,
  asserts: string,
  cited: { sourceId: string; locator: string; reason: string },
): Promise<void> {
  const variant = await tx.nameVariant.findFirst({ where: { athleteId, text: asserts, withdrawn: false } })
  const of = variant ? { nameVariantId: variant.id, field: 'text' } : { athleteId, field: 'displayName' }
  await tx.citation.create({ data: { ...of, ...cited, asserts } })
}

/** ISO 15924, of the letters that tell it. */
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

async function mergeAffiliations(tx: Db, from: AthleteRow, into: AthleteRow): Promise<void> {
  const said = ['kind', 'name', 'place', 'note', 'startDate', 'endDate'] as const
  for (const affiliation of from.affiliations) {
    const { id } = affiliation
    const same = into.affiliations.find((known) => said.every((field) => known[field] === affiliation[field]))
    if (same) {
      await tx.citation.updateMany({ where: { affiliationId: id, withdrawn: false }, data: { affiliationId: same.id } })
      await tx.affiliation.update({ where: { id }, data: { withdrawn: true } })
    } else {
      await tx.affiliation.update({ where: { id }, data: { athleteId: into.id } })
      await refile(tx, { affiliationId: id })
    }
  }
}

async function mergeRepresentations(tx: Db, from: AthleteRow, into: AthleteRow): Promise<void> {
  const said = ['countryCode', 'startDate', 'endDate'] as const
  for (const representation of from.representations) {
    const isKnown = into.representations.some((known) => said.every((field) => known[field] === representation[field]))
    const data = isKnown ? { withdrawn: true } : { athleteId: into.id }
    await tx.representation.update({ where: { id: representation.id }, data })
  }
}

async function appendChapters(tx: Db, from: AthleteRow, into: AthleteRow): Promise<void> {
  let position = Math.max(0, ...into.chapters.map((chapter) => chapter.position))
  for (const { id } of from.chapters.toSorted((a, b) => a.position - b.position)) {
    position++
    await tx.biographyChapter.update({ where: { id }, data: { athleteId: into.id, position } })
  }
}

/** Writes what holds from now on, and sets right which of the citations of both say so. */
async function mergeFacts(
  tx: Db,
  { preview, from, into }: Plan,
  chosen: Partial<Record<Fact, Side>>,
  reason: string,
): Promise<void> {
  const taken = [
    ...preview.gains.map(({ fact }) => fact),
    ...preview.choices.filter(({ fact }) => chosen[fact] === 'from').map(({ fact }) => fact),
  ]
  if (taken.length > 0) {
    const facts = Object.fromEntries(taken.map((fact) => [fact, from[fact]]))
    const name = taken.includes('displayName') ? { sortName: from.sortName, nameOrder: from.nameOrder } : {}
    await tx.athlete.update({ where: { id: into.id }, data: { ...facts, ...name } })
  }
  for (const choice of preview.choices) {
    const held = chosen[choice.fact] === 'from' ? choice.from : choice.into
    const citations = await tx.citation.findMany({
      where: { athleteId: into.id, field: choice.fact, withdrawn: false, asserts: { not: null } },
    })
    for (const { id, asserts, accepted } of citations) {
      const agrees = sayTheSame(choice.fact, null, asserts ?? '', held)
      if (agrees === accepted) continue
      const data = { accepted: agrees, rejection: agrees ? null : ('CONTRADICTED' as const), reason }
      await tx.citation.update({ where: { id }, data })
    }
  }
}

/**
 * Splits an athlete who is two: what is chosen goes to a new one. One change set, which can be undone like any other.
 */
export async function splitAthlete(
  db: Client,
  editor: Editor,
  slug: string,
  chosen: Chosen,
  given: NewAthlete,
  evidence: Evidence,
): Promise<(MergeOutcome & { saved: false }) | { saved: true; changeSetId: number; slug: string }> {
  type Outcome = Awaited<ReturnType<typeof splitAthlete>>
  return change<Outcome, Outcome>(db, editor, { kind: 'EDIT', ...evidence }, async (context) => {
    const { tx, id: changeSetId } = context
    await tx.$queryRaw`SELECT id FROM athletes WHERE slug = ${slug} FOR UPDATE`
    const athlete = await tx.athlete.findFirst({ where: { slug, withdrawn: false } })
    if (!athlete) throw refused({ form: 'This athlete is not in the record any more.' })
    const { moving, errors } = await choose(tx, athlete.id, chosen)
    if (errors) throw refused(errors)

    const newSlug = await freeSlug(
      slugify(given.displayName),
      async (wanted) => (await tx.athlete.count({ where: { slug: wanted } })) > 0,
    )
    const { id } = await tx.athlete.create({ data: { slug: newSlug, ...given } })
    await citeFacts(context, evidence, id, given)
    const data = { athleteId: id }
    await tx.result.updateMany({ where: moving.results, data })
    await tx.teamMember.updateMany({ where: moving.members, data })
    await tx.claim.updateMany({ where: moving.claims, data })
    const names = await tx.nameVariant.findMany({ where: moving.names, select: { id: true } })
    await tx.nameVariant.updateMany({ where: moving.names, data })
    await refile(tx, { nameVariantId: { in: names.map(({ id }) => id) } })
    const affiliations = await tx.affiliation.findMany({ where: moving.affiliations, select: { id: true } })
    await tx.affiliation.updateMany({ where: moving.affiliations, data })
    await refile(tx, { affiliationId: { in: affiliations.map(({ id }) => id) } })
    return { saved: true, changeSetId, slug: newSlug }
  })
}

/** What splitting would do, in sentences; or why it cannot be done, by input. */
export async function previewSplit(
  db: Db,
  slug: string,
  chosen: Chosen,
  given: NewAthlete,
): Promise<{ sentences: string[] } | { errors: FieldErrors }> {
  const athlete = await db.athlete.findFirst({ where: { slug, withdrawn: false } })
  if (!athlete) return { errors: { form: 'This athlete is not in the record any more.' } }
  const { counts, stays, errors } = await choose(db, athlete.id, chosen)
  if (errors) return { errors }
  const namesakes = await db.athlete.findMany({
    where: { displayName: given.displayName, withdrawn: false, id: { not: athlete.id } },
  })
  const moved = [
    [counts.results, 'result', 'results'],
    [counts.members, 'part in a team', 'parts in teams'],
    [counts.names, 'name', 'names'],
    [counts.affiliations, 'affiliation', 'affiliations'],
  ].flatMap(([count, one, many]) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]))
  return {
    sentences: [
      `${given.displayName} would have a page of their own, with ${moved.join(', ')} and their sources.`,
      `${athlete.displayName} would keep ${stays === 1 ? '1 result' : `${stays} results`}, and the address.`,
      ...(namesakes.length > 0
        ? [`Somebody of that very name is in the record: merge with them afterwards if it is the same.`]
        : []),
      'It is one change: undoing it brings everything back to where it is now.',
    ],
  }
}

/** The rows of an athlete that are meant; of others' rows, none. */
async function choose(db: Db, athleteId: string, chosen: Chosen) {
  const own = { athleteId, withdrawn: false }
  const resultIds = [...chosen.resultIds]
  const moving = {
    results: { ...own, id: { in: resultIds } },
    members: { ...own, resultId: { in: resultIds } },
    claims: { ...own, resultId: { in: resultIds } },
    names: { ...own, id: { in: [...chosen.nameVariantIds] } },
    affiliations: { ...own, id: { in: [...chosen.affiliationIds] } },
  }
  const counts = {
    results: await db.result.count({ where: moving.results }),
    members: await db.teamMember.count({ where: moving.members }),
    names: await db.nameVariant.count({ where: moving.names }),
    affiliations: await db.affiliation.count({ where: moving.affiliations }),
  }
  const all = (await db.result.count({ where: own })) + (await db.teamMember.count({ where: own }))
  const stays = all - counts.results - counts.members
  const problem = Object.values(counts).every((count) => count === 0)
    ? 'Choose what belongs to the other one.'
    : all > 0 && stays === 0
      ? 'Something has to stay with this one: two people share a name, not every race.'
      : null
  return { moving, counts, stays, errors: problem === null ? null : { chosen: problem } }
}

/** The source of the change says who the new one is. */
async function citeFacts(
  { tx, sourceId }: Change,
  { reason, locator }: Evidence,
  athleteId: string,
  given: NewAthlete,
) {
  if (sourceId === null) return
  for (const field of ['displayName', 'nativeName', 'birthDate', 'countryCode'] as const) {
    const asserts = given[field]
    if (asserts !== null) await tx.citation.create({ data: { athleteId, sourceId, locator, field, asserts, reason } })
  }
}
