import { describe, expect, test } from 'vitest'
import type { AthleteRecord, BiographyChapter } from '../record/athlete'
import { aCitation, anAthlete, anEdition, aPlace, aRecord, aResult, aSeries, aSource } from '../record/record.fixture'
import { paragraphsIn } from '../text/markdown-tree'
import { noteNumbers, renderChapter } from './biography'

const worlds = aSeries()
const daegu = aResult({
  id: 'daegu-2011',
  mark: '2:16:41',
  date: '2011-09-04',
  competition: anEdition(worlds, 2011),
  places: [aPlace({ place: 20 })],
})
const moscow = aResult({
  id: 'moscow-2013',
  mark: '2:21:55',
  date: '2013-08-17',
  competition: anEdition(worlds, 2013),
  places: [aPlace({ place: 36, tied: true }), aPlace({ place: 2, classification: 'asian' })],
})
const budapest = aResult({ id: 'budapest-2023', status: 'DNF', date: '2023', competition: anEdition(worlds, 2023) })
const fukuoka = aResult({ id: 'fukuoka-2014', mark: '2:08:50', date: '2014-12-07' })
const half = aResult({ id: 'half', discipline: 'half-marathon', mark: '62:10', date: '2016-03~' })
const asahi = aSource({ slug: 'asahi' })
const encyclopedia = aSource({ slug: 'encyclopedia' })

const record = aRecord({
  results: [budapest, half, fukuoka, moscow, daegu],
  sources: [asahi, encyclopedia],
  editions: { 'world-championships': [2009, 2011, 2013, 2015, 2023] },
})

function aChapter(body: string, given: Partial<BiographyChapter> = {}): BiographyChapter {
  return { id: 'chapter-1', position: 1, title: 'Career', body, language: 'en', translationOfId: null, ...given }
}

/** Renders one chapter as the whole biography. */
function render(body: string, given: Partial<AthleteRecord> = {}) {
  const chapter = aChapter(body)
  const whole = { ...record, athlete: anAthlete({ chapters: [chapter] }), ...given }
  return paragraphsIn(renderChapter(chapter, whole, noteNumbers(whole)))
}

describe('every binding says what the record says', () => {
  test.each([
    ['{mark fukuoka-2014}', '2:08:50', 'fukuoka-2014'],
    ['{mark half}', '1:02:10', 'half'],
    ['{place daegu-2011}', '20th', 'daegu-2011'],
    ['{place moscow-2013}', 'joint 36th', 'moscow-2013'],
    ['{place moscow-2013 asian}', '2nd', 'moscow-2013'],
    ['{status budapest-2023}', 'did not finish', 'budapest-2023'],
    ['{year half}', '2016', 'half'],
    ['{date fukuoka-2014}', '7 December 2014', 'fukuoka-2014'],
    ['{date half}', 'about March 2016', 'half'],
    ['{age fukuoka-2014}', '33', 'fukuoka-2014'],
    ['{age budapest-2023}', '41 or 42', 'budapest-2023'],
    ['{age half}', 'about 34', 'half'],
    ['{improvement fukuoka-2014}', '7 min 51 s', 'fukuoka-2014'],
    ['{rank moscow-2013}', 'third-best', 'moscow-2013'],
    ['{rank-then moscow-2013}', 'second-best', 'moscow-2013'],
    ['{rank fukuoka-2014}', 'best', 'fukuoka-2014'],
    ['{nth budapest-2023}', '3rd', 'budapest-2023'],
    ['{best half-marathon}', '1:02:10', 'half'],
    ['{appearances world-championships}', 'three', null],
    ['{streak world-championships}', 'two', null],
    ['{gap fukuoka-2014 moscow-2013}', '13 min 5 s', 'fukuoka-2014'],
  ])('%s is "%s"', (binding, text, resultId) => {
    expect(render(binding)).toEqual([[{ kind: 'figure', text, resultId }]])
  })
})

describe('what the record does not know is shown as unknown', () => {
  test.each([
    '{mark nobody}',
    '{mark budapest-2023}',
    '{place fukuoka-2014}',
    '{place daegu-2011 asian}',
    '{status fukuoka-2014}',
    '{improvement daegu-2011}',
    '{improvement moscow-2013}',
    '{rank budapest-2023}',
    '{nth fukuoka-2014}',
    '{best 10000-metres}',
    '{appearances olympic-games}',
    '{gap fukuoka-2014 half}',
    '{gap fukuoka-2014}',
    '{time fukuoka-2014}',
    '{}',
    '[@nobody: page 3]',
  ])('%s', (binding) => {
    expect(render(binding)).toEqual([[{ kind: 'unbound', text: 'unknown', binding }]])
  })

  test('an age without a date of birth', () => {
    const athlete = anAthlete({ birthDate: null })
    expect(render('{age fukuoka-2014}', { athlete })[0]?.[0]?.kind).toBe('unbound')
  })
})

test('correct the result and the sentence follows', () => {
  const corrected = { ...fukuoka, mark: '2:08:51', value: 7_731_000 }
  const results = [budapest, half, corrected, moscow, daegu]
  const body = '{mark fukuoka-2014}, {improvement fukuoka-2014}'
  const text = render(body, { results })[0]?.map((segment) => ('text' in segment ? segment.text : ''))
  expect(text?.join('')).toBe('2:08:51, 7 min 50 s')
})

test('text, figures and citations keep their order, and blank lines part the paragraphs', () => {
  const body = 'He ran {mark fukuoka-2014} in\nFukuoka.[@asahi: paragraph 7]\n\n  \nA new { paragraph.\n'
  expect(render(body)).toEqual([
    [
      { kind: 'text', text: 'He ran ' },
      { kind: 'figure', text: '2:08:50', resultId: 'fukuoka-2014' },
      { kind: 'text', text: ' in Fukuoka.' },
      { kind: 'citation', number: 1, source: asahi, locator: 'paragraph 7', contradicts: null },
    ],
    [{ kind: 'text', text: 'A new { paragraph.' }],
  ])
})

test('sources are numbered as the chapters first cite them, by position, and a source nobody knows takes no number', () => {
  const chapters = [
    aChapter('Later.[@asahi: 2] Again.[@encyclopedia: 9]', { id: 'a', position: 2 }),
    aChapter('First.[@nobody: 1] Then.[@encyclopedia: Career, After 2012] And.[@encyclopedia: Statistics]', {
      id: 'b',
    }),
  ]
  const notes = noteNumbers({ ...record, athlete: anAthlete({ chapters }) })
  expect([...notes]).toEqual([
    ['encyclopedia', 1],
    ['asahi', 2],
  ])
})

test('a source that first a translation cites is numbered before those of the next chapter', () => {
  const chapters = [
    aChapter('Later.[@asahi: 2]', { id: 'a', position: 2 }),
    aChapter('First.', { id: 'z', position: 1 }),
    aChapter('最初。[@encyclopedia: 1]', { id: 'b', position: 1, language: 'ja', translationOfId: 'z' }),
  ]
  const notes = noteNumbers({ ...record, athlete: anAthlete({ chapters }) })
  expect([...notes.keys()]).toEqual(['encyclopedia', 'asahi'])
})

test('a figure and a footnote with its contradiction keep their places in Markdown', () => {
  const cited = aResult({ ...daegu, citations: [aCitation({ source: asahi, field: 'mark', asserts: '2:16:40' })] })
  const chapter = aChapter('- *He ran {mark daegu-2011}*.[@asahi: 3]')
  const whole = { ...record, results: [cited], athlete: anAthlete({ chapters: [chapter] }) }
  expect(renderChapter(chapter, whole, noteNumbers(whole))).toEqual([
    {
      kind: 'list',
      start: null,
      isTight: true,
      items: [
        [
          {
            kind: 'paragraph',
            children: [
              {
                kind: 'emphasis',
                children: [
                  { kind: 'text', text: 'He ran ' },
                  { kind: 'figure', text: '2:16:41', resultId: 'daegu-2011' },
                ],
              },
              { kind: 'text', text: '.' },
              { kind: 'citation', number: 1, source: asahi, locator: '3', contradicts: '2:16:40' },
            ],
          },
        ],
      ],
    },
  ])
})
