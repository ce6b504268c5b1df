import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resultsTable } from '../pages/open-data'
import { aCompetition, aPlace, aRecord, aRecordClaim, aResult } from '../record/record.fixture'
import type { Result } from '../record/result'
import { displayMark } from '../sport/display-mark'
import { guessColumns } from './columns'
import { guessDelimiter, readCsv } from './csv'
import { guessFormat } from './format'
import type { Listing, RawRow } from './listing'
import { readListing } from './read-listing'

/** What results.csv of one athlete gives, when it is read as any list is. */
async function readBack(results: Result[]): Promise<Listing[]> {
  const { header, rows } = resultsTable(aRecord({ results }))
  const text = stringify([header, ...rows], { record_delimiter: 'windows' })
  expect(guessFormat(text, 'results.csv').value).toBe('csv')
  const delimiter = guessDelimiter(text).value
  async function* chunks() {
    yield text
  }
  const read: RawRow[] = []
  for await (const row of readCsv(chunks(), { delimiter })) read.push(row)
  const guessed = guessColumns(read)
  const columns = guessed.columns.map(({ value }) => value)
  const context = {
    discipline: null,
    sex: 'M' as const,
    ageGroup: null,
    paraClass: null,
    round: null,
    raceNumber: null,
  }
  const above = {
    ...context,
    wind: null,
    date: null,
    slashedDate: null,
    competition: null,
    city: null,
    countryCode: null,
    athlete: 'Jan Mörtel',
  }
  expect(guessed.header).toBe(true)
  return read.slice(1).map((row) => {
    const answer = readListing(row, columns, above, { dayOrder: null })
    if (!answer.ok) throw new Error(answer.refusal.reason)
    return answer.listing
  })
}

test('every row of our own table comes back as what it was exported from', async () => {
  const wild = fc.constantFrom(
    "'=x",
    '=SUM(A1)',
    '-1',
    "O'Flann, Cup",
    'Ōtsu "Lake" Race',
    'Спартакиада',
    'A;B',
    '+',
    '10K',
  )
  const competition = fc.record({ name: wild, city: fc.constantFrom('Bern', 'Washington, DC', "'s-Hertogenbosch") })
  const performance = fc.constantFrom(
    ...([
      { discipline: 'marathon', mark: '2:08:50', wind: null },
      { discipline: '100-metres', mark: '10.05', wind: -400 },
      { discipline: '100-metres', mark: '9.80', wind: 300 },
      { discipline: '10000-metres', mark: '29:17.72', wind: null },
      { discipline: '10k-road', mark: '29:17', wind: null },
      { discipline: 'long-jump', mark: '7.90', wind: 0 },
      { discipline: 'decathlon', mark: '8312', wind: null },
    ] as const),
  )
  const place = fc.record({
    place: fc.integer({ min: 1, max: 200 }),
    classification: fc.constantFrom('overall', 'asian-championship'),
  })
  const result = fc.record({
    competition,
    performance,
    place: fc.option(place),
    status: fc.constantFrom(null, null, 'DNF' as const),
    round: fc.constantFrom('FINAL', 'SEMIFINAL', 'QUARTERFINAL', 'HEAT', 'QUALIFICATION'),
    date: fc.constantFrom('2014-12-07', '2014-12', '2014'),
    records: fc.constantFrom([], ['NR'], ['CR', 'NR']),
    equalled: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(result, async (given) => {
      const { mark, ...performed } = given.performance
      const original = aResult({
        ...performed,
        mark: given.status === null ? mark : null,
        status: given.status,
        round: given.round as Result['round'],
        date: given.date,
        competition: aCompetition({ ...given.competition, countryCode: 'JPN' }),
        places: given.place && given.status === null ? [aPlace(given.place)] : [],
        records: given.records.map((code) => aRecordClaim({ code, equalled: given.equalled })),
      })
      const [listing] = await readBack([original])
      const isOverall = given.place?.classification === 'overall'
      const counted = given.status === null ? given.place : null
      expect(listing).toMatchObject({
        name: 'Jan Mörtel',
        discipline: original.discipline,
        round: original.round,
        date: original.date,
        status: original.status,
        wind: original.wind,
        place: isOverall ? (counted?.place ?? null) : null,
        records: given.records.map((code) => (given.equalled ? `=${code}` : code)),
        competition: { name: given.competition.name, city: given.competition.city, countryCode: 'JPN' },
        warnings: [],
      })
      expect(listing?.mark?.text ?? null).toBe(displayMark(original))
      if (!isOverall && counted) expect(listing?.otherPlace).toMatchObject(counted)
    }),
  )
})
