import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AthleteRecord } from '../record/athlete'
import {
  aCitation,
  aCompetition,
  anAthlete,
  aPlace,
  aRecord,
  aRecordClaim,
  aResult,
  aSource,
} from '../record/record.fixture'
import { openAthlete, openResult, resultsTable } from './open-data'

const asahi = aSource({ slug: 'asahi', date: '2014-01-30', translator: 'Brett Larner' })
const list = aSource({ slug: 'list', date: null })
const hongKong2008 = aResult({
  id: 'hong-kong-2008',
  mark: '2:20:18',
  date: '2008-02-17',
  competition: aCompetition({
    slug: 'hong-kong-marathon-2008',
    name: 'Hong Kong Marathon',
    officialName: 'Standard Chartered Hong Kong Marathon 2008',
    city: 'Hong Kong',
    countryCode: 'HKG',
  }),
  places: [
    aPlace({
      place: 2,
      classification: 'asian-championship',
      citations: [aCitation({ source: list, field: 'place', asserts: '2' })],
    }),
    aPlace({ place: 5 }),
  ],
  records: [
    aRecordClaim({ code: 'NR', equalled: true }),
    aRecordClaim({ code: 'CR' }),
    aRecordClaim({ code: 'AR', state: 'RESCINDED' }),
  ],
  citations: [
    aCitation({ source: list, locator: 'row 7', asserts: '2:20:18' }),
    aCitation({ source: list, locator: 'row 3', asserts: '2:20:18' }),
    aCitation({ source: asahi, locator: 'paragraph 2', asserts: '2:20:08', accepted: false }),
  ],
})
const unfinished = aResult({
  id: 'tokyo-2021',
  status: 'DNF',
  date: '2021-08',
  competition: aCompetition({ category: 'OLYMPIC_GAMES' }),
})
const jump = aResult({ id: 'jump', discipline: 'long-jump', mark: '7.80', wind: -400, date: '2010-04~', round: 'HEAT' })
const record = aRecord({
  athlete: anAthlete({
    names: [
      {
        id: 'n2',
        text: 'Ser-Od BAT-OCHIR',
        script: 'Latn',
        language: 'en',
        usedBy: 'World Athletics',
        position: null,
        citations: [],
      },
      { id: 'n1', text: 'Сэр-Од', script: 'Cyrl', language: 'mn', usedBy: null, position: null, citations: [] },
    ],
    externalIds: [
      { id: 'e1', authority: 'WIKIDATA', value: 'Q1189' },
      { id: 'e2', authority: 'NATIONAL_FEDERATION', value: 'MGL-81' },
    ],
    affiliations: [
      {
        id: 'a2',
        kind: 'CORPORATE_TEAM',
        name: 'NTN',
        place: 'Kuwana',
        note: null,
        startDate: '2014-04',
        endDate: null,
        citations: [],
      },
      {
        id: 'a1',
        kind: 'CLUB',
        name: 'Morpeth Harriers',
        place: null,
        note: 'x',
        startDate: '2009-04',
        endDate: null,
        citations: [],
      },
    ],
  }),
  results: [unfinished, jump, hongKong2008],
  sources: [list, asahi],
})

describe('a result', () => {
  test('is told with everything the open data promises, and nothing else', () => {
    expect(openResult(hongKong2008)).toEqual({
      id: 'hong-kong-2008',
      year: 2008,
      date: '2008-02-17',
      datePrecision: 'day',
      notBefore: null,
      notAfter: null,
      venue: { city: 'Hong Kong', country: 'HKG' },
      competition: {
        slug: 'hong-kong-marathon-2008',
        name: 'Hong Kong Marathon',
        city: 'Hong Kong',
        country: 'HKG',
        category: 'road-race',
      },
      discipline: 'marathon',
      ageGroup: null,
      paraClass: null,
      round: 'final',
      raceNumber: null,
      mark: '2:20:18',
      value: 8_418_000,
      unit: 'milliseconds',
      status: null,
      wind: null,
      list: 'main',
      flags: [],
      timing: null,
      reactionTime: null,
      ruleBroken: null,
      implement: null,
      teamScore: null,
      finishers: null,
      winners: [],
      gap: null,
      company: null,
      certification: null,
      drop: null,
      separation: null,
      splits: [],
      attempts: [],
      publishedPlaces: [],
      places: [
        { classification: 'overall', place: 5 },
        { classification: 'asian-championship', place: 2 },
      ],
      records: ['=NR', 'CR'],
      citations: [
        { source: 'asahi', locator: 'paragraph 2', field: 'mark', asserts: '2:20:08', accepted: false },
        { source: 'list', locator: 'row 3', field: 'mark', asserts: '2:20:18', accepted: true },
        { source: 'list', locator: 'row 7', field: 'mark', asserts: '2:20:18', accepted: true },
        { source: 'list', locator: 'paragraph 1', field: 'place:asian-championship', asserts: '2', accepted: true },
      ],
      disputed: true,
    })
  })

  test('without a mark says so, and keeps its status and unit', () => {
    expect(openResult(unfinished)).toMatchObject({
      mark: null,
      value: null,
      unit: 'milliseconds',
      status: 'DNF',
      date: '2021-08',
      datePrecision: 'month',
      places: [],
      records: [],
      citations: [],
      disputed: false,
    })
  })

  test('measures winds in metres a second and jumps in millimetres', () => {
    expect(openResult(jump)).toMatchObject({
      mark: '7.80',
      value: 7_800,
      unit: 'millimetres',
      wind: -0.4,
      round: 'heat',
    })
  })

  test('has the h of a hand time in its mark', () => {
    const mark = '10.7h'
    expect(openResult(aResult({ discipline: '100-metres', mark }))).toMatchObject({ mark, value: 10_700 })
  })

  test('does not claim a month that is only about right', () => {
    expect(openResult(jump)).toMatchObject({ year: 2010, date: '2010', datePrecision: 'year' })
  })

  test('of combined events is points', () => {
    expect(openResult(aResult({ discipline: 'decathlon', mark: '8312' }))).toMatchObject({
      value: 8312,
      unit: 'points',
    })
  })

  test('reads the same however it was published', () => {
    expect(openResult(aResult({ discipline: 'half-marathon', mark: '62:10' })).mark).toBe('1:02:10')
  })
})

describe('what else a list gives of a performance', () => {
  const marathon = aResult({
    mark: '2:08:50',
    company: 'MIXED',
    drop: 3,
    splits: [{ id: 's', distance: 21_097_500, value: 3_860_000 }],
    publishedPlaces: [
      { id: 'p', classification: 'overall', place: 4, publishedOn: '2014-12-08', source: asahi, locator: 'page 1' },
    ],
  })
  const sprint = aResult({ discipline: '100-metres', mark: '10.05 (+2.4)', reactionTime: 152, flags: ['OC'] })

  test('is told in the units of the others', () => {
    expect(openResult(marathon)).toMatchObject({
      company: 'mixed',
      drop: 3,
      splits: [{ distance: 21_097_500, value: 3_860_000 }],
      publishedPlaces: [{ place: 4, publishedOn: '2014-12-08', source: 'asahi', locator: 'page 1' }],
    })
    expect(openResult(sprint)).toMatchObject({ list: 'wind-assisted', reactionTime: 0.152, flags: ['OC'] })
  })

  test('has the winner of the race and the gap, in the open data and in the table', () => {
    const race = {
      winners: [{ resultId: 'w', slug: 'patrick-makau', name: 'Patrick Makau', mark: '2:08:22' }],
      gap: 28_000,
      precision: 1000,
      finishers: 412,
    }
    expect(openResult(marathon, race)).toMatchObject({ winners: race.winners, gap: 28_000 })
    const { header, rows } = resultsTable(aRecord({ results: [marathon] }), new Map([[marathon.id, race]]))
    expect([rows[0]?.[header.indexOf('won_by')], rows[0]?.[header.indexOf('gap')]]).toEqual(['Patrick Makau', '28000'])
  })

  test('a best of a list of its own is no personal best, and is told apart', () => {
    const open = openAthlete(aRecord({ results: [sprint] }))
    expect(open.personalBests).toEqual([])
    expect(open.separateBests).toMatchObject([{ list: 'wind-assisted', discipline: '100-metres', mark: '10.05' }])
  })

  test('has its columns in the table', () => {
    const jump = aResult({
      discipline: 'long-jump',
      mark: '8.12 (+0.3)',
      attempts: [
        { id: 'a', number: 1, height: null, outcome: 'FOUL', value: null, wind: null },
        { id: 'b', number: 2, height: null, outcome: 'VALID', value: 8120, wind: 300 },
      ],
    })
    const { header, rows } = resultsTable(aRecord({ results: [jump] }))
    expect(rows[0]?.[header.indexOf('attempts')]).toBe('1=foul; 2=8120')
  })
})

describe('an athlete', () => {
  const open = openAthlete(record)

  test('is told under the promised names', () => {
    const { names, externalIds, affiliations, personalBests, nationalRecords, results, sources, ...identity } = open
    expect(identity).toEqual({
      slug: 'ser-od-bat-ochir',
      name: 'Ser-Od Bat-Ochir',
      sortName: 'Ser-Od, Bat-Ochir',
      nativeName: 'Бат-Очирын Сэр-Од',
      nickname: null,
      sex: 'M',
      country: 'MGL',
      birthDate: '1981-10-07',
      birthPlace: 'Govi-Altai Province, Mongolia',
      deathDate: null,
      heightCm: null,
      weightKg: 60,
      representations: [],
      separateBests: [],
      findings: [],
      updatedAt: '2025-01-01T00:00:00.000Z',
      revision: 1,
    })
    expect(nationalRecords).toEqual([
      {
        discipline: 'marathon',
        country: 'MGL',
        sex: 'M',
        steps: [
          {
            ...{ resultId: 'hong-kong-2008', mark: '2:20:18', date: '2008-02-17', state: 'ratified' },
            ...{ improvement: null, stands: true, bestOnRecord: true },
          },
        ],
      },
    ])
    expect(names).toEqual([
      { text: 'Сэр-Од', script: 'Cyrl', language: 'mn', usedBy: null },
      { text: 'Ser-Od BAT-OCHIR', script: 'Latn', language: 'en', usedBy: 'World Athletics' },
    ])
    expect(externalIds).toEqual([
      { authority: 'national-federation', value: 'MGL-81', url: null },
      { authority: 'wikidata', value: 'Q1189', url: 'https://www.wikidata.org/wiki/Q1189' },
    ])
    expect(affiliations).toEqual([
      { kind: 'club', name: 'Morpeth Harriers', place: null, startDate: '2009-04', endDate: null },
      { kind: 'corporate-team', name: 'NTN', place: 'Kuwana', startDate: '2014-04', endDate: null },
    ])
    expect(sources.map(({ slug }) => slug)).toEqual(['asahi', 'list'])
    expect(sources[0]).toEqual({
      slug: 'asahi',
      publication: 'Asahi Shimbun',
      title: 'A marathoner joins a corporate team',
      author: null,
      translator: 'Brett Larner',
      date: '2014-01-30',
      language: 'en',
      url: null,
    })
    expect(results.map(({ id }) => id)).toEqual(['tokyo-2021', 'jump', 'hong-kong-2008'])
    expect(personalBests).toHaveLength(2)
  })

  test('has personal bests that lead to their results', () => {
    expect(open.personalBests[0]).toEqual({
      discipline: 'marathon',
      mark: '2:20:18',
      value: 8_418_000,
      unit: 'milliseconds',
      date: '2008-02-17',
      competition: openResult(hongKong2008).competition,
      resultId: 'hong-kong-2008',
      records: ['=NR', 'CR'],
    })
  })

  test('of whom little is known has nulls where the unknown is', () => {
    const athlete = anAthlete({ birthDate: null, birthPlace: null, nativeName: null, countryCode: null })
    expect(openAthlete(aRecord({ athlete }))).toMatchObject({
      birthDate: null,
      birthPlace: null,
      nativeName: null,
      country: null,
      results: [],
    })
  })

  test('carries the findings it is given', () => {
    const findings = [{ rule: 'two-races-in-a-day' }]
    expect(openAthlete(record, { findings }).findings).toEqual(findings)
  })

  test('reads the same in whatever order the database gave it', () => {
    const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length })
    const inAnyOrder: fc.Arbitrary<AthleteRecord> = fc
      .tuple(
        shuffled(record.results),
        shuffled(record.sources),
        shuffled(record.athlete.names),
        shuffled(record.athlete.affiliations),
        shuffled(hongKong2008.citations),
        shuffled(hongKong2008.places),
        shuffled(hongKong2008.records),
      )
      .map(([results, sources, names, affiliations, citations, places, records]) => ({
        ...record,
        athlete: { ...record.athlete, names, affiliations },
        results: results.map((result) =>
          result === hongKong2008 ? { ...result, citations, places, records } : result,
        ),
        sources,
      }))
    fc.assert(
      fc.property(inAnyOrder, (given) => {
        expect(JSON.stringify(openAthlete(given))).toBe(JSON.stringify(open))
        expect(resultsTable(given)).toEqual(resultsTable(record))
      }),
    )
  })
})

describe('the table of results', () => {
  const { header, rows } = resultsTable(record)
  const named = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index]])))

  test('has its columns in a fixed order', () => {
    expect(header.join(',')).toBe(
      'result_id,year,date,date_precision,competition,edition,city,country,category,discipline,round,mark,value,unit,' +
        'status,wind,classification,place,records,disputed,sources,race_city,race_country,not_before,not_after,' +
        'list,flags,timing,reaction_time,rule_broken,implement,team_score,splits,attempts,finishers,won_by,gap',
    )
  })

  test('has one row a place, and one for a result without a place', () => {
    expect(named.map(({ result_id, classification, place }) => [result_id, classification, place])).toEqual([
      ['tokyo-2021', '', ''],
      ['jump', '', ''],
      ['hong-kong-2008', 'overall', '5'],
      ['hong-kong-2008', 'asian-championship', '2'],
    ])
  })

  test('tells of a row what the JSON tells', () => {
    expect(rows[2]).toEqual(
      [
        ['hong-kong-2008', '2008', '2008-02-17', 'day', 'Hong Kong Marathon'],
        ['Standard Chartered Hong Kong Marathon 2008', 'Hong Kong', 'HKG', 'road-race', 'marathon', 'final'],
        ['2:20:18', '8418000', 'milliseconds', '', '', 'overall', '5', "'=NR; CR", 'true', 'asahi; list'],
        ['Hong Kong', 'HKG', '', ''],
        ['main', '', '', '', '', '', '', '', '', '', '', ''],
      ].flat(),
    )
  })

  test('never begins a cell with what a spreadsheet would run', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      const { rows } = resultsTable(aRecord({ results: [aResult({ competition: aCompetition({ name }) })] }))
      expect(rows[0]?.[4]).toBe(`'${name}`)
    }
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  test('of a record without results has a header alone', () => {
    expect(resultsTable(aRecord())).toEqual({ header, rows: [] })
  })
})
