/** Intermediate times of a race: how they are typed, and what they are called. */
import { discipline } from './disciplines'
import { formatMark } from './marks'
import type { Performance } from './performance'

const METRE = 1000
const KILOMETRE = 1000 * METRE
const MILE = 1_609_344

const UNITS: Readonly<Record<string, number>> = { m: METRE, km: KILOMETRE, k: KILOMETRE, mile: MILE, miles: MILE }

/** "5 km", "21.0975 km", "400 m", "10 miles" in millimetres; null for anything else. */
export function parseDistance(text: string): number | null {
  const [, number, unit = ''] = /^(\d{1,3}(?:,\d{3})?(?:\.\d{1,4})?|\d{4,6}) ?(m|km|k|miles?)$/i.exec(text.trim()) ?? []
  const size = UNITS[unit.toLowerCase()]
  if (number === undefined || size === undefined) return null
  const distance = Math.round(Number(number.replace(',', '')) * size)
  return distance > 0 && distance <= 1000 * KILOMETRE ? distance : null
}

/** "5 km", "21.0975 km", "400 m": from a kilometre on in kilometres. */
export function formatDistance(distance: number): string {
  return distance < KILOMETRE ? `${distance / METRE} m` : `${distance / KILOMETRE} km`
}

/** A clock time of any length in milliseconds: "52.10", "1:04:20"; null for anything else. */
export function parseClock(text: string): number | null {
  const clock = /^(?:(?:(?<h>\d{1,3}):)?(?<m>\d{1,3}):)?(?<s>\d{1,2})(?:\.(?<f>\d{1,3}))?$/.exec(text.trim())?.groups
  if (clock === undefined) return null
  const { h, m, s = '', f = '' } = clock
  if ((m !== undefined && Number(s) > 59) || (h !== undefined && Number(m) > 59)) return null
  const seconds = (Number(h ?? 0) * 60 + Number(m ?? 0)) * 60 + Number(s)
  return seconds * 1000 + Number(f.padEnd(3, '0')) || null
}

/** "1:04:20", "52.10": whole seconds where there is no fraction. */
export function formatClock(value: number): string {
  const precision = value % 1000 === 0 ? 1000 : value % 10 === 0 ? 10 : 1
  return formatMark(value, precision, 'mile-road')
}

/** "Half-way" for the half of the distance, else the distance. */
export function splitName(distance: number, { discipline: slug }: Pick<Performance, 'discipline'>): string {
  return discipline(slug).distance === 2 * distance ? 'Half-way' : formatDistance(distance)
}
