import 'server-only'
import { cache } from 'react'
import { resultRowAddress } from '@/lib/pages/athlete-pages'
import type { Change } from '@/lib/record/history'
import { changesSaid, isOfMany, type Saved } from '@/lib/record/saved'
import { getChangeSet } from '../history/history'
import { getAthleteOf } from '../results/sibling-results'
import { findShownAt, findShownAtRow } from './desk'

/** What was saved under a change set, and the public place that shows it; null where there is no such change set. */
export const getSaved = cache(async (changeSet: number): Promise<Saved | null> => {
  const entry = await getChangeSet(changeSet)
  if (!entry) return null
  const changes = changesSaid(entry)
  const result = changes.find(({ resultId }) => resultId !== null)
  const resultId = result?.resultId ?? null
  const [named] = entry.athletes.flatMap(({ slug, name }) => (slug === null ? [] : [{ slug, name }]))
  const athlete = (resultId ? await getAthleteOf(resultId) : null) ?? named ?? null
  const saved = { entry, resultId, athlete, isOfMany: isOfMany(entry) }
  if (result && resultId) {
    const page = athlete ? resultRowAddress(athlete.slug, resultId) : `/results/${resultId}`
    return { ...saved, shownAt: result.isResultShown ? page : null }
  }
  return { ...saved, shownAt: await whereShown(changes, athlete ? `/athletes/${athlete.slug}` : null) }
})

/** @param page the page of the athlete whom the changes are about. */
async function whereShown(changes: readonly Change[], page: string | null): Promise<string | null> {
  const merged = changes.find(({ row }) => typeof row.mergedIntoId === 'string')
  if (merged) {
    const into = { entity: merged.entity, entityId: String(merged.row.mergedIntoId) }
    return (await findShownAtRow(into))?.href ?? page
  }
  const [first = changes[0]] = changes.filter(({ entity }) => entity !== 'citations' && entity !== 'sources')
  if (!first) return null
  if (first.entity === 'citations') {
    const { competitionId } = first.row
    const shown = typeof competitionId === 'string' && (await findShownAt('competition', { id: competitionId }))
    return shown ? shown.href : page
  }
  return first.kind === 'withdrawn' ? null : ((await findShownAtRow(first))?.href ?? page)
}
