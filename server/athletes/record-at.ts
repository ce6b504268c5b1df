import 'server-only'
import { cache } from 'react'
import { askedFor, type Past, pastAt, type Query } from '@/lib/pages/past'
import type { AthleteRecord } from '@/lib/record/athlete'
import { db } from '../db'
import { findFirstDay, getAthleteRecordAsOf, getMoment } from './as-of'
import { getAthleteRecord } from './athletes'

export type Reading =
  | { found: true; record: AthleteRecord; past: Past | null }
  /** Nothing about the athlete had been recorded by then; `firstDay` is the first ISO day with a record. */
  | { found: false; why: 'before'; firstDay: string; name: string }
  /** No such athlete or revision, or an invalid query. */
  | { found: false; why: 'missing' | 'malformed' }

/** An athlete's record in the state that the query asks for. */
export async function readRecord(slug: string, query: Query): Promise<Reading> {
  const asked = askedFor(query)
  if (!asked) return { found: false, why: 'malformed' }
  if (asked.kind === 'today') {
    const record = await getAthleteRecord(slug)
    return record ? { found: true, record, past: null } : { found: false, why: 'missing' }
  }
  const moment = asked.kind === 'day' ? await getMoment(asked.asOf) : await getMoment(undefined, asked.revision)
  const record = moment && (await getAthleteRecordAsOf(slug, moment.changeSetId, moment.at))
  if (record) return { found: true, record, past: pastAt(asked, moment) }
  const first = asked.kind === 'revision' && !moment ? null : await getFirstDay(slug)
  return first ? { found: false, why: 'before', ...first } : { found: false, why: 'missing' }
}

/** The query of an open-data request, in the form that pages use. */
export function queryOf(request: Request): Query {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const all = searchParams.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}

/** Why there is nothing to show, with the HTTP status for programs. */
export function refusal(reading: Extract<Reading, { found: false }>): { status: 400 | 404; error: string } {
  switch (reading.why) {
    case 'malformed':
      return {
        status: 400,
        error: 'asOf is a day such as 2024-08-01, revision a number; only one of them can be asked for.',
      }
    case 'before':
      return {
        status: 404,
        error: `Nothing of ${reading.name} had been recorded by then; the first day is ${reading.firstDay}.`,
      }
    case 'missing':
      return { status: 404, error: 'There is no such athlete or revision.' }
  }
}

const getFirstDay = cache((slug: string) => findFirstDay(db(), slug))
