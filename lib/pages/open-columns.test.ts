import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { AthleteRecord } from '../record/athlete'
import { aClaim, aCompetition, anAthlete, aRecord, aResult, aSeries, aSource } from '../record/record.fixture'
import { THINGS, type ThingKind, thingOf } from '../record/things/things'
import { openAthlete } from './open-data'

type Row = Readonly<Record<string, unknown>>

/** A record in which one thing of a kind has these columns. */
const RECORD_WITH: Record<ThingKind, (row: Row) => AthleteRecord> = {
  athlete: (row) => aRecord({ athlete: anAthlete(row) }),
  name: (row) => ofAthlete('names', { text: 'Сэр-Од', script: 'Cyrl', language: null, usedBy: null, ...row }),
  affiliation: (row) =>
    ofAthlete('affiliations', { kind: 'CLUB', name: 'NTN', startDate: null, endDate: null, ...row }),
  representation: (row) => ofAthlete('representations', { countryCode: 'MGL', startDate: null, endDate: null, ...row }),
  chapter: (row) => ofAthlete('chapters', { title: 'Youth', language: 'en', position: 1, body: 'He ran.', ...row }),
  'external-id': (row) => ofAthlete('externalIds', { authority: 'WIKIDATA', value: 'Q1', ...row }),
  photo: (row) => ofAthlete('photos', { author: 'A. Tourist', licence: 'CC0', caption: null, ...row }),
  series: (row) => atCompetition({ series: aSeries(row) }),
  competition: ({ seriesId, ...row }) =>
    atCompetition(seriesId === undefined ? row : { series: aSeries({ slug: String(seriesId) }) }),
  event: ({ disciplineSlug, ...row }) =>
    ofResult(disciplineSlug === undefined ? row : { ...row, discipline: disciplineSlug }),
  race: ({ number, ...row }) => ofResult({ ...row, ...(number !== undefined && { raceNumber: number }) }),
  split: (row) => ofResult({ splits: [{ id: 'x', distance: 5000, value: 900, ...row }] }),
  attempt: (row) =>
    ofResult({ attempts: [{ id: 'x', number: 1, height: null, outcome: 'VALID', value: null, wind: null, ...row }] }),
  'published-place': (row) =>
    ofResult({
      publishedPlaces: [
        { id: 'x', classification: 'overall', place: 1, publishedOn: null, source: null, locator: null, ...row },
      ],
    }),
  source: (row) => aRecord({ sources: [aSource({ id: 's', slug: 's', ...row })] }),
  claim: (row) => aRecord({ claims: [aClaim({ id: 'c', source: aSource({ id: 's', slug: 's' }), ...row })] }),
}

function ofAthlete(list: string, item: Row): AthleteRecord {
  return aRecord({ athlete: anAthlete({ [list]: [{ id: 'x', citations: [], ...item }] }) })
}

function atCompetition(row: Row): AthleteRecord {
  return ofResult({ competition: aCompetition({ id: 'c', slug: 'c', ...row }) })
}

function ofResult(row: Row): AthleteRecord {
  return aRecord({ results: [aResult({ id: 'r', ...row })] })
}

/** Two values of a column that differ. Most columns are text; of the others, by their names. */
const TWO: Record<string, readonly [unknown, unknown]> = {
  disciplineSlug: ['marathon', 'half-marathon'],
  round: ['HEAT', 'FINAL'],
  sex: ['M', 'F'],
  authority: ['WIKIDATA', 'ARRS'],
  category: ['ROAD_RACE', 'TRACK_MEETING'],
  wind: [700, 1200],
}
const DATES: readonly [string, string] = ['1990-01-02', '1991-03-04']
const NUMBERS: readonly [number, number] = [61, 62]

function valuesOf(field: string): readonly [unknown, unknown] {
  if (TWO[field]) return TWO[field]
  if (/(^d|D)ate$|^publishedOn$|^accessed$|^takenOn$|^since$|^asOf$/.test(field)) return DATES
  return /Cm$|Kg$|^number$|^year$|^position$|itude$/.test(field) ? NUMBERS : ['ONE', 'OTHER']
}

const COMPUTED = 'what it is compared with is told as a finding'
const ON_THE_PAGE = 'text with figures that are computed when it is read; it is on the page of the athlete'
const OF_PICTURES = 'pictures are on the page of the athlete, with the words that their licences ask for'

/** What the open data does not tell, and why. A column that is neither there nor here fails the test. */
const LEFT_OUT: { [Kind in ThingKind]?: Readonly<Record<string, string>> } = {
  athlete: { nameOrder: 'how a name is put together is for forms; `name` and `sortName` are told' },
  name: { position: 'the names are in an order that does not change' },
  affiliation: { note: 'an aside for readers, without a form that programs could rely on' },
  chapter: {
    title: ON_THE_PAGE,
    position: ON_THE_PAGE,
    language: ON_THE_PAGE,
    translationOfId: ON_THE_PAGE,
    body: ON_THE_PAGE,
  },
  photo: {
    fileId: OF_PICTURES,
    author: OF_PICTURES,
    licence: OF_PICTURES,
    sourceUrl: OF_PICTURES,
    caption: OF_PICTURES,
    takenOn: OF_PICTURES,
  },
  series: { name: 'a competition is told by its own name', category: 'the category of the competition is told' },
  competition: {
    officialName: 'it is in results.csv, as `edition`',
    year: 'the year of each result is told',
    seriesId: 'a competition is told by its own name',
    startDate: 'the day of each result is told',
    endDate: 'the day of each result is told',
    venue: 'the town and the country are told',
    latitude: 'for the map; the town and the country are told',
    longitude: 'for the map; the town and the country are told',
    withinId: 'the places in a championship within it are told by their classification',
    classification: 'the places in a championship within it are told by their classification',
  },
  source: { accessed: 'the address and the date of the source are told' },
  claim: {
    kind: COMPUTED,
    resultId: COMPUTED,
    otherId: COMPUTED,
    seriesSlug: COMPUTED,
    disciplineSlug: COMPUTED,
    level: COMPUTED,
    number: COMPUTED,
    text: COMPUTED,
    since: COMPUTED,
    asOf: COMPUTED,
  },
}

const columns = (Object.keys(THINGS) as ThingKind[]).flatMap((kind) =>
  Object.keys(thingOf(kind).fields).map((field) => [kind, field] as const),
)

describe('each column of what is described is in the open data, or it is said why it is not', () => {
  test.each(columns)('%s: %s', (kind, field) => {
    const [one, other] = valuesOf(field).map((value) =>
      JSON.stringify(openAthlete(RECORD_WITH[kind]({ [field]: value }))),
    )
    const isTold = one !== other
    expect(isTold, isTold ? 'It is told: take it off the list.' : 'Tell it, or say why it is left out.').toBe(
      LEFT_OUT[kind]?.[field] === undefined,
    )
  })

  test('nothing is on the list that is no column', () => {
    const known = columns.map(([kind, field]) => `${kind}: ${field}`)
    const listed = Object.entries(LEFT_OUT).flatMap(([kind, fields]) =>
      Object.keys(fields).map((field) => `${kind}: ${field}`),
    )
    expect(listed.filter((column) => !known.includes(column))).toEqual([])
  })
})

test('docs/api.md names every field of an athlete and of a result', () => {
  const text = readFileSync('docs/api.md', 'utf8')
  const { results, ...athlete } = openAthlete(ofResult({}))
  const named = [...Object.keys(athlete), ...Object.keys(results[0] ?? {})]
  expect(named.filter((field) => !new RegExp(`\\b${field}\\b`).test(text))).toEqual([])
})
