import { describe, expect, test } from 'vitest'
import { citedFields, disputedFields, disputes, isDisputed } from './disputes'
import { aCitation, aCompetition, anAthlete, aPlace, aRecord, aRecordClaim, aResult } from './record.fixture'

const london2011 = aCompetition({ name: 'London Marathon', year: 2011 })
const rejected = (field: string, asserts: string) => aCitation({ field, asserts, accepted: false })

describe('a result', () => {
  test('whose sources agree is not disputed', () => {
    const agreed = aResult({
      mark: '2:11:35',
      citations: [aCitation({ asserts: '2:11:35' }), aCitation({ asserts: '2h11:35' }), aCitation()],
    })
    expect(isDisputed(agreed)).toBe(false)
    expect(disputedFields(agreed)).toEqual([])
  })

  test('is disputed where one source asserts another value than the record, though no other is cited', () => {
    expect(disputedFields(aResult({ mark: '2:08:50', citations: [rejected('mark', '2:09:00')] }))).toEqual(['mark'])
  })

  test('names every disputed field once, with the classification of a place and the code of a record', () => {
    const result = aResult({
      mark: '2:08:50',
      citations: [rejected('mark', '2:09:00'), rejected('mark', '2:09:01'), rejected('date', '2014-12-06')],
      places: [
        aPlace({ place: 5, citations: [rejected('place', '2')] }),
        aPlace({
          place: 2,
          classification: 'asian-championship',
          citations: [aCitation({ field: 'place', asserts: '2nd' })],
        }),
      ],
      records: [aRecordClaim({ citations: [rejected('code', 'AR'), rejected('scope', 'CHN')] })],
    })
    expect(disputedFields(result)).toEqual(['mark', 'date', 'place:overall', 'record:NR'])
  })

  test('that is said to be unfinished where the record has a mark is disputed', () => {
    expect(disputedFields(aResult({ mark: '2:08:50', citations: [rejected('status', 'DNF')] }))).toEqual(['status'])
  })
})

describe('all disputes of a record', () => {
  test('tell the thing, the field, and every value with its sources, the accepted first', () => {
    const wrong = rejected('mark', '2:11:53')
    const right = aCitation({ asserts: '2:11:35' })
    const result = aResult({ mark: '2:11:35', competition: london2011, citations: [wrong, right] })
    expect(disputes(aRecord({ results: [result] }))).toEqual([
      {
        subject: 'Marathon, London Marathon 2011',
        resultId: result.id,
        field: 'mark',
        assertions: [
          { value: '2:11:35', accepted: true, citations: [right] },
          { value: '2:11:53', accepted: false, citations: [wrong] },
        ],
      },
    ])
  })

  test('are told for the athlete in words, though no result is meant', () => {
    const athlete = anAthlete({
      citations: [
        rejected('birthPlace', 'Ulaanbaatar'),
        rejected('weightKg', '57'),
        aCitation({ field: 'birthDate', asserts: '1981' }),
      ],
    })
    const told = disputes(aRecord({ athlete })).map(({ subject, resultId, field, assertions }) => [
      subject,
      resultId,
      field,
      assertions.map(({ value }) => value),
    ])
    expect(told).toEqual([
      ['Birth place', null, 'birthPlace', ['Govi-Altai Province, Mongolia', 'Ulaanbaatar']],
      ['Weight', null, 'weightKg', ['60', '57']],
    ])
  })

  test('are told once for a competition, in however many of its races he ran', () => {
    const tokyo2020 = aCompetition({
      name: 'Tokyo 2020',
      year: 2021,
      city: 'Sapporo',
      citations: [rejected('city', 'Tokyo')],
    })
    const results = [
      aResult({ competition: tokyo2020 }),
      aResult({ competition: tokyo2020, discipline: '10000-metres' }),
    ]
    expect(disputes(aRecord({ results })).map(({ subject, field }) => [subject, field])).toEqual([
      ['Tokyo 2020', 'city'],
    ])
  })

  test('tell of two values that were both accepted', () => {
    const citations = ['6', '5'].map((asserts) => aCitation({ field: 'olympicGames', asserts }))
    const [dispute] = disputes(aRecord({ athlete: anAthlete({ citations }) }))
    expect(dispute?.assertions.map(({ value, accepted }) => [value, accepted])).toEqual([
      ['6', true],
      ['5', true],
    ])
  })

  test('reach names and affiliations', () => {
    const athlete = anAthlete({
      names: [
        {
          id: 'name-1',
          text: 'Бат-Очирын Сэр-Од',
          script: 'Cyrl',
          language: 'mn',
          usedBy: null,
          position: null,
          citations: [rejected('text', 'Бат-Очир Сэр-Од')],
        },
      ],
      affiliations: [
        {
          id: 'affiliation-1',
          kind: 'CORPORATE_TEAM',
          name: 'NTN',
          place: 'Kuwana',
          note: null,
          startDate: '2014-04',
          endDate: null,
          citations: [rejected('startDate', '2013'), aCitation({ field: 'startDate', asserts: '2014' })],
        },
      ],
    })
    expect(disputes(aRecord({ athlete })).map(({ subject, field }) => [subject, field])).toEqual([
      ['Name “Бат-Очирын Сэр-Од”', 'text'],
      ['NTN', 'startDate'],
    ])
  })

  test('are none where nobody disagrees', () => {
    expect(disputes(aRecord({ results: [aResult({ mark: '2:11:35', citations: [aCitation()] })] }))).toEqual([])
  })
})

test('the citations of places and records are told under the name they have in the result', () => {
  const own = aCitation({ field: 'date' })
  const ofPlace = aCitation({ field: 'place' })
  const ofRecord = aCitation({ field: 'code' })
  const result = aResult({
    citations: [own],
    places: [aPlace({ classification: 'asian', citations: [ofPlace] })],
    records: [aRecordClaim({ citations: [ofRecord] })],
  })
  expect(citedFields(result)).toEqual([
    { field: 'date', citation: own },
    { field: 'place:asian', citation: ofPlace },
    { field: 'record:NR', citation: ofRecord },
  ])
})
