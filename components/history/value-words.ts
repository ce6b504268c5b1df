/** What the columns of the record hold, in the words of a reader: "contradicted by others" for CONTRADICTED. */

import type { NameOrder } from '@/lib/record/athlete'
import { AUTHORITY } from '@/lib/record/external-id'
import { LICENCE } from '@/lib/record/photo'
import type { RecordState } from '@/lib/record/result'
import { AFFILIATION, CATEGORY, CLAIM_LEVEL, EVENT_SEX, ROUND } from '@/lib/record/things/words'
import { countryName } from '@/lib/sport/countries'
import { discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { flagsIn, flagsInWords } from '@/lib/sport/flags'
import { formatWind } from '@/lib/sport/marks'
import { formatDate, isPartialDate } from '@/lib/sport/partial-date'
import type { Timing } from '@/lib/sport/performance'
import { languageName, scriptName } from '@/lib/text/language'
import { wordFor } from '@/lib/text/word-for'
import { classificationName, fieldName, REJECTION } from '../record/labels'

const NAME_ORDER: Record<NameOrder, string> = {
  GIVEN_FAMILY: 'given name, then family name',
  FAMILY_GIVEN: 'family name, then given name',
  PATRONYMIC_GIVEN: 'patronymic, then given name',
}

const TIMING: Record<Timing, string> = {
  ELECTRONIC: 'electronic',
  HAND: 'by hand',
  GUN: 'from the gun',
  NET: 'net, from the line',
}

const STATE: Record<RecordState, string> = {
  CLAIMED: 'claimed',
  PENDING: 'pending',
  RATIFIED: 'ratified',
  RESCINDED: 'rescinded',
}

const CODES: Record<string, Record<string, string>> = {
  authority: AUTHORITY,
  category: CATEGORY,
  kind: AFFILIATION,
  level: CLAIM_LEVEL,
  licence: LICENCE,
  nameOrder: NAME_ORDER,
  rejection: REJECTION,
  round: ROUND,
  sex: EVENT_SEX,
  state: STATE,
  timing: TIMING,
}

const READERS: Record<string, (value: string) => string> = {
  accessed: dateInWords,
  asOf: dateInWords,
  classification: classificationName,
  countryCode: countryName,
  disciplineSlug: (slug) => (isDisciplineSlug(slug) ? discipline(slug).name : slug),
  field: fieldName,
  flags: (letters) => flagsInWords(flagsIn(letters)),
  language: languageName,
  scope: countryName,
  since: dateInWords,
  takenOn: dateInWords,
  script: scriptName,
  wind: (text) => (/^-?\d+$/.test(text) ? formatWind(Number(text)) : text),
}

/**
 * A value of a column as people say it. A code that has no words of its own is shown in lower case, without its
 * underscores; text stays as it is.
 */
export function valueInWords(field: string, value: string): string {
  const word = wordFor(wordFor(CODES, field) ?? {}, value)
  if (word !== undefined) return word
  const read = wordFor(READERS, field)
  if (read) return read(value)
  if (/(^d|D)ate$/.test(field)) return dateInWords(value)
  return /^[A-Z]+(_[A-Z]+)+$/.test(value) ? value.replaceAll('_', ' ').toLowerCase() : value
}

function dateInWords(date: string): string {
  return isPartialDate(date) ? formatDate(date) : date
}
