import { expect, test } from 'vitest'
import type { Change } from '@/lib/record/history'
import { savedInWords } from './saved-words'

const MARATHON = 'Marathon, Berlin Marathon 2010'

function aChange(change: Partial<Change>): Change {
  const result = { resultId: 'r', isResultShown: true, subject: MARATHON }
  const row = { row: {}, former: null, fields: [] }
  return { revisionId: 1, entity: 'results', entityId: 'r', ...result, kind: 'changed', ...row, ...change }
}

const mark = { field: 'mark', before: '2:12:42', after: '2:12:40' }
const citation = aChange({ entity: 'citations', subject: '', kind: 'added', row: { field: 'mark', locator: 'page 1' } })

test('a correction says what became what, and leaves its citation to the details', () => {
  expect(savedInWords({ changes: [citation, aChange({ fields: [mark] })] })).toBe(
    `${MARATHON}: mark 2:12:42 becomes 2:12:40`,
  )
})

test('of many fields two are said, and the others counted', () => {
  const fields = ['note', 'club', 'wind', 'date'].map((field) => ({ field, before: 'x', after: null }))
  expect(savedInWords({ changes: [aChange({ fields })] })).toBe(
    `${MARATHON}: note emptied, club emptied, 2 more fields`,
  )
})

test('a result is said before what came with it', () => {
  const place = aChange({ entity: 'places', kind: 'added', row: { classification: 'overall', place: 3 } })
  const added = aChange({ kind: 'added' })
  expect(savedInWords({ changes: [place, added] })).toBe(`${MARATHON}: result added, and 1 more change`)
  expect(savedInWords({ changes: [place] })).toBe(`${MARATHON}: added as 3rd place`)
})

test('a citation alone is said whole; a version that was counted up is nothing', () => {
  expect(savedInWords({ changes: [citation] })).toBe('Source cited: mark, page 1')
  expect(savedInWords({ changes: [aChange({ kind: 'counted' })] })).toBe('')
})

test('what a changed part was, and is, is said; so is what a claim claims', () => {
  const row = { field: 'mark', asserts: '2:08:50', locator: 'page 2', resultId: 'r' }
  const former = { ...row, locator: 'page 1' }
  const moved = aChange({
    entity: 'citations',
    row,
    former,
    fields: [{ field: 'locator', before: 'page 1', after: 'page 2' }],
  })
  expect(savedInWords({ changes: [moved] })).toBe(
    `${MARATHON}: citation mark “2:08:50”, page 1 becomes mark “2:08:50”, page 2`,
  )
  const claim = aChange({ entity: 'claims', subject: 'Claim “3-time Olympian”', kind: 'added', row: {} })
  expect(savedInWords({ changes: [claim] })).toBe('Claim “3-time Olympian” added')
})
