/** What a save did, as one sentence: "Marathon, Berlin Marathon 2010: mark 2:12:42 becomes 2:12:40". */

import type { Change, FieldChange, HistoryEntry } from '@/lib/record/history'
import { excerpts } from '@/lib/text/excerpts'
import { count } from '../record/labels'
import { withoutEchoes } from './before-after'
import { columnName, columnValue } from './column-words'
import { differenceOf, sentenceAlone, sentenceOf } from './row-words'

/** More fields than this are only counted. */
const MOST_FIELDS = 2

/** The sentence has no full stop; '' where the change set changed nothing that can be said. */
export function savedInWords({ changes }: Pick<HistoryEntry, 'changes'>): string {
  const said = changes.filter(({ kind, entity }) => kind !== 'counted' && entity !== 'sources')
  const told = said.length > 0 ? said : changes.filter(({ kind }) => kind !== 'counted')
  // What a source says comes with the figure that it is cited for.
  const figures = told.filter(({ entity }) => entity !== 'citations')
  const [first, ...others] = (figures.length > 0 ? figures : told).toSorted((a, b) => weight(a) - weight(b))
  if (!first) return ''
  const more = others.length > 0 ? `, and ${count(others.length, 'more change')}` : ''
  return `${changeInWords(first)}${more}`
}

/** The result is what a save of a result is about; its competition, its race and its places come with it. */
function weight({ entity, kind }: Change): number {
  if (entity === 'results') return 0
  return ['competitions', 'events', 'races'].includes(entity) && kind === 'added' ? 2 : 1
}

function changeInWords(change: Change): string {
  const { subject, entity, kind } = change
  if (subject === '') return sentenceAlone(change)
  const changed = kind === 'changed' ? fieldsInWords(entity, withoutEchoes(differenceOf(change))) : ''
  const sentence = sentenceOf(change)
  if (changed === '' && sentence === kind) return `${subject} ${sentence}`
  return `${subject}: ${changed || sentence}`
}

function fieldsInWords(entity: string, fields: readonly FieldChange[]): string {
  const more = fields.length - MOST_FIELDS
  const said = fields.slice(0, MOST_FIELDS).map((field) => fieldInWords(entity, field))
  return [...said, ...(more > 0 ? [count(more, 'more field')] : [])].join(', ')
}

function fieldInWords(entity: string, { field, before, after }: FieldChange): string {
  const [was, is] = excerpts(columnValue(entity, field, before), columnValue(entity, field, after))
  const name = columnName(entity, field)
  if (after === null) return `${name} emptied`
  return before === null ? `${name} ${is}` : `${name} ${was} becomes ${is}`
}
