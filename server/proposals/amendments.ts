/** What a reviewer writes otherwise than it was proposed: by the rules of the thing's own form. */
import type { FieldErrors } from '@/lib/form/field-errors'
import { plainText } from '@/lib/form/plain-text'
import type { Evidence } from '@/lib/record/evidence'
import { type Thing, thingKey } from '@/lib/record/figures'
import type { Draft } from '@/lib/record/merge'
import type { Amendment } from '@/lib/record/proposal'
import type { RefusedFigure } from '@/lib/record/put-back-view'
import { draftOf } from '@/lib/record/result-draft'
import { THINGS, type ThingKind } from '@/lib/record/things/things'
import { AbortChange, type Change } from '../history/change'
import { findNames } from '../history/names'
import type { PlannedItem } from '../history/plan'
import { refused } from '../history/put-back'
import { findResult, reviseResult } from '../results/results'
import { citeResult } from '../sources/citations'
import { findThing, reviseThing } from '../things/things'

/** Fields of a result that are typed in one line. */
const OF_RESULT = [
  'mark',
  'wind',
  'date',
  'club',
  'note',
  'qualification',
  'reactionTime',
  'ruleBroken',
  'implement',
  'teamScore',
]

/** Whether a reviewer can give another value of a field: one that is plain text. */
export function isAmendable(entity: string, field: string): boolean {
  if (entity === 'results') return OF_RESULT.includes(field)
  const input = Object.entries(described(entity)?.fields ?? {}).find(([name]) => name === field)?.[1].input
  return input?.as === 'text' || input?.as === 'area'
}

function described(entity: string) {
  return Object.values(THINGS).find(({ table }) => table === entity)
}

/**
 * Writes other values over those that have just been written, and cites for them what was cited for the proposed ones.
 *
 * @param evidence null where the proposal cites nothing.
 */
export async function amend(
  change: Change,
  items: readonly PlannedItem[],
  amendments: readonly Amendment[],
  evidence: Pick<Evidence, 'reason' | 'locator'> | null,
): Promise<void> {
  const chosen = new Set(items.flatMap(({ figures }) => figures.map(thingKey)))
  const byThing = new Map<string, { thing: Thing; values: Draft }>()
  for (const { entity, id, field, value } of amendments) {
    const key = thingKey({ entity, id })
    if (!chosen.has(key) || !isAmendable(entity, field)) continue
    byThing.set(key, { thing: { entity, id }, values: { ...byThing.get(key)?.values, [field]: value } })
  }
  for (const { thing, values } of byThing.values()) await revise(change, thing, values, evidence)
}

async function revise(
  change: Change,
  { entity, id }: Thing,
  values: Draft,
  evidence: Pick<Evidence, 'reason' | 'locator'> | null,
): Promise<void> {
  try {
    if (entity === 'results') {
      const found = await findResult(change.tx, id)
      if (!found) return
      const revised = await reviseResult(change, found.result, { ...draftOf(found.result), ...values })
      if (evidence) await citeResult(change, evidence, id, revised)
      return
    }
    const kind = kindOf(entity)
    const found = kind && (await findThing(change.tx, kind, id))
    if (!found || Object.entries(values).every(([field, value]) => found.draft[field] === value)) return
    await reviseThing(change, { kind, id, draft: { ...found.draft, ...values }, isSure: true }, evidence)
  } catch (error) {
    if (!(error instanceof AbortChange)) throw error
    const { errors } = error.outcome as { errors: FieldErrors }
    const title = (await findNames(change.tx, [{ entity, id }])).get(thingKey({ entity, id }))?.title ?? ''
    const figures = Object.entries(errors).map(([figure, rule]): RefusedFigure & { rule: string } => ({
      entity,
      figure,
      title,
      rule,
    }))
    throw refused({ kind: 'rule', figures })
  }
}

function kindOf(entity: string): ThingKind | null {
  return (Object.keys(THINGS) as ThingKind[]).find((kind) => THINGS[kind].table === entity) ?? null
}

/** The other values that the form of a review gives. */
export function readAmendments(form: FormData): Amendment[] {
  return [...form].flatMap(([name, given]): Amendment[] => {
    const [, entity, id, field] = /^amend:(\w+)\/([\w-]+)\/(\w+)$/.exec(name) ?? []
    const value = plainText(given)
    return entity && id && field && value !== '' ? [{ entity, id, field, value }] : []
  })
}
