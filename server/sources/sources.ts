import 'server-only'
import { cache } from 'react'
import type { Source } from '@/lib/record/source'
import {
  type SourceContents,
  type SourceOnAthlete,
  type Subject,
  statementsOn,
  statementsOnResult,
} from '@/lib/record/source-statements'
import { newestFirst } from '@/lib/sport/chronology'
import type { Db } from '@/prisma/client'
import { athleteRows, resultRows, toAthlete, toCompetition, toResult, toSource } from '../athletes/record-rows'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import {
  athleteNameSubject,
  competitionHeadSubject,
  personSubject,
  resultSubject,
  SOURCES,
  sourceSubject,
} from '../freshness/subjects'

/** A source and everything that it is cited for; null where there is no such source. */
export async function findSourceContents(db: Db, slug: string): Promise<SourceContents | null> {
  const row = await db.source.findFirst({ where: { slug, withdrawn: false } })
  dependsOn(row ? sourceSubject(row.id) : SOURCES)
  if (!row) return null
  const cited = { some: { sourceId: row.id, withdrawn: false } }
  const citedPart = { some: { withdrawn: false, citations: cited } }
  const owner = { slug: true, displayName: true, sortName: true } as const
  const [athletesFound, resultsFound, competitionsFound] = await Promise.all([
    db.athlete.findMany({
      where: { withdrawn: false, OR: [{ citations: cited }, { names: citedPart }, { affiliations: citedPart }] },
      ...athleteRows,
    }),
    db.result.findMany({
      where: { withdrawn: false, OR: [{ citations: cited }, { places: citedPart }, { records: citedPart }] },
      include: { ...resultRows.include, athlete: { select: owner } },
    }),
    db.competition.findMany({
      where: { withdrawn: false, citations: cited },
      include: resultRows.include.race.include.event.include.competition.include,
      orderBy: [{ year: 'asc' }, { name: 'asc' }],
    }),
  ])

  dependsOn(
    ...athletesFound.map(({ id }) => personSubject(id)),
    ...competitionsFound.map(({ id }) => competitionHeadSubject(id)),
  )
  for (const { id, race, athleteId, members } of resultsFound) {
    const people = [athleteId ?? [], members.map((member) => member.athleteId)].flat()
    dependsOn(resultSubject(id), competitionHeadSubject(race.event.competition.id), ...people.map(athleteNameSubject))
  }
  const athletes = new Map<string, SourceOnAthlete & { sortName: string }>()
  const of = (owner: { slug: string; displayName: string; sortName: string } | null, team: string | null) => {
    const key = owner?.slug ?? `team ${team ?? ''}`
    const name = owner?.displayName ?? team ?? 'A team'
    const known = athletes.get(key) ?? {
      slug: owner?.slug ?? null,
      name,
      sortName: owner?.sortName ?? name,
      subjects: [],
    }
    athletes.set(key, known)
    return known.subjects
  }
  for (const found of athletesFound) of(found, null).push(...subjectsOfPerson(toAthlete(found), slug))
  const results = resultsFound.map((found) => ({ result: toResult(found), owner: found.athlete }))
  for (const { result, owner } of results.sort((a, b) => newestFirst(a.result, b.result))) {
    const statements = statementsOnResult(result, slug)
    of(owner, result.team).push({ id: result.id, about: { kind: 'result', result }, statements })
  }
  return {
    source: toSource(row),
    athletes: [...athletes.values()].sort((a, b) => (a.sortName < b.sortName ? -1 : 1)),
    competitions: competitionsFound.map(toCompetition).map((competition) => ({
      id: competition.id,
      about: { kind: 'competition', competition },
      statements: statementsOn(competition, slug),
    })),
  }
}

function subjectsOfPerson(athlete: ReturnType<typeof toAthlete>, slug: string): Subject[] {
  const things = [
    { id: athlete.id, name: 'The person', thing: athlete },
    ...athlete.names.map((thing) => ({ id: thing.id, name: `The name ${thing.text}`, thing })),
    ...athlete.affiliations.map((thing) => ({ id: thing.id, name: thing.name, thing })),
  ]
  return things
    .map(
      ({ id, name, thing }): Subject => ({
        id,
        about: { kind: 'person', name },
        statements: statementsOn(thing, slug),
      }),
    )
    .filter(({ statements }) => statements.length > 0)
}

export interface ListedSource {
  source: Source
  cited: number
  /** Of these, how many the record does not follow. */
  aside: number
}

/** Every source by publication, with how often it is cited. */
export async function findListedSources(db: Db): Promise<ListedSource[]> {
  dependsOn(SOURCES)
  const [rows, counts] = await Promise.all([
    db.source.findMany({
      where: { withdrawn: false },
      orderBy: [{ publication: 'asc' }, { date: 'asc' }, { title: 'asc' }],
    }),
    db.citation.groupBy({ by: ['sourceId', 'accepted'], where: { withdrawn: false }, _count: true }),
  ])
  return rows.map((row) => {
    const own = counts.filter(({ sourceId }) => sourceId === row.id)
    const count = (of: typeof own) => of.reduce((sum, { _count }) => sum + _count, 0)
    return { source: toSource(row), cited: count(own), aside: count(own.filter(({ accepted }) => !accepted)) }
  })
}

export const getSourceContents = cache((slug: string) => findSourceContents(db(), slug))
export const listCitedSources = cache(() => findListedSources(db()))
