/** A source, and what one claims of figures that the record computes. */

import type { FieldErrors } from '../../form/field-errors'
import { choice, date, language, reference, requiredLine, text, webAddress, whole } from './field'
import { type Thing, textOf, type Values } from './thing'
import { CLAIM, CLAIM_LEVEL } from './words'

export const SOURCE: Thing = {
  name: 'source',
  table: 'sources',
  fields: {
    publication: requiredLine(
      { label: 'Publisher', hint: 'The newspaper, federation or site.', size: 'half' },
      'Where was it published?',
      300,
    ),
    title: requiredLine({ label: 'Title', size: 'half' }, 'What is its title?', 300),
    author: text({ label: 'Author' }, 300),
    translator: text({ label: 'Translator' }, 300),
    date: date({ label: 'Date', hint: '2014, 2014-12 or 2014-12-07.' }),
    language: language({ label: 'Language' }),
    url: webAddress({ label: 'Address' }),
    accessed: date({ label: 'Read on', hint: 'The day, where it may change.' }),
  },
  elsewhere: {
    slug: 'given when the source is first described; addresses do not change',
    mergedIntoId: 'Merge with another, in the form of the source',
  },
  citation: null,
  partOf: null,
  title: (row) => `${textOf(row.publication)}: ${textOf(row.title)}`,
}

/** A source as a change that is based on it describes it. */
export function describedSource(values: Partial<Values>) {
  const text = (field: string) => textOf(values[field]) || null
  return {
    publication: text('publication') ?? '',
    title: text('title') ?? '',
    url: text('url'),
    date: text('date'),
    author: text('author'),
    translator: text('translator'),
    language: text('language'),
    accessed: text('accessed'),
  }
}

export const CLAIM_THING: Thing = {
  name: 'claim',
  table: 'claims',
  fields: {
    kind: choice({ label: 'What the source says', size: 'whole' }, CLAIM),
    resultId: reference({ label: 'Of which result', size: 'half' }, 'result'),
    otherId: reference(
      {
        label: 'Ahead of which athlete',
        hint: 'Their name, or the end of their address: yuki-kawauchi.',
        size: 'half',
      },
      'athlete',
    ),
    seriesSlug: reference({ label: 'Of which series', size: 'half' }, 'seriesSlug'),
    disciplineSlug: reference({ label: 'Of which discipline' }, 'discipline'),
    level: choice({ label: 'At which competitions', none: 'All', size: 'half' }, CLAIM_LEVEL),
    number: whole({ label: 'Number', hint: 'A count, an age, a place or a rank.' }, [0, 100_000]),
    text: text({
      label: 'Figure',
      hint: '2:08:50, 2 min 10 s; “about” before it where it is rounded. Of who was ahead, the other’s name as published.',
    }),
    since: date({ label: 'Counted from', hint: '2010 for “the fifth that year”.' }),
    asOf: date({ label: 'As of', hint: 'When it was said, or the time it speaks of.' }),
  },
  elsewhere: {
    athleteId: 'the athlete it is added to',
    sourceId: 'the source of the change that adds it',
    locator: 'where in that source, of the change that adds it',
  },
  citation: null,
  partOf: { kind: 'athlete', column: 'athleteId' },
  check: (values) => ({ ...oneSubject(values), ...otherOnlyBehind(values), ...somethingSaid(values) }),
  title: (row) => CLAIM[row.kind as keyof typeof CLAIM] ?? 'Claim',
}

function oneSubject(values: Partial<Values>): FieldErrors {
  const [, second] = ['resultId', 'seriesSlug', 'disciplineSlug'].filter((field) => values[field])
  return second ? { [second]: 'Choose a result, a series or a discipline, not several.' } : {}
}

function otherOnlyBehind({ kind, otherId }: Partial<Values>): FieldErrors {
  return otherId && kind !== 'AHEAD_OF' ? { otherId: 'Only who was ahead of somebody is said of another athlete.' } : {}
}

/** What each kind of claim must have to be checked. */
const NEEDS: Partial<Record<keyof typeof CLAIM, readonly string[]>> = {
  AGE_ON: ['resultId', 'number'],
  TIMES_OLYMPIAN: ['number'],
  APPEARANCES: ['seriesSlug', 'number'],
  NTH_CONSECUTIVE_APPEARANCE: ['resultId', 'number'],
  STREAK: ['seriesSlug', 'number'],
  NEVER_BETTER_THAN: ['number'],
  FIRST_IN_TOP: ['resultId', 'number'],
  MARATHONS_RUN: ['number'],
  NTH_BEST_OF_CAREER: ['resultId', 'number'],
  IMPROVEMENT: ['resultId', 'text'],
  IMPROVEMENT_MORE_THAN: ['resultId', 'text'],
  PERSONAL_BEST: ['disciplineSlug', 'text'],
  SEASON_BEST: ['resultId'],
  COURSE_RECORD: ['text'],
  WITHIN_COURSE_RECORD: ['resultId'],
  BEHIND_WINNER: ['resultId', 'text'],
  WINNING_MARGIN: ['resultId', 'text'],
  AHEAD_OF: ['resultId', 'otherId', 'text'],
}

function somethingSaid(values: Partial<Values>): FieldErrors {
  const needed = NEEDS[values.kind as keyof typeof CLAIM] ?? []
  const missing = needed.filter((field) => values[field] === null)
  return Object.fromEntries(missing.map((field) => [field, 'This kind of claim cannot be checked without it.']))
}
