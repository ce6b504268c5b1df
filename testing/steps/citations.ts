/** Citations added, changed and withdrawn; disputes resolved. */
import { findCitationVersions, findCitedThing } from '@/server/sources/cited-things'
import { addCitation, changeCitation, withdrawCitation } from '@/server/sources/citing'
import { findDisputedFigures, resolveDispute } from '@/server/sources/resolve-dispute'
import { type Act, evidenceOf, NOTHING, pick, resultsOf, somebody, type Work } from './step'

const VALUES: Record<string, string> = { mark: '2:10:10', birthDate: '1981-10-09', heightCm: '168', date: '2014-12-05' }

async function openCited(work: Work) {
  const { step, db } = work
  const result = pick(await resultsOf(work, somebody(work)), step.which % 4)
  const owner =
    step.how % 5 === 0 || !result
      ? ({ kind: 'athlete', key: somebody(work) } as const)
      : ({ kind: 'result', key: result.id } as const)
  const thing = await findCitedThing(db, owner)
  return thing && { owner, thing }
}

async function openCitation(work: Work) {
  const opened = await openCited(work)
  const citations = opened?.thing.fields.flatMap((field) => field.citations) ?? []
  const citation = pick(citations, work.step.which)
  if (!opened || !citation) return null
  const version = (await findCitationVersions(work.db, opened.thing)).get(citation.id) ?? 0
  return { citation, seen: { owner: opened.owner, id: citation.id, version } }
}

const cite: Act = async (work) => {
  const { step, db, editor } = work
  const opened = await openCited(work)
  const known = opened?.thing.fields.filter(({ key }) => VALUES[key]) ?? []
  const field = pick(known, step.which)
  if (!opened || !field) return NOTHING
  const { owner, thing } = opened
  const stance = step.how % 2 === 0 ? ('keep' as const) : ('accept' as const)
  const given = { owner, version: thing.version, field: field.key, asserts: VALUES[field.key] ?? '', stance }
  return addCitation(db, editor, { ...given, rejection: 'MISPRINT' }, evidenceOf(step))
}

const recite: Act = async (work) => {
  const opened = await openCitation(work)
  if (!opened) return NOTHING
  const { citation, seen } = opened
  const locator = `row ${work.step.how % 4}`
  const edit = { locator, asserts: citation.asserts ?? '', rejection: null, reason: 'Misread' }
  return changeCitation(work.db, work.editor, seen, edit)
}

const uncite: Act = async (work) => {
  const opened = await openCitation(work)
  return opened ? withdrawCitation(work.db, work.editor, opened.seen, 'Not there') : NOTHING
}

const resolve: Act = async ({ step, db, editor }) => {
  const { figures } = await findDisputedFigures(db)
  const figure = pick(figures, step.which)
  const thing = figure && (await findCitedThing(db, figure.owner))
  if (!figure || !thing) return NOTHING
  const values = figure.assertions.map(({ value }) => value)
  const why = Object.fromEntries(values.map((value) => [value, 'STALE' as const]))
  const seen = { owner: figure.owner, key: figure.key, version: thing.version }
  const chosen = { accepted: values.at(-1 - (step.how % values.length)) ?? '', why, reason: 'Looked into' }
  return resolveDispute(db, editor, seen, chosen)
}

export const CITATION_ACTS = { cite, recite, uncite, resolve }
