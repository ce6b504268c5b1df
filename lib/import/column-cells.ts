/** What the cells of a column look like: the tests that tell columns apart. */
import { findCountry } from '../sport/countries'
import { readListDate } from './dates'
import { readPlace } from './place'

/** A column is what at least this share of its filled cells are. */
export const MOSTLY = 0.8

export const TIME = /^(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?[hiA]?$|^\d{1,2}h\d{2}['m:]?\d{2}|^\d{1,3}['′分]\d{2}/
export const DECIMAL = /^\d{1,3}[.,]\d{1,3}[hiAwm]{0,2}$/
const INTEGER = /^\d{1,6}(?:\.0)?$/
export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)(?:\.0)?$/

/** "20-01.50" is 20 feet and an inch and a half. */
const FEET = /^\d{1,3}-\d{2}\.\d{2}$/

export function dayOf(cell: string): string | null {
  if (!/\d/.test(cell) || FEET.test(cell) || YEAR.test(cell) || INTEGER.test(cell) || DECIMAL.test(cell)) return null
  return readListDate(cell, { dayOrder: 'DMY', century: 2099 })?.date ?? null
}

/** In the order of years. */
export function median(cells: readonly string[]): string {
  const years = cells.map((cell) => dayOf(cell) ?? cell).toSorted()
  return years[Math.floor(years.length / 2)] ?? ''
}

export function isCountryCode(cell: string): boolean {
  return /^[A-Z]{3}$/.test(cell) && findCountry(cell) !== null
}

export function isStatus(cell: string): boolean {
  return /^(?:DNF|DNS|DQ|DSQ|NM|NH|OTL|ab\.?)$/i.test(cell)
}

export function isPlace(cell: string): boolean {
  return (readPlace(cell)?.place ?? null) !== null
}

export function isPlaceOrStatus(cell: string): boolean {
  return readPlace(cell) !== null || isStatus(cell)
}

export function isName(cell: string): boolean {
  return (
    !/\d/.test(cell) &&
    (/^[\p{L}.'’-]+(?:,? [\p{L}.'’-]+){1,5}(?: \([^()]+\))?$/u.test(cell) ||
      /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー・ 　]{2,12}$/u.test(cell))
  )
}

export function isFloats(cells: readonly string[]): boolean {
  return cells.every((cell) => /^\d+\.0$/.test(cell))
}

/** Whole numbers of which nearly each is one more than the one before; lists that were put together start again. */
export function isCounting(cells: readonly string[]): boolean {
  return cells.every((cell) => INTEGER.test(cell)) && stepsUp(cells.map(Number), (step) => step === 1)
}

/** Places of which nearly none is smaller than the one before. */
export function isAscending(cells: readonly string[]): boolean {
  if (!cells.every((cell) => /^=?\d{1,6}(?:\.0|=|\.)?$/.test(cell))) return false
  const numbers = cells.map((cell) => readPlace(cell)?.place ?? 0)
  return numbers.length > 2 && (numbers.at(-1) ?? 0) !== numbers[0] && stepsUp(numbers, (step) => step >= 0)
}

function stepsUp(numbers: readonly number[], isUp: (step: number) => boolean): boolean {
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? 0))
  return steps.length > 0 && steps.filter(isUp).length / steps.length > 0.9
}

/** The middle one of the cells as a number. */
export function figure(cells: readonly string[]): number {
  const numbers = cells
    .map((cell) => Number.parseFloat(cell.replace(',', '.')))
    .filter((number) => !Number.isNaN(number))
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

export function share(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length
}
