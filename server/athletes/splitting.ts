import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import type { Chosen, NewAthlete } from '@/lib/record/athlete-merge'
import type { Evidence } from '@/lib/record/evidence'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { AbortChange, type Change, change } from '../history/change'
import { newSlug } from '../history/new-slug'
import { insertMany, refileCitations } from '../history/rows'

export type SplitOutcome = { saved: true; changeSetId: number; slug: string } | { saved: false; errors: FieldErrors }

/**
 * Splits an athlete who is two: what is chosen goes to a new one. It is one change set, which can be undone like any
 * other.
 */
export async function splitAthlete(
  db: Client,
  editor: Editor,
  { slug, chosen, athlete: given }: { slug: string; chosen: Chosen; athlete: NewAthlete },
  evidence: Evidence,
): Promise<SplitOutcome> {
  const set = { kind: 'EDIT', isApart: true, ...evidence } as const
  return change<SplitOutcome, SplitOutcome>(db, editor, set, async (context) => {
    const { tx, id: changeSetId } = context
    await tx.$queryRaw`SELECT id FROM athletes WHERE slug = ${slug} FOR UPDATE`
    const athlete = await tx.athlete.findFirst({ where: { slug, withdrawn: false } })
    if (!athlete) throw refused({ form: 'This athlete is not in the record any more.' })
    const { moving, errors } = await choose(tx, athlete.id, chosen)
    if (errors) throw refused(errors)
    const address = await newSlug(tx, 'athletes', given.displayName)
    const { id } = await tx.athlete.create({ data: { slug: address, ...given } })
    await citeFacts(context, evidence, id, given)
    await move(context, moving, id)
    return { saved: true, changeSetId, slug: address }
  })
}

/** Makes the chosen rows another athlete's. */
async function move(context: Change, moving: Moving, athleteId: string): Promise<void> {
  const { tx } = context
  const data = { athleteId }
  await tx.claim.updateMany({ where: moving.claimsBehind, data: { otherId: athleteId } })
  await tx.result.updateMany({ where: moving.results, data })
  await tx.teamMember.updateMany({ where: moving.members, data })
  await tx.claim.updateMany({ where: moving.claims, data })
  const names = await tx.nameVariant.findMany({ where: moving.names, select: { id: true } })
  await tx.nameVariant.updateMany({ where: moving.names, data })
  await refileCitations(context, { nameVariantId: { in: names.map(({ id }) => id) } })
  const affiliations = await tx.affiliation.findMany({ where: moving.affiliations, select: { id: true } })
  await tx.affiliation.updateMany({ where: moving.affiliations, data })
  await refileCitations(context, { affiliationId: { in: affiliations.map(({ id }) => id) } })
  await tx.externalId.updateMany({ where: moving.externalIds, data })
  await tx.photo.updateMany({ where: moving.photos, data })
}

function refused(errors: FieldErrors): AbortChange<SplitOutcome> {
  return new AbortChange<SplitOutcome>({ saved: false, errors })
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
    [counts.externalIds, 'external id', 'external ids'],
    [counts.photos, 'picture', 'pictures'],
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

type Moving = Awaited<ReturnType<typeof choose>>['moving']

/** The chosen rows, as far as they are this athlete's; or why they cannot be moved. */
async function choose(db: Db, athleteId: string, chosen: Chosen) {
  const own = { athleteId, withdrawn: false }
  const resultIds = [...chosen.resultIds]
  const moving = {
    results: { ...own, id: { in: resultIds } },
    members: { ...own, resultId: { in: resultIds } },
    claims: { ...own, resultId: { in: resultIds } },
    claimsBehind: {
      otherId: athleteId,
      withdrawn: false,
      result: { race: { results: { some: { ...own, id: { in: resultIds } } } } },
    },
    names: { ...own, id: { in: [...chosen.nameVariantIds] } },
    affiliations: { ...own, id: { in: [...chosen.affiliationIds] } },
    externalIds: { ...own, id: { in: [...chosen.externalIdIds] } },
    photos: { ...own, id: { in: [...chosen.photoIds] } },
  }
  const counts = {
    results: await db.result.count({ where: moving.results }),
    members: await db.teamMember.count({ where: moving.members }),
    names: await db.nameVariant.count({ where: moving.names }),
    affiliations: await db.affiliation.count({ where: moving.affiliations }),
    externalIds: await db.externalId.count({ where: moving.externalIds }),
    photos: await db.photo.count({ where: moving.photos }),
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

/** The source of the change is cited for who the new one is. */
async function citeFacts(context: Change, { reason, locator }: Evidence, athleteId: string, given: NewAthlete) {
  const { sourceId } = context
  if (sourceId === null) return
  const citations = (['displayName', 'nativeName', 'birthDate', 'countryCode'] as const).flatMap((field) => {
    const asserts = given[field]
    return asserts === null ? [] : [{ athleteId, sourceId, locator, field, asserts, reason }]
  })
  await insertMany(context, 'citations', citations)
}
