import 'server-only'
import { cache } from 'react'
import type { Db } from '@/prisma/client'
import { db } from '../db'
import { dependsOn } from '../freshness/depends-on'
import { kept } from '../freshness/kept'
import { ATHLETES, CHANGES } from '../freshness/subjects'

export interface Figures {
  athletes: number
  results: number
  competitions: number
  sources: number
  changes: number
}

/** Counts of what the record contains. */
export async function findFigures(db: Db): Promise<Figures> {
  dependsOn(CHANGES)
  const present = { where: { withdrawn: false } }
  const [athletes, results, competitions, sources, changes] = await Promise.all([
    db.athlete.count(present),
    db.result.count(present),
    db.competition.count(present),
    db.source.count(present),
    db.changeSet.count(),
  ])
  return { athletes, results, competitions, sources, changes }
}

/** How many athletes there are. */
export async function findAthleteCount(db: Db): Promise<number> {
  dependsOn(ATHLETES)
  return db.athlete.count({ where: { withdrawn: false } })
}

export const getFigures = cache(() => findFigures(db()))
const keptAthleteCount = kept(1, () => findAthleteCount(db()))
export const getAthleteCount = () => keptAthleteCount('')
