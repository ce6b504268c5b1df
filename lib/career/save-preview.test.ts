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

  test('it is told what would be written and what becomes of the bests', () => {
    const { changes, effects } = preview({ mark: '2:09:10' })
    expect(changes).toEqual([{ field: 'mark', before: '2:08:50', after: '2:09:10' }])
    expect(effects).toContainEqual(expect.stringMatching(/^Personal best, Marathon: 2:09:00 .* instead of 2:08:50/))
  })

  test('how the mark is read is told even while the rest is not complete', () => {
    const unfinished = previewOf(results, null, { discipline: 'marathon', mark: '2:08.45' }, null)
    expect(unfinished).toMatchObject({ mark: { ok: true, mark: '2:08:45' }, changes: [], effects: null })
  })

  test('a competition is told by its name', () => {
    const hofu = aCompetition({ name: 'Hofu Marathon' })
    expect(preview({}, hofu).changes).toEqual([
      { field: 'competition', before: 'Fukuoka Marathon 2014', after: 'Hofu Marathon 2014' },
    ])
  })

  test('a date outside the competition’s year is worth a warning, and so is a second result in one race', () => {
    expect(preview({ date: '2013-12-07' }).warnings).toEqual([expect.stringMatching(/outside the year/)])
    const again = previewOf(results, null, draftOf(fukuoka), fukuoka.competition)
    expect(again.warnings).toEqual([expect.stringMatching(/in that race already/)])
  })

  test('nobody’s bests are told where the results are nobody’s', () => {
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
