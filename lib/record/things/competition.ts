/** A series, its editions, and the events and races of one. */

import type { FieldErrors } from '../../form/field-errors'
import { parsedText, required } from '../../form/form-fields'
import { discipline, isDisciplineSlug } from '../../sport/disciplines'
import { formatWind, parseWind } from '../../sport/marks'
import type { Sex } from '../../sport/performance'
import { choice, countryField, date, type Field, reference, requiredLine, text, whole } from './field'
import { checkOrder } from './rules'
import { type Thing, textOf, type Values } from './thing'
import { CATEGORY, COMPANY, EVENT_SEX, ROUND } from './words'

export const SERIES: Thing = {
  name: 'series',
  table: 'series',
  fields: {
    name: requiredLine({ label: 'Name', hint: 'Fukuoka Marathon.', size: 'half' }, 'What is the series called?'),
    category: choice({ label: 'Kind', size: 'half' }, CATEGORY),
  },
  elsewhere: {
    slug: 'given when the series is made; addresses do not change',
    mergedIntoId: 'Merge with another, in the form of the series',
  },
  citation: null,
  partOf: null,
  title: (row) => textOf(row.name),
}

export const COMPETITION: Thing = {
  name: 'competition',
  table: 'competitions',
  fields: {
    name: requiredLine(
      { label: 'Name', hint: 'Without the year, unless it is part of the name.', size: 'half', isCited: true },
      'What is the competition called?',
    ),
    officialName: text({ label: 'Official name of the edition', size: 'half', isCited: true }),
    year: {
      ...whole({ label: 'Year held', hint: 'Whatever the name says.' }, [1800, 2200]),
      rule: required(whole({ label: '' }, [1800, 2200]).rule, 'In which year was it held?'),
    },
    category: choice({ label: 'Kind', size: 'half' }, CATEGORY),
    seriesId: reference({ label: 'Series', hint: 'Of which it is an edition.', size: 'half' }, 'series'),
    startDate: date({ label: 'First day', isCited: true }),
    endDate: date({ label: 'Last day', isCited: true }),
    city: text({ label: 'City', isCited: true }),
    venue: text({ label: 'Venue', hint: 'The stadium, or where the course begins.', isCited: true }),
    countryCode: countryField({ label: 'Country of the venue', hint: 'JPN or Japan.', isCited: true }),
    latitude: degrees('Latitude', 90),
    longitude: degrees('Longitude', 180),
    withinId: reference(
      { label: 'Decided within', hint: 'For a championship within a race: Hong Kong Marathon 2008.', size: 'half' },
      'competition',
    ),
    classification: {
      ...text({ label: 'Its places there', hint: 'asian-championship', size: 'half' }, 60),
      rule: parsedText(
        (typed) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) ? typed : null),
        'A classification is written asian-championship.',
      ),
    },
  },
  elsewhere: {
    slug: 'given when the competition is made; addresses do not change',
    mergedIntoId: 'Merge with another, in the form of the competition',
  },
  citation: 'competitionId',
  partOf: null,
  check: (values) => ({
    ...checkOrder(values, ['startDate', 'endDate'], 'The last day comes before the first.'),
    ...firstDayInYear(values),
    ...bothOrNeither(values),
    ...withinWhat(values),
  }),
  title: (row) => `${textOf(row.name)} ${textOf(row.year)}`,
}

export const EVENT: Thing = {
  name: 'event',
  table: 'events',
  fields: {
    disciplineSlug: {
      ...reference({ label: 'Discipline' }, 'discipline'),
      rule: required(reference({ label: '' }, 'discipline').rule, 'Which discipline is it?'),
    },
    sex: choice({ label: 'Men, women or mixed' }, EVENT_SEX),
    ageGroup: text({ label: 'Age group', hint: 'U20, M40 …; empty for seniors.' }, 10),
    paraClass: text({ label: 'Para class', hint: 'T11 … F64; empty outside para athletics.' }, 10),
  },
  elsewhere: { competitionId: 'the competition it is part of; made with its first result' },
  citation: null,
  partOf: { kind: 'competition', column: 'competitionId' },
  title: (row) => {
    const slug = textOf(row.disciplineSlug)
    const parts = [isDisciplineSlug(slug) ? discipline(slug).name : slug, EVENT_SEX[row.sex as Sex]?.toLowerCase()]
    return [...parts, row.ageGroup, row.paraClass, row.competition].filter(Boolean).join(', ')
  },
}

export const RACE: Thing = {
  name: 'race',
  table: 'races',
  fields: {
    round: choice({ label: 'Round' }, ROUND),
    number: whole({ label: 'Heat number', hint: 'Where there were several.' }, [1, 9999]),
    date: date({ label: 'Day', hint: 'Where it is not that of the competition.' }),
    notBefore: date({ label: 'Not before', hint: 'Where no day is known: 2009-04 for “from April”.' }),
    notAfter: date({ label: 'Not after', hint: 'Where no day is known: 2009-08 for “to August”.' }),
    city: text({ label: 'City', hint: 'Where it was not that of the competition.' }),
    countryCode: countryField({ label: 'Country of the race', hint: 'With the city: JPN or Japan.' }),
    latitude: degrees('Latitude', 90),
    longitude: degrees('Longitude', 180),
    company: choice({ label: 'Who ran together', none: 'Not known' }, COMPANY),
    finishers: whole({ label: 'Finishers', hint: 'How many finished, as a list says.' }, [1, 1_000_000]),
    certification: text({
      label: 'Course measured by',
      hint: 'World Athletics and AIMS, grade A, 2014.',
      size: 'half',
    }),
    drop: whole({ label: 'Drop', hint: 'Metres from start down to finish; −20 where it climbs.' }, [-9000, 9000]),
    separation: whole({ label: 'Start to finish', hint: 'Metres in a straight line.' }, [0, 1_000_000]),
    wind: {
      label: 'Wind',
      hint: 'Of the whole race, in metres a second: +0.7.',
      input: { as: 'text' },
      rule: parsedText(parseWind, 'The wind is written in metres a second, such as +0.7 or −1.2.'),
      text: (value) => (typeof value === 'number' ? formatWind(value).replace(' m/s', '') : ''),
    },
  },
  elsewhere: { eventId: 'the event it is part of; made with its first result' },
  citation: null,
  partOf: { kind: 'event', column: 'eventId' },
  check: (values) => ({
    ...checkOrder(values, ['notBefore', 'notAfter'], 'The last possible day comes before the first.'),
    ...bothOrNeither(values),
    ...countryOfCity(values),
  }),
  title: (row) => {
    const round = [ROUND[row.round as keyof typeof ROUND], textOf(row.number)].filter(Boolean).join(' ')
    return [round, row.event].filter(Boolean).join(', ')
  },
}

function degrees(label: string, most: number): Field {
  const refusal = `Write degrees between −${most} and ${most}, with a point: 33.59.`
  return {
    label,
    hint: 'For the map: degrees with a point.',
    input: { as: 'text', mode: 'decimal' },
    rule: parsedText((typed) => {
      const degrees = /^[-−]?\d{1,3}(\.\d{1,8})?$/.test(typed) ? Number(typed.replace('−', '-')) : Number.NaN
      return Math.abs(degrees) <= most ? degrees : null
    }, refusal),
  }
}

function withinWhat({ withinId, classification }: Partial<Values>): FieldErrors {
  if (withinId && classification === null) return { classification: 'What are its places called in that race?' }
  return classification && withinId === null ? { withinId: 'In which competition are these places?' } : {}
}

function firstDayInYear({ year, startDate }: Partial<Values>): FieldErrors {
  const isElsewhere = typeof startDate === 'string' && typeof year === 'number' && !startDate.startsWith(String(year))
  return isElsewhere ? { startDate: 'The first day is not in the year it was held.' } : {}
}

function countryOfCity({ city, countryCode }: Partial<Values>): FieldErrors {
  return city && countryCode === null ? { countryCode: 'In which country is this city?' } : {}
}

function bothOrNeither({ latitude, longitude }: Partial<Values>): FieldErrors {
  if (latitude === undefined || longitude === undefined || (latitude === null) === (longitude === null)) return {}
  const missing = latitude === null ? 'latitude' : 'longitude'
  return { [missing]: 'A place on the map needs both, latitude and longitude.' }
}
