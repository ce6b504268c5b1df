/** Figures of the record, and why one was not put back, in words. */

import { ITSELF } from '@/lib/record/figures'
import type { Refusal, RefusedFigure } from '@/lib/record/put-back-view'
import { fieldName } from '../record/labels'

const THINGS: Record<string, string> = {
  athletes: 'Athlete',
  name_variants: 'Name',
  affiliations: 'Club, team or coach',
  representations: 'Country represented',
  biography_chapters: 'Chapter',
  external_ids: 'External id',
  photos: 'Picture',
  series: 'Series',
  competitions: 'Competition',
  events: 'Event',
  races: 'Race',
  results: 'Result',
  team_members: 'Member of the team',
  places: 'Place',
  record_claims: 'Record',
  splits: 'Intermediate time',
  attempts: 'Attempt',
  published_places: 'Place as published',
  sources: 'Source',
  claims: 'Claim',
}

/** "Mark", "Date of birth"; of a thing's presence in the record, what it is: "Result". */
export function figureLabel({ entity, figure }: { entity: string; figure: string }): string {
  const name = figure === ITSELF ? (THINGS[entity] ?? 'Entry') : fieldName(figure)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** "Mark: Marathon, Fukuoka Marathon 2014"; a title that says what it is already stands by itself. */
export function figureTitle(figure: { entity: string; figure: string }, title: string): string {
  const label = figureLabel(figure)
  return title.startsWith(label) ? title : `${label}: ${title}`
}

/** Why nothing was done. */
export function refusalInWords(refusal: Refusal, what: 'undo' | 'restore' | 'publish'): string {
  const isPublishing = what === 'publish'
  const start = isPublishing ? 'Nothing was published' : `The ${what} was refused`
  const done = isPublishing ? 'published' : 'put back'
  switch (refusal.kind) {
    case 'moved': {
      const moved = refusal.figures.map((figure) => `${named(figure, refusal.figures)}, ${changedBy(figure.changedBy)}`)
      const said = moved.length > 0 ? moved.join('; ') : 'something else has changed since you opened the page'
      return `${start}: ${said}. See below how it stands now, and press once more.`
    }
    case 'rule':
      return `${start}: ${refusal.figures.map((figure) => `${named(figure, refusal.figures)}: ${figure.rule}`).join(' ')}`
    case 'apart': {
      const parts = refusal.figures.map((figure) => named(figure, refusal.figures)).join(', ')
      return `${start}: ${parts} cannot be ${done} without ${refusal.with.map(({ title }) => title).join(', ')}.`
    }
    case 'nothing-chosen':
      return `Tick what is to be ${done}.`
    case 'nothing-left':
      return isPublishing
        ? 'There is nothing to publish: the record says all of it already.'
        : `Nothing to ${what}: all of it stands as before already.`
    case 'missing':
      return isPublishing ? 'There is no such proposal.' : 'There is no such change.'
    case 'first-record':
      return 'The first record cannot be undone whole; each of its rows can be restored.'
    case 'import':
      return `This is the work of an import: take it back there, at /admin/import/${refusal.importId}.`
  }
}

/** "changed by Brett in change 12". */
export function changedBy(changers: readonly { changeSetId: number; author: string }[]): string {
  if (changers.length === 0) return 'changed since'
  return `changed ${changers.map(({ changeSetId, author }) => `by ${author} in change ${changeSetId}`).join(' and ')}`
}

/** "mark", or "mark (Marathon, Fukuoka Marathon 2014)" where figures of several things are spoken of. */
function named(figure: RefusedFigure, all: readonly RefusedFigure[]): string {
  const label = figureLabel(figure)
  const name = label.charAt(0).toLowerCase() + label.slice(1)
  const isOne = all.every(({ title }) => title === figure.title)
  return isOne || figure.title === '' ? name : `${name} (${figure.title})`
}
