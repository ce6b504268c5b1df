/**
 * Weights of implements and heights of hurdles. The seniors' are World Athletics' (Technical Rules 22.2 and 32.3); age
 * groups throw lighter ones and run over lower ones, so that their marks are compared with the seniors' only where the
 * implement was the same.
 */
import type { DisciplineSlug } from './disciplines'
import type { Performance, Sex } from './performance'

/** As they are written: "7.26 kg", "800 g", "106.7 cm". */
export const SENIOR_IMPLEMENTS: Partial<Record<DisciplineSlug, Partial<Record<Sex, string>>>> = {
  'shot-put': { M: '7.26 kg', F: '4 kg' },
  'discus-throw': { M: '2 kg', F: '1 kg' },
  'hammer-throw': { M: '7.26 kg', F: '4 kg' },
  'javelin-throw': { M: '800 g', F: '600 g' },
  '60-metres-hurdles': { M: '106.7 cm', F: '83.8 cm' },
  '100-metres-hurdles': { F: '83.8 cm' },
  '110-metres-hurdles': { M: '106.7 cm' },
  '300-metres-hurdles': { M: '91.4 cm', F: '76.2 cm' },
  '400-metres-hurdles': { M: '91.4 cm', F: '76.2 cm' },
}

/** Combined events have the implements of each of their events. */
const COMBINED: readonly DisciplineSlug[] = ['pentathlon', 'heptathlon', 'heptathlon-short-track', 'decathlon']

const IMPLEMENT = /^(\d{1,4}(?:\.\d{1,3})?) ?(kg|g|cm|m)$/

/** "7,260kg" and "7.26 kg" are "7.26 kg"; "0.991 m" is "99.1 cm"; null for anything else. */
export function parseImplement(text: string): string | null {
  const [, number = '', unit] = IMPLEMENT.exec(text.trim().toLowerCase().replace(',', '.')) ?? []
  if (unit === undefined) return null
  const size = Number(number)
  if (size === 0) return null
  if (unit === 'kg' || (unit === 'g' && size >= 1000)) return `${unit === 'kg' ? size : size / 1000} kg`
  if (unit === 'g') return `${size} g`
  return `${unit === 'm' ? Math.round(size * 1000) / 10 : size} cm`
}

/** Whether the mark was made with another implement than the seniors', or with one of an age group that nobody names. */
export function hasOwnImplement({
  discipline,
  sex,
  ageGroup,
  implement,
}: Pick<Performance, 'discipline' | 'sex' | 'ageGroup' | 'implement'>): boolean {
  if (COMBINED.includes(discipline)) return ageGroup !== null
  const seniors = SENIOR_IMPLEMENTS[discipline]?.[sex]
  if (implement !== null) return implement !== seniors
  return ageGroup !== null && seniors !== undefined
}
