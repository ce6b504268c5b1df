import { describe, expect, test } from 'vitest'
import type { Draft } from '../merge'
import { draftOfRow, fieldWords, readThing } from './thing'
import { THINGS, type ThingKind, thingOf } from './things'

const ATHLETE: Draft = {
  displayName: 'Ser-Od Bat-Ochir',
  sortName: 'Bat-Ochir, Ser-Od',
  nameOrder: 'PATRONYMIC_GIVEN',
  sex: 'M',
}
const COMPETITION: Draft = { name: 'Fukuoka Marathon', year: '2014', category: 'ROAD_RACE' }
const PHOTO: Draft = {
  fileId: 'f1',
  author: 'A. Tourist',
  licence: 'CC_BY_4_0',
  sourceUrl: 'https://commons.example/1',
}
const CLAIM: Draft = { kind: 'AGE_ON', resultId: 'r1', number: '42' }

const read = (kind: ThingKind, draft: Draft) => readThing(thingOf(kind), draft)

describe('a form is read by the description of its thing', () => {
  test('each value as the record writes it', () => {
    const typed = { ...ATHLETE, birthDate: '7 October 1981', heightCm: '172', countryCode: 'mongolia', weightKg: '' }
    expect(read('athlete', typed)).toMatchObject({
      ok: true,
      values: { birthDate: '1981-10-07', heightCm: 172, countryCode: 'MGL', weightKg: null, nativeName: null },
    })
  })

  test('everything that is wrong at once, each with its field', () => {
    const typed = { ...ATHLETE, displayName: '', birthDate: 'a long time ago', heightCm: '17', countryCode: 'Utopia' }
    expect(Object.keys(read('athlete', typed).errors)).toEqual(['displayName', 'countryCode', 'birthDate', 'heightCm'])
  })

  test.each<[ThingKind, Draft, string]>([
    ['athlete', { ...ATHLETE, birthDate: '2199-01-01' }, 'birthDate'],
    ['athlete', { ...ATHLETE, birthDate: '1981-10', deathDate: '1981-09-30' }, 'deathDate'],
    ['name', { text: 'Сэр-Од', script: 'cyrillic' }, 'script'],
    ['affiliation', { kind: 'CLUB', name: 'Toyo Suisan', startDate: '2014', endDate: '2013-12' }, 'endDate'],
    ['representation', {}, 'countryCode'],
    ['chapter', { title: 'Youth', position: '1', language: 'en' }, 'body'],
    ['competition', { ...COMPETITION, startDate: '2014-12-07', endDate: '2014-12-06' }, 'endDate'],
    ['competition', { ...COMPETITION, startDate: '2015-12-07' }, 'startDate'],
    ['competition', { ...COMPETITION, latitude: '33.59' }, 'longitude'],
    ['competition', { ...COMPETITION, latitude: '95', longitude: '1' }, 'latitude'],
    ['event', { sex: 'M' }, 'disciplineSlug'],
    ['race', { round: 'FINAL', wind: 'strong' }, 'wind'],
    ['race', { round: 'FINAL', notBefore: '2009-08', notAfter: '2009-04' }, 'notAfter'],
    ['race', { round: 'FINAL', city: 'Sapporo' }, 'countryCode'],
    ['competition', { ...COMPETITION, withinId: '2008-hong-kong-marathon' }, 'classification'],
    ['competition', { ...COMPETITION, classification: 'asian-championship' }, 'withinId'],
    ['source', { publication: 'A paper', title: 'A report', url: 'paper.example' }, 'url'],
    ['claim', { ...CLAIM, disciplineSlug: 'marathon' }, 'disciplineSlug'],
    ['claim', { kind: 'AGE_ON', resultId: 'r1' }, 'number'],
    ['claim', { kind: 'AHEAD_OF', resultId: 'r1', text: 'Y. Kawauchi' }, 'otherId'],
    ['claim', { ...CLAIM, otherId: 'yuki-kawauchi' }, 'otherId'],
    ['external-id', { authority: 'WIKIDATA', value: '1189' }, 'value'],
    ['external-id', { authority: 'FACEBOOK', value: '1189' }, 'authority'],
    ['photo', { ...PHOTO, licence: 'CC_BY_NC_4_0' }, 'licence'],
    ['photo', { ...PHOTO, author: '' }, 'author'],
    ['photo', { ...PHOTO, fileId: '' }, 'fileId'],
    ['photo', { ...PHOTO, sourceUrl: '' }, 'sourceUrl'],
    ['photo', { ...PHOTO, sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
    ['photo', { ...PHOTO, takenOn: '2199' }, 'takenOn'],
  ])('%s %j is refused', (kind, draft, field) => {
    expect(Object.keys(read(kind, draft).errors)).toEqual([field])
  })

  test('what was read is shown as it was typed in the form', () => {
    const race = read('race', {
      round: 'HEAT',
      number: '3',
      wind: '-1.2',
      date: '',
      city: 'Sapporo',
      countryCode: 'Japan',
    })
    expect(draftOfRow(thingOf('race'), race.values)).toEqual({
      round: 'HEAT',
      number: '3',
      wind: '\u22121.2',
      date: '',
      notBefore: '',
      notAfter: '',
      city: 'Sapporo',
      countryCode: 'JPN',
      latitude: '',
      longitude: '',
      company: '',
      finishers: '',
      certification: '',
      drop: '',
      separation: '',
    })
    expect(readThing(thingOf('race'), draftOfRow(thingOf('race'), race.values)).values).toEqual(race.values)
  })
})

describe('every field of every thing', () => {
  const fields = Object.values(THINGS).flatMap(({ name, fields }) =>
    Object.entries(fields).map(([field, description]) => [`${name}: ${field}`, description] as const),
  )

  test.each(fields)('%s has a label that starts with a capital', (_name, { label }) => {
    expect(label).toMatch(/^[A-Z]/)
  })

  test('a choice is said in words', () => {
    const { nameOrder } = thingOf('athlete').fields
    expect(nameOrder && fieldWords(nameOrder, 'PATRONYMIC_GIVEN')).toMatch(/^Patronymic/)
  })
})
