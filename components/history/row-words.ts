/** Rows of the history as people say them: "added as 3rd place", "source cited: mark “2:08:50”, page 1". */

import { TARGET_COLUMNS } from '@/lib/record/figures'
import type { Change, FieldChange } from '@/lib/record/history'
import { ATTEMPT, PUBLISHED_PLACE, SPLIT } from '@/lib/record/things/result-parts'
import { ordinal } from '@/lib/text/number-words'
import { classificationName, recordName } from '../record/labels'
import { columnName, columnValue } from './column-words'
import { valueInWords } from './value-words'

type Row = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const WORDS: Readonly<Record<string, (row: Row) => string>> = {
  places: ({ classification, place, tied, placeAsPublished }) => {
    const name = text(classification)
    const where = name === null || name === 'overall' ? '' : `, ${classificationName(name)}`
    const published = typeof placeAsPublished === 'number' ? ` (published as ${ordinal(placeAsPublished)})` : ''
    return `${tied === true ? 'joint ' : ''}${ordinal(Number(place))} place${where}${published}`
  },
  record_claims: ({ code, scope, authority, state, equalled }) => {
    const whose = text(scope)
    const by = text(authority)
    const status = text(state) && state !== 'CLAIMED' ? valueInWords('state', String(state)) : by && 'recognised'
    return [
      `${recordName(String(code))}${whose ? ` (${valueInWords('countryCode', whose)})` : ''}`,
      equalled === true && 'equalled',
      status && `${status}${by ? ` by ${by}` : ''}`,
    ]
      .filter(Boolean)
      .join(', ')
  },
  splits: SPLIT.title,
  attempts: ATTEMPT.title,
  published_places: PUBLISHED_PLACE.title,
  citations: (row) => {
    const { locator, accepted, rejection } = row
    const aside = accepted === false && text(rejection)
    return [
      `${citedInWords(row)}, ${text(locator) ?? ''}`,
      aside && `not followed: ${valueInWords('rejection', aside)}`,
    ]
      .filter(Boolean)
      .join('; ')
  },
  team_members: ({ athlete, leg }) =>
    [text(athlete), typeof leg === 'number' && `leg ${leg}`].filter(Boolean).join(', ') || 'member of the team',
}

/** "mark “2:08:50”": what a source is cited for, and what it says of it. */
function citedInWords(row: Row): string {
  const field = String(row.field)
  const said = text(row.asserts)
  const [, entity = ''] = TARGET_COLUMNS.find(([column]) => text(row[column])) ?? []
  return `${columnName(entity, field)}${said ? ` “${columnValue(entity, field, said)}”` : ''}`
}

/** What such a row is called where it changes from one sentence to another, and the columns that the sentence says. */
const SAID: Readonly<Record<string, { as: string; columns: readonly string[] }>> = {
  places: { as: 'place', columns: ['classification', 'place', 'tied', 'placeAsPublished'] },
  record_claims: { as: 'record', columns: ['code', 'scope', 'authority', 'state', 'equalled'] },
  citations: { as: 'citation', columns: ['field', 'asserts', 'locator', 'accepted', 'rejection'] },
  team_members: { as: 'in the team', columns: ['leg', 'athlete'] },
}

/**
 * What changed in a row, field by field. A row with words of its own goes from one sentence to the other: "3rd place →
 * joint 3rd place", where its columns would say "tied: no → yes".
 */
export function differenceOf({
  entity,
  former,
  row,
  fields,
}: Pick<Change, 'entity' | 'former' | 'fields'> & { row: Row }): readonly FieldChange[] {
  const said = SAID[entity]
  if (!said || !former) return fields
  const [before, after] = [rowInWords(entity, former), rowInWords(entity, row)]
  if (before === after) return fields
  return [{ field: said.as, before, after }, ...fields.filter(({ field }) => !said.columns.includes(field))]
}

/** What a row is, where it is only a part of something else; null for a thing with a name of its own. */
export function rowInWords(entity: string, row: Row): string | null {
  return WORDS[entity]?.(row) ?? null
}

/** How a new row is said; "added as" it where nothing else is written here. */
const ADDED: Readonly<Record<string, string>> = { citations: 'source cited:', team_members: 'in the team:' }

/** What happened to a row, after the thing that it is about. */
export function sentenceOf({ entity, kind, row }: Pick<Change, 'entity' | 'kind'> & { row: Row }): string {
  const words = rowInWords(entity, row)
  if (words === null) return entity === 'results' ? `result ${kind}` : kind
  if (kind === 'added') return `${ADDED[entity] ?? 'added as'} ${words}`
  // What a citation was, and is, follows where it was changed.
  const cited = kind === 'changed' ? citedInWords(row) : words
  return entity === 'citations' ? `citation of ${cited} ${kind}` : `${words} ${kind}`
}

/** The same where the thing has no name of its own to stand before it: "Source cited: mark “2:08:50”, page 1". */
export function sentenceAlone(change: Parameters<typeof sentenceOf>[0]): string {
  const words = sentenceOf(change)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
