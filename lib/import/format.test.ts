import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS, guessFormat } from './format'

const CELLS = ['Rank', 'Team', 'Participant', 'Results', 'Notes']
const PASTED = [
  ...CELLS,
  ...['G', 'MGL', 'MGL', 'Tamir BOLDOO', '02:10:55.000', 'S', 'JPN', 'JPN', 'Aiko MORI', '02:11:29.000'],
]

describe('the form of a list', () => {
  test.each([
    ['csv', '"",Rank,Mark,Competitor\n0,1,26:51.00,Tamir BOLDOO\n1,2,26:57.53,Aiko MORI\n', 'list.csv'],
    ['csv', '0,1,26:51.00,Tamir BOLDOO,MGL,"Estadio, Valencia (ESP)"\n1,2,26:57.53,Aiko MORI,JPN,Bern (SUI)\n', null],
    ['csv', 'Rang;Zeit;Name\n1;2:26,39;Mörtel\n2;2:27,1;Röhr\n', 'liste.txt'],
    ['csv', 'Rank\tTeam\tName\tTime\n1\tMGL\tTamir BOLDOO\t2:10:55\n2\tJPN\tAiko MORI\t2:11:29\n', null],
    ['csv', 'Name,Mark\nJan Mörtel,2:26:39\n', 'list.csv'],
    ['csv', 'Name;Zeit\nJan Mörtel;2:26:39\nLena Röhr;2:30:00\n', null],
    ['cells', PASTED.join('\r\n'), '2008.txt'],
    ['cells', PASTED.join('\n'), null],
    [
      'result-list',
      "Men's 200 m Final   +0.7 m/s\n1. Tamir Boldoo (Mongolia) - 20.87\n2. Aiko Mori (Japan) - 20.912\n",
      null,
    ],
    [
      'result-list',
      "20th Games Bern, July 3-7, 2013 Men's 200 m Final +0.7 m/s 1. Tamir Boldoo (Mongolia) - 20.87 2. Jan Mörtel (Germany) - 20.91 Men's 400 m",
      'news.txt',
    ],
    [
      'result-list',
      'Marathon\n1. Mori, Aiko (Subaru) 2:30:05\n2. Röhr, Lena (SC Bern) 2:31:10\n3. Boldoo, Oyuna 2:33:00\n',
      null,
    ],
    [
      'fixed-width',
      'Place  Name                 Nat   Mark\n=====================================\n    1  Tamir Boldoo         MGL   2:10:55\n    2  Aiko Mori            JPN   2:11:29\n',
      null,
    ],
    ['wikitext', '== Results ==\n{| class="wikitable"\n! Year !! Race\n|-\n| 2014 || Bern\n|}\n', null],
    ['wikitext', '{{AchievementTable|Event=yes}}\n|-\n|2014||Marathon\n', 'page.txt'],
    ['html', '<p>Results</p><table class="x"><tr><td>1</td></tr></table>', null],
    ['html', '<!DOCTYPE html><html lang="en"><head>', 'page.html'],
    ['api', '{"slug":"tamir-boldoo","results":[]}', null],
    ['api', '[\n  { "slug": "tamir-boldoo" }\n]', 'athletes.json'],
    ['csv', '', null],
  ] as const)('is %s for %j', (format, head, fileName) => {
    expect(guessFormat(head, fileName)).toEqual({ value: format, reason: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test('is one that an editor may choose, whatever the text', () => {
    const formats = FORMATS.map(({ format }) => format)
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '1', ':', '.', ',', '"', '\n', ' ', '{', '|', '<', '(', ')') }),
        (text) => {
          expect(formats).toContain(guessFormat(text, null).value)
        },
      ),
    )
  })

  test('is told at once even for lines that never end', () => {
    const begun = performance.now()
    for (const piece of ['1. a', '( ', '1:', ' -', '"', '  x', '<t']) guessFormat(piece.repeat(50_000), null)
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
