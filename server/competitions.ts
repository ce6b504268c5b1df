import 'server-only'
import { cache } from 'react'
import { type DisciplineSlug, isDisciplineSlug } from '@/lib/disciplines'
import type { Competition, PartialDate, Result, Round, Sex } from '@/lib/record'
import type { Db } from '@/prisma/client'
import { db } from './db'
import { resultRows, toCompetition, toResult } from './record-rows'

export type ListedResult = Result & {
  athlete: { slug: string; displayName: string; countryCode: string | null } | null
}

export interface RaceResults {
  round: Round
  number: number | null
  wind: number | null
  date: PartialDate | null
  results: ListedResult[]
}

export interface EventResults {
  discipline: DisciplineSlug
  sex: Sex
  ageGroup: string | null
  paraClass: string | null
  races: RaceResults[]
}

export interface CompetitionResults {
  competition: Competition
  events: EventResults[]
}

const listedRows = {
  include: { ...resultRows.include, athlete: { select: { slug: true, displayName: true, countryCode: true } } },
}

/** A competition with all its results, by event and race, best place first; null where there is none of that name. */
export async function findCompetition(db: Db, slug: string): Promise<CompetitionResults | null> {
  const row = await db.competition.findFirst({
    where: { slug, withdrawn: false },
    include: {
      ...resultRows.include.race.include.event.include.competition.include,
      events: {
        where: { withdrawn: false },
        orderBy: [{ disciplineSlug: 'asc' }, { sex: 'asc' }],
        include: {
          races: {
            where: { withdrawn: false },
            orderBy: [{ round: 'asc' }, { number: 'asc' }],
            include: { results: { where: { withdrawn: false }, ...listedRows } },
          },
        },
      },
    },
  })
  if (!row) return null
  const events = row.events.flatMap(({ disciplineSlug, sex, ageGroup, paraClass, races }) => {
    if (!isDisciplineSlug(disciplineSlug)) return []
    const withResults = races.map(({ round, number, wind, date, results }) => ({
      round,
      number,
      wind,
      date,
      results: results.map((result) => ({ ...toResult(result), athlete: result.athlete })).sort(byPlace),
    }))
    return [{ discipline: disciplineSlug, sex, ageGroup, paraClass, races: withResults }]
  })
  return { competition: toCompetition(row), events }
}

function byPlace(a: Result, b: Result): number {
  const place = (result: Result) => result.places.find(({ classification }) => classification === 'overall')?.place
  return (place(a) ?? Infinity) - (place(b) ?? Infinity) || (a.value ?? Infinity) - (b.value ?? Infinity) || 0
}

export const getCompetition = cache((slug: string) => findCompetition(db(), slug))
