/** Texts that are no table, or one gone wrong: no reader may throw on any, nor take long. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { ListedTable } from './table'

/** Enough for a pattern that takes the square of it to be found out; of a megabyte each, none took ten seconds. */
const LENGTH = 250_000

const repeated = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH)

/** A quarter of a megabyte each of what makes careless patterns slow. */
export const LONG_GARBAGE: readonly string[] = [
  ' ',
  'a',
  '1',
  '1 ',
  '1. ',
  '1. A ',
  '1. A (',
  '1. A - 9.8 ',
  '1. A (B) - 9.87 NR ',
  "Men's 100 m ",
  'Men ',
  'Heat 1 ',
  'Aa Championships ',
  '(',
  '[',
  '[[',
  '{{',
  '{{a|',
  '{|\n',
  '{|\n|a||b\n|-\n',
  '|',
  '||',
  '|\n',
  '| a | b |\n',
  '!!',
  '|-\n',
  '=',
  '==a==\n',
  '<',
  '<b>',
  '<!--',
  '<ref',
  '<ref name=a>',
  '<table>',
  '<table><tr><td rowspan=9999 colspan=9999>',
  '<tr><td>',
  '<h1>',
  '<span style="display:none">',
  '&amp;',
  '\n',
  '\r\n',
  'G\r\n',
  'DNF\n',
  'KEN\nKEN\n',
  '1\nKEN\nKEN\n',
  '9.87\n',
  '1\nKEN\nKEN\nA B\n9.87\n',
  'a  b  c\n',
  'a                b\n',
  '---- ----\n',
  'Pl  Name  Time\n',
  '{"a":',
  '[{"results":[]},',
].map(repeated)

/** Texts of random letters and of the marks that tables are made with. */
export const ANY_TEXT: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '{|',
          '|}',
          '|-',
          '|',
          '||',
          '!',
          '!!',
          '|+',
          '{{',
          '}}',
          '[[',
          ']]',
          '<!--',
          '-->',
          '<ref>',
          '</ref>',
          '=',
        ],
        ...[
          '<table>',
          '</table>',
          '<tr>',
          '<td rowspan=3 colspan=2>',
          '<th>',
          '<h2>',
          '<script>',
          '<br>',
          '&lt;',
          '</td>',
        ],
        ...[
          '\n',
          '\r\n',
          ' ',
          '  ',
          '\t',
          '1',
          '2.',
          '3=',
          'G',
          'KEN',
          'Bat Ser',
          '(China)',
          ' - ',
          '9.87',
          '2:08:50',
          'DNF',
        ],
        ...[
          'Rank',
          'Team',
          'Participant',
          'Results',
          'Notes',
          "Men's 100 m",
          'Heat 2',
          '+0.7 m/s',
          '----',
          '====',
          '…',
          '...',
        ],
        ...[
          '{{AchievementTable}}',
          '{{AchievementTableEnd}}',
          '{{MGL}}',
          'rowspan=2|',
          'colspan=6|',
          '2014',
          '"',
          '{',
          '}',
        ],
        ...['"results":', '[', ']', ',', '\u0000', '\u0001', '¶', '男子', '　'],
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
)

/** Whether the tables are what readers promise: cells to every title, lines of the text, whole rows or a reason. */
export function expectWellFormed(tables: readonly ListedTable[], text: string) {
  const lines = text.split(/\r\n|\n|\r/).length
  for (const { header, columns, rows } of tables) {
    if (header && columns) expect(columns).toHaveLength(header.length)
    for (const { line, raw, cells } of rows) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines)
      expect(raw.length).toBeLessThanOrEqual(2000)
      if (columns) expect(cells.length).toBeLessThanOrEqual(columns.length)
    }
  }
}

export function millisecondsOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}
