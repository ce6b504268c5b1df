/** The format of a list, guessed from its beginning and the name of its file. */
import { guessDelimiter } from './csv'
import type { Guess, ImportFormat } from './listing'
import { statusOf } from './statuses'
import { textLinesOf } from './text'

/** Every form, in the order in which an editor is asked, each with what it looks like. */
export const FORMATS: readonly { format: ImportFormat; label: string; hint: string }[] = [
  { format: 'csv', label: 'CSV or TSV', hint: 'Cells parted by commas, semicolons or tabs; a federation’s list.' },
  { format: 'cells', label: 'Table pasted as text', hint: 'Copied from a page, one cell a line.' },
  { format: 'result-list', label: 'Results as news print them', hint: '1. Name (Country) - 20.87' },
  {
    format: 'fixed-width',
    label: 'Columns of blanks',
    hint: 'As timing systems print them, columns held apart by blanks.',
  },
  { format: 'wikitext', label: 'Wiki tables', hint: 'The source of a wiki page, {{AchievementTable}} included.' },
  { format: 'html', label: 'Web page', hint: 'The source of a page, or of a table of it.' },
  { format: 'api', label: 'JSON', hint: 'An athlete of /api/v1/athletes, or any list of things with fields.' },
  { format: 'xlsx', label: 'Spreadsheet', hint: 'A workbook (.xlsx), each sheet of it a table.' },
]

/** How much of the beginning is looked at, in characters and in lines. */
const LOOKED_AT = 65_536
const LINES_LOOKED_AT = 200

/** "1. Name (Country) - 20.87", also where many stand in one line, as pages flatten them. */
const LISTED =
  /(?:^|\s)(?:\d{1,3}|[-–])[.)] ?[^()\d\n]{2,60}(?: ?\([^()\n]{1,60}\))? ?(?:[-–—:,] ?|\s)\d{1,3}(?:[.:,]\d{1,2}){1,3}/gm
const MARK_AT_END = /(?:^|\s)(?:\d{1,3}[:.])?\d{1,3}[:.]\d{2}(?:[.,]\d{1,3})?h?(?:\s+\S{1,4})?\s*$/

/**
 * Which form it is. What only one form can have (tags, wiki braces, JSON) counts first, then how the lines look, then
 * the name of the file. Never throws.
 */
export function guessFormat(head: string, fileName: string | null): Guess<ImportFormat> {
  const text = head.slice(0, LOOKED_AT)
  const start = text.trimStart()
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''
  const guess = (value: ImportFormat, reason: string): Guess<ImportFormat> => ({ value, reason })

  if (start === '') return guess(ofExtension(extension) ?? 'csv', 'There is nothing to read; CSV is usual.')
  if (/\{\{ ?achievement ?table/i.test(text)) return guess('wikitext', 'It holds an {{AchievementTable}}.')
  if (/^[ \t]*\{\|/m.test(text) && /^[ \t]*\|-/m.test(text))
    return guess('wikitext', 'It holds a wiki table, from {| to |-.')
  if (/^[[{]\s*(?:["[{\]}]|$)/.test(start) && !start.startsWith('{{')) return guess('api', 'It begins as JSON does.')
  if (/<(?:table|tr|td)(?=[\s>])/i.test(text)) return guess('html', 'It holds the tags of a web table.')
  if (/^<(?:!doctype html|html)/i.test(start)) return guess('html', 'It begins as a web page does.')

  const all = textLinesOf(text).map((line) => line.text)
  // The last line is cut wherever the beginning of the file was.
  const lines = (all.length > 1 ? all.slice(0, -1) : all).slice(0, LINES_LOOKED_AT).filter((line) => line.trim() !== '')
  return ofLines(text, lines, all, extension)
}

function ofLines(
  text: string,
  lines: readonly string[],
  all: readonly string[],
  extension: string,
): Guess<ImportFormat> {
  const share = (test: (line: string) => boolean) => lines.filter(test).length / Math.max(1, lines.length)
  const delimiter = guessDelimiter(text)
  const isDelimited = (line: string) => line.split(delimiter.value).length > (delimiter.value === ',' ? 2 : 1)
  const separated = share(isDelimited)
  const listed = text.match(LISTED)?.length ?? 0
  const numbered = share((line) => /^\s*\d{1,3}[.)]\s/.test(line) && MARK_AT_END.test(line))
  const blanks = share((line) => (line.trim().match(/\S {2,}\S/g)?.length ?? 0) >= 2)

  if (extension === 'tsv' || (separated >= 0.6 && delimiter.value === '\t')) {
    return { value: 'csv', reason: delimiter.reason }
  }
  if (listed >= 2 && (numbered > 0.3 || separated < 0.6 || listed > lines.length) && blanks < 0.4) {
    return { value: 'result-list', reason: 'Lines such as “1. Name (Country) - 20.87” are in it.' }
  }
  if (separated >= 0.6 && blanks < 0.5) return { value: 'csv', reason: delimiter.reason }
  if (blanks >= 0.4) return { value: 'fixed-width', reason: 'Its columns are held apart by blanks.' }
  if (extension === 'csv' || separated >= 0.4)
    return { value: 'csv', reason: separated >= 0.4 ? delimiter.reason : 'The name of the file ends in .csv.' }
  const filled = all.filter((line) => line.trim() !== '')
  const lone = filled.filter((line) => isLoneCell(line.trim())).length
  if (filled.length >= 6 && lone / filled.length > 0.15 && share((line) => line.length < 60) > 0.85) {
    return { value: 'cells', reason: 'Marks and places stand alone in their lines, as in a table pasted as text.' }
  }
  if (listed > 0) return { value: 'result-list', reason: 'A line such as “1. Name (Country) - 20.87” is in it.' }
  if (blanks > 0.15) return { value: 'fixed-width', reason: 'Some of its lines have columns held apart by blanks.' }
  const known = ofExtension(extension)
  if (known) return { value: known, reason: `The name of the file ends in .${extension}.` }
  if (lines.length === 1 || separated > 0) return { value: 'csv', reason: 'Nothing shows another form; CSV is usual.' }
  return { value: 'cells', reason: 'Its lines are parted by nothing but line breaks.' }
}

/** A mark, a place or a status, with a line of its own. */
function isLoneCell(line: string): boolean {
  return /^(?:\d{1,4}[.=]?|[GSB]|\d{1,3}(?:[:.,]\d{2}){1,3}(?:[.,]\d{1,3})?h?)$/.test(line) || statusOf(line) !== null
}

function ofExtension(extension: string): ImportFormat | null {
  const formats: Readonly<Record<string, ImportFormat>> = {
    csv: 'csv',
    tsv: 'csv',
    html: 'html',
    htm: 'html',
    json: 'api',
    wiki: 'wikitext',
    mediawiki: 'wikitext',
  }
  return Object.hasOwn(formats, extension) ? (formats[extension] ?? null) : null
}
