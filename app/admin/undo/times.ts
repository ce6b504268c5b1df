/** Between which two times an account's changes are undone, in an address: 2026-11-21T10:00, in UTC. */
import { pageAddress } from '@/lib/pages/page-address'

export interface Times {
  since: string
  until: string
}

export type TimesRead =
  | { ok: true; scope: { since: Date; until: Date } }
  | { ok: false; errors: { since?: string; until?: string } }

export function undoAddress(userId: string, { since, until }: Partial<Times> = {}, page = 1): string {
  return pageAddress(`/admin/undo/${userId}`, { since, until, page: page > 1 ? page : null })
}

export function readTimes({ since, until }: Times): TimesRead {
  const [from, to] = [timeOf(since), timeOf(until)]
  const wrong = 'Write the time as 2026-11-21T10:00.'
  if (!from || !to) return { ok: false, errors: { ...(!from && { since: wrong }), ...(!to && { until: wrong }) } }
  if (from >= to) return { ok: false, errors: { until: 'The end comes after the beginning.' } }
  return { ok: true, scope: { since: from, until: to } }
}

function timeOf(text: string): Date | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null
  const time = new Date(`${text}:00Z`)
  return Number.isNaN(time.getTime()) ? null : time
}
