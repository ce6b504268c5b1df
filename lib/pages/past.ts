/** The state of the record that an address asks for, and the state that the page then shows. */
import { isPartialDate } from '../sport/partial-date'

/** The record of today, of the end of a day (UTC), or just after the change that a revision belongs to. */
export type Asked = { kind: 'today' } | AskedPast
export type AskedPast = { kind: 'day'; asOf: string } | { kind: 'revision'; revision: number }

/** A past state that is being read. */
export type Past = {
  asked: AskedPast
  /** The last change set that counts, and its ISO instant. */
  moment: { changeSetId: number; at: string }
  /** "?asOf=2024-08-01": the query of links that stay in this state. */
  query: string
  /** The ISO day that the page shows: ages are computed for this day. */
  day: string
}

export type Query = Record<string, string | string[] | undefined>

/**
 * What a query asks for; null where it is invalid: "?asOf=yesterday", an impossible day, both a day and a revision.
 */
export function askedFor({ asOf, revision }: Query): Asked | null {
  if (asOf !== undefined && revision !== undefined) return null
  if (asOf !== undefined) return typeof asOf === 'string' && isDay(asOf) ? { kind: 'day', asOf } : null
  if (revision === undefined) return { kind: 'today' }
  const isNumber = typeof revision === 'string' && /^[1-9]\d{0,8}$/.test(revision)
  return isNumber ? { kind: 'revision', revision: Number(revision) } : null
}

/** The past state for a reader who asked for a day or a revision and was given this point in the history. */
export function pastAt(asked: AskedPast, moment: Past['moment']): Past {
  return asked.kind === 'day'
    ? { asked, moment, query: `?asOf=${asked.asOf}`, day: asked.asOf }
    : { asked, moment, query: `?revision=${asked.revision}`, day: moment.at.slice(0, 'YYYY-MM-DD'.length) }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isPartialDate(text)
}
