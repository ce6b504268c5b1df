import { describe, expect, test } from 'vitest'
import { aCitation, aCompetition, aPlace, aResult } from '../record/record.fixture'
import { draftOf } from '../record/result-draft'
import { previewOf, uncited } from './save-preview'

const fukuoka = aResult({ mark: '2:08:50' })
const slower = aResult({ mark: '2:09:00', date: '2013-12-15' })
const results = [fukuoka, slower]
const preview = (edits: Record<string, string>, competition = fukuoka.competition) =>
  previewOf(results, fukuoka, { ...draftOf(fukuoka), ...edits, competition: competition.slug }, competition)

describe('before a save', () => {
  test('an untouched form changes nothing', () => {
    expect(preview({})).toMatchObject({ changes: [], effects: [], warnings: [] })
  })

  test('it says what would be written and what becomes of the bests', () => {
    const { changes, effects } = preview({ mark: '2:09:10' })
    expect(changes).toEqual([{ field: 'mark', before: '2:08:50', after: '2:09:10' }])
    expect(effects).toContainEqual(expect.stringMatching(/^Personal best, Marathon: 2:09:00 .* instead of 2:08:50/))
  })

  test('it says how the mark is read even while the rest is not complete', () => {
    const unfinished = previewOf(results, null, { discipline: 'marathon', mark: '2:08.45' }, null)
    expect(unfinished).toMatchObject({ mark: { ok: true, mark: '2:08:45' }, changes: [], effects: null })
  })

  test('a competition is shown by its name', () => {
    const hofu = aCompetition({ name: 'Hofu Marathon' })
    expect(preview({}, hofu).changes).toEqual([
      { field: 'competition', before: 'Fukuoka Marathon 2014', after: 'Hofu Marathon 2014' },
    ])
  })

  test('a date outside the competition’s year is worth a warning, and a second result in one race will be refused', () => {
    expect(preview({ date: '2013-12-07' }).warnings).toEqual([expect.stringMatching(/outside the year/)])
    const again = previewOf(results, null, draftOf(fukuoka), fukuoka.competition)
    expect(again.twin).toMatchObject({ id: fukuoka.id, mark: '2:08:50' })
    expect(preview({}).twin).toBeNull()
  })

  test('a relay is in nobody’s bests', () => {
    const relay = { discipline: '4x400-metres-relay', mark: '3:05.20', team: 'Mongolia' }
    expect(previewOf([], null, { ...draftOf(fukuoka), ...relay }, fukuoka.competition).effects).toEqual([])
  })

  test('no bests are reported where the results are nobody’s', () => {
    expect(previewOf(null, fukuoka, { ...draftOf(fukuoka), mark: '2:09:10' }, fukuoka.competition).effects).toBeNull()
  })
})

test('a result goes to the browser without its citations', () => {
  const cited = aResult({
    mark: '2:08:50',
    citations: [aCitation()],
    places: [aPlace({ citations: [aCitation()] })],
    competition: aCompetition({ citations: [aCitation()] }),
  })
  expect(JSON.stringify(uncited(cited))).not.toMatch(/Asahi/)
  expect(draftOf(uncited(cited))).toEqual(draftOf(cited))
})
