import 'server-only'
import type { FieldErrors } from '@/lib/form/field-errors'
import { agreeingWith, assertionsIn, isContested, isSettled, type Owner } from '@/lib/record/cited-thing'
import type { Assertion } from '@/lib/record/disputes'
import type { Rejection } from '@/lib/record/source'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { db } from '../db'
import { findCitedThing } from './cited-things'
import { type CiteOutcome, citing, judgeCitations, openField, refused, touchThing, writeValue } from './citing'

/** How many things with disputed figures the desk reads at a time. */
const MOST = 200

export interface DisputeResolution {
  /** The asserted value that the record follows. */
  accepted: string
  /** Why each other value is not followed. */
  why: Record<string, Rejection>
  reason: string
}

/** A figure as the editor saw it: the key of a CitedField, and the version of its thing. */
export interface SeenFigure {
  owner: Owner
  key: string
  version: number
}

/**
 * Resolves a disputed figure, or changes how one was resolved: the record takes the chosen value, its sources are
 * accepted, and the others stay, marked with why they are not followed. The source of the change is that of the chosen
 * value; where no source has that value, the first that was not followed.
 */
export async function resolveDispute(
  db: Client,
  editor: Editor,
  { owner, key, version }: SeenFigure,
  { accepted, why, reason }: DisputeResolution,
): Promise<CiteOutcome> {
  const seen = (await findCitedThing(db, owner))?.fields.find((field) => field.key === key)
  if (!seen) return { saved: false, errors: { form: 'It has been withdrawn since you opened the page.' } }
  const values = assertionsIn(seen)
  const basis = [...(values.find(({ value }) => value === accepted)?.citations ?? []), ...seen.citations][0]
  if (!basis) return { saved: false, errors: { form: 'No source says anything of it.' } }

  return citing(db, editor, { reason, source: { slug: basis.source.slug } }, async (context) => {
    const { thing, field } = await openField(context.tx, owner, version, key)
    const assertions = assertionsIn(field)
    const chosen = assertions.find(({ value }) => value === accepted)
    if (!chosen) throw refused({ accepted: 'Choose the value that the record follows.' })
    const errors = unexplained(assertions, accepted, why)
    if (Object.keys(errors).length > 0) throw refused(errors)
    const isWritten = !chosen.accepted && field.held !== accepted
    if (isWritten) await writeValue(context, thing, field, { value: accepted, input: 'accepted' })
    const kindOf = (id: string) =>
      why[assertions.find(({ citations }) => citations.some((citation) => citation.id === id))?.value ?? ''] ?? null
    const agreeing = agreeingWith(field, accepted, field.citations)
    const count = await judgeCitations(context.tx, field.citations, {
      agreeing,
      reason,
      kindOf: ({ id }) => kindOf(id),
    })
    if (count === 0 && !isWritten) throw refused({ form: 'It stands like that already.' })
    await touchThing(context, thing)
  })
}

/** An error for each other value that sources assert and nobody has said why it is not followed. */
function unexplained(assertions: Assertion[], accepted: string, why: Record<string, Rejection>): FieldErrors {
  return Object.fromEntries(
    assertions.flatMap(({ value, citations }, row) =>
      value === accepted || citations.length === 0 || why[value] ? [] : [[`why.${row}`, 'Say why not.']],
    ),
  )
}

/** A figure on which sources disagree, for the desk's list. */
export interface DisputedFigure {
  owner: Owner
  title: string
  athlete: { slug: string; name: string } | null
  key: string
  label: string | null
  assertions: Assertion[]
  settled: boolean
}

/** Every disputed figure of the record, open ones first; `hasMore` where there are more things than are read at once. */
export async function findDisputedFigures(db: Db): Promise<{ figures: DisputedFigure[]; hasMore: boolean }> {
  const owners = await disputedOwners(db)
  const figures: DisputedFigure[] = []
  for (const owner of owners.slice(0, MOST)) {
    const thing = await findCitedThing(db, owner)
    if (!thing) continue
    for (const field of thing.fields.filter(isContested)) {
      const { title, athlete } = thing
      const { key, part } = field
      const assertions = assertionsIn(field)
      figures.push({ owner, title, athlete, key, label: part.label, assertions, settled: isSettled(field) })
    }
  }
  return {
    figures: figures.sort((a, b) => Number(a.settled) - Number(b.settled)),
    hasMore: owners.length > MOST,
  }
}

/** The things of which different values are asserted, or one is not accepted; at most one more than are read. */
async function disputedOwners(db: Db): Promise<Owner[]> {
  const rows = await db.$queryRaw<{ resultId: string | null; athlete: string | null; competition: string | null }[]>`
    SELECT DISTINCT d."resultId", athlete.slug AS athlete, competition.slug AS competition
    FROM (
      SELECT coalesce(c."resultId", p."resultId", r."resultId") AS "resultId",
        coalesce(c."athleteId", n."athleteId", a."athleteId") AS "athleteId", c."competitionId"
      FROM citations c
      LEFT JOIN places p ON p.id = c."placeId"
      LEFT JOIN record_claims r ON r.id = c."recordClaimId"
      LEFT JOIN name_variants n ON n.id = c."nameVariantId"
      LEFT JOIN affiliations a ON a.id = c."affiliationId"
      WHERE NOT c.withdrawn AND c.asserts IS NOT NULL
      GROUP BY 1, 2, 3, c."placeId", c."recordClaimId", c."nameVariantId", c."affiliationId", c.field
      HAVING count(DISTINCT c.asserts) > 1 OR bool_or(NOT c.accepted)
    ) d
    LEFT JOIN athletes athlete ON athlete.id = d."athleteId"
    LEFT JOIN competitions competition ON competition.id = d."competitionId"
    ORDER BY 1, 2, 3
    LIMIT ${MOST + 1}`
  return rows.flatMap(({ resultId, athlete, competition }): Owner[] => {
    if (resultId !== null) return [{ kind: 'result', key: resultId }]
    if (athlete !== null) return [{ kind: 'athlete', key: athlete }]
    return competition === null ? [] : [{ kind: 'competition', key: competition }]
  })
}

export const listDisputedFigures = () => findDisputedFigures(db())
