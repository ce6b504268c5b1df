/** What a result is made of, each described once: intermediate times, attempts, places as lists published them. */

import type { FieldErrors } from '../../form/field-errors'
import { parsedText, required } from '../../form/form-fields'
import { formatWind, parseMark, parseWind } from '../../sport/marks'
import { formatClock, formatDistance, parseClock, parseDistance } from '../../sport/splits'
import { choice, date, type Field, whole } from './field'
import { type Thing, textOf, type Values } from './thing'
import { OUTCOME } from './words'

const OF_RESULT = { kind: 'result', column: 'resultId' } as const
const ADDED_TO = { resultId: 'the result it is added to' }

const A_DISTANCE = 'Write the distance with its unit: 5 km, 21.0975 km, 400 m.'
const A_TIME = 'Write the time since the start: 1:04:20, 52.10.'

export const SPLIT: Thing = {
  name: 'intermediate time',
  table: 'splits',
  fields: {
    distance: {
      label: 'At',
      hint: '5 km, 21.0975 km, 400 m.',
      input: { as: 'text' },
      rule: required(parsedText(parseDistance, A_DISTANCE), A_DISTANCE),
      text: (value) => (typeof value === 'number' ? formatDistance(value) : ''),
    },
    value: {
      label: 'Time',
      hint: 'Since the start: 1:04:20.',
      input: { as: 'text' },
      rule: required(parsedText(parseClock, A_TIME), A_TIME),
      text: (value) => (typeof value === 'number' ? formatClock(value) : ''),
    },
  },
  elsewhere: ADDED_TO,
  citation: null,
  partOf: OF_RESULT,
  title: ({ distance, value }) => `${formatDistance(Number(distance))} in ${formatClock(Number(value))}`,
}

export const ATTEMPT: Thing = {
  name: 'attempt',
  table: 'attempts',
  fields: {
    number: {
      ...whole({ label: 'Number', hint: 'Of the series, or at this height.' }, [1, 99]),
      rule: required(whole({ label: '' }, [1, 99]).rule, 'Which attempt was it?'),
    },
    height: length({ label: 'Height', hint: 'Of the bar, in a vertical jump: 2.25.' }),
    outcome: choice({ label: 'How it went' }, OUTCOME),
    value: length({ label: 'Length', hint: 'Of a throw or a jump: 8.12.' }),
    wind: {
      label: 'Wind',
      hint: '+0.7, in metres a second.',
      input: { as: 'text' },
      rule: parsedText(parseWind, 'The wind is written in metres a second, such as +0.7 or −1.2.'),
      text: (value) => (typeof value === 'number' ? formatWind(value).replace(' m/s', '') : ''),
    },
  },
  elsewhere: ADDED_TO,
  citation: null,
  partOf: OF_RESULT,
  check: oneMeasure,
  title: ({ number, height, value, outcome }) => {
    const measure = height ?? value
    const at = typeof measure === 'number' ? [metres(measure)] : []
    return [`Attempt ${textOf(number)}`, ...at, OUTCOME[outcome as keyof typeof OUTCOME]?.toLowerCase()].join(', ')
  },
}

export const PUBLISHED_PLACE: Thing = {
  name: 'place as published',
  table: 'published_places',
  fields: {
    classification: {
      label: 'Classification',
      hint: 'overall, asian-championship.',
      input: { as: 'text' },
      rule: required(
        parsedText(
          (typed) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) ? typed : null),
          'A classification is written asian-championship.',
        ),
        'In which classification? “overall” for the race.',
      ),
    },
    place: {
      ...whole({ label: 'Place' }, [1, 99_999]),
      rule: required(whole({ label: '' }, [1, 99_999]).rule, 'Which place was published?'),
    },
    publishedOn: date({ label: 'Published on' }),
  },
  elsewhere: {
    ...ADDED_TO,
    sourceId: 'the source of the change that adds it',
    locator: 'where in that source',
  },
  citation: null,
  partOf: OF_RESULT,
  title: ({ place, classification, publishedOn }) =>
    [`Place ${textOf(place)} (${textOf(classification)}) as published`, textOf(publishedOn)].filter(Boolean).join(', '),
}

function oneMeasure({ height, value, outcome }: Partial<Values>): FieldErrors {
  if (height && value) return { value: 'A vertical jump has a height and no length: clear one of the two.' }
  if (value && outcome && outcome !== 'VALID') return { value: 'Only a valid attempt is measured.' }
  return {}
}

/** A length in metres, kept in millimetres. */
function length({ label, hint }: { label: string; hint: string }): Field {
  return {
    label,
    hint,
    input: { as: 'text', mode: 'decimal' },
    rule: parsedText((typed) => {
      const read = parseMark(typed, 'javelin-throw')
      return read.ok ? read.value : null
    }, 'Write metres with two decimals: 8.12.'),
    text: (value) => (typeof value === 'number' ? metres(value) : ''),
  }
}

function metres(millimetres: number): string {
  return (millimetres / 1000).toFixed(2)
}
