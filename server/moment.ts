import 'server-only'
import { cache } from 'react'
import { isPartialDate } from '@/lib/partial-date'
import type { AthleteRecord } from '@/lib/record'
import { findFirstDay, getAthleteRecordAsOf, getMoment, type Moment } from './as-of'
import { getAthleteRecord } from './athletes'
import { db } from './db'

/** Which state of the record an address asks for: that of today, of the end of a day (UTC), or of a revision. */
export type Asked = { kind: 'today' } | { kind: 'day'; asOf: string } | { kind: 'revision'; revision: number }

/** The past state that a page shows, and how it was asked for. */
export interface Past {
  asked: Exclude<Asked, { kind: 'today' }>
  moment: Moment
  /** "?asOf=2024-08-01": what links to the same state end in. */
  query: string
  /** The ISO day on which the reader stands: ages are those of this day. */
  day: string
}

export type Reading =
  | { found: true; record: AthleteRecord; past: Past | null }
  /** Nothing of the athlete had been recorded by then; `firstDay` is the first ISO day on which something was. */
  | { found: false; why: 'before'; firstDay: string; name: string }
  /** No such athlete or revision, or an address that asks for no day or revision at all. */
  | { found: false; why: 'missing' | 'malformed' }

type Query = Record<string, string | string[] | undefined>

/** What the query asks for; null where it is malformed: "?asOf=yesterday", or a day and a revision at once. */
export function askedFor({ asOf, revision }: Query): Asked | null {
  if (asOf !== undefined && revision !== undefined) return null
  if (asOf !== undefined) return typeof asOf === 'string' && isDay(asOf) ? { kind: 'day', asOf } : null
  if (revision === undefined) return { kind: 'today' }
  const isNumber = typeof revision === 'string' && /^[1-9]\d{0,8}$/.test(revision)
  return isNumber ? { kind: 'revision', revision: Number(revision) } : null
}

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
  if (record) return { found: true, record, past: { asked, moment, ...standpoint(asked, moment) } }
  const first = asked.kind === 'revision' && !moment ? null : await getFirstDay(slug)
  return first ? { found: false, why: 'before', ...first } : { found: false, why: 'missing' }
}

/** The query of a request to the open data, as the pages have it. */
export function queryOf(request: Request): Query {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const all = searchParams.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}

/** Why there is nothing to read, with the status that says so to a program. */
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

function standpoint(asked: Past['asked'], { at }: Moment): Pick<Past, 'query' | 'day'> {
  return asked.kind === 'day'
    ? { query: `?asOf=${asked.asOf}`, day: asked.asOf }
    : { query: `?revision=${asked.revision}`, day: at.slice(0, 'YYYY-MM-DD'.length) }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartialDate(text)
}

const getFirstDay = cache((slug: string) => findFirstDay(db(), slug))
