/**
 * From the bytes of a file to its lines: which encoding it is in, guessed from its beginning, and a reading that has no
 * more of it in memory than the line in hand.
 */
import chardet from 'chardet'

export type SniffedText = { ok: true; encoding: string; reason: string } | { ok: false; reason: string }

export interface TextLine {
  /** From 1. */
  line: number
  /** Without the line break; cut where it is too long. */
  text: string
  tooLong: boolean
}

/** No line of a list is longer than this many characters; what is, is not a list's. */
export const LONGEST_LINE = 1_000_000

const SAVE_AS_CSV = 'save it as CSV and try again.'

/** What files that are no text begin with, at the offset, and what to do about it. */
const SIGNATURES: readonly (readonly [offset: number, bytes: readonly number[], reason: string])[] = [
  [0, [0x1f, 0x8b], 'This is a compressed file (.gz): unpack it and try again.'],
  [0, [0x42, 0x5a, 0x68, 0x39], 'This is a compressed file (.bz2): unpack it and try again.'],
  [0, [0xfd, 0x37, 0x7a, 0x58, 0x5a], 'This is a compressed file (.xz): unpack it and try again.'],
  [0, [0x28, 0xb5, 0x2f, 0xfd], 'This is a compressed file (.zst): unpack it and try again.'],
  [0, [0x37, 0x7a, 0xbc, 0xaf], 'This is an archive (.7z): unpack it and try again.'],
  [0, [0x52, 0x61, 0x72, 0x21, 0x1a], 'This is an archive (.rar): unpack it and try again.'],
  [0, [0xd0, 0xcf, 0x11, 0xe0], `This is an old Office file (.xls, .doc): ${SAVE_AS_CSV}`],
  [0, [0x25, 0x50, 0x44, 0x46, 0x2d], 'This is a PDF: copy its table and paste it as text.'],
  [0, [0x89, 0x50, 0x4e, 0x47], 'This is a picture (.png), and only text can be read.'],
  [0, [0xff, 0xd8, 0xff], 'This is a picture (.jpg), and only text can be read.'],
  [0, [0x47, 0x49, 0x46, 0x38], 'This is a picture (.gif), and only text can be read.'],
  [0, [0x49, 0x49, 0x2a, 0x00], 'This is a picture (.tif), and only text can be read.'],
  [0, [0x4d, 0x4d, 0x00, 0x2a], 'This is a picture (.tif), and only text can be read.'],
  [8, [0x57, 0x45, 0x42, 0x50], 'This is a picture (.webp), and only text can be read.'],
  [4, [0x66, 0x74, 0x79, 0x70], 'This is a picture or a film, and only text can be read.'],
]

const SHEETS = /xl\/|xl\\/

/** Whether a file is the workbook of a spreadsheet, as the names of the files in its archive tell. */
export function isWorkbook(head: Uint8Array): boolean {
  return begins(head, 0, [0x50, 0x4b, 3, 4]) && SHEETS.test(decoded(head, 'latin1') ?? '')
}

/** What the names of the files inside a zip archive tell of the program that wrote it. */
const ZIPPED: readonly (readonly [RegExp, string])[] = [
  [SHEETS, `This is a spreadsheet file (.xlsx): ${SAVE_AS_CSV}`],
  [/opendocument\.spreadsheet/, `This is a spreadsheet file (.ods): ${SAVE_AS_CSV}`],
  [/word\/|opendocument\.text/, 'This is a text document (.docx, .odt): copy its table and paste it as text.'],
  [/\[Content_Types\]\.xml/, `This is an Office file (.xlsx, .docx): ${SAVE_AS_CSV}`],
]

const NOT_TEXT = 'This is not a text file, and only text can be read.'

/**
 * In which encoding a text is, from its first bytes (64 kB are enough). UTF-8, UTF-16, Shift_JIS and Windows-1252 are
 * told apart here; what is written in runs of other letters is asked of chardet. `encoding` is a label that TextDecoder
 * knows. Never throws.
 */
export function sniffText(head: Uint8Array): SniffedText {
  if (head.length === 0) return { ok: false, reason: 'The file is empty.' }
  if (begins(head, 0, [0x50, 0x4b]) && [3, 5, 7].includes(head[2] ?? 0)) return { ok: false, reason: ofArchive(head) }
  const known = SIGNATURES.find(([offset, bytes]) => begins(head, offset, bytes))
  if (known) return { ok: false, reason: known[2] }

  if (begins(head, 0, [0xef, 0xbb, 0xbf])) return encodedAs('utf-8', 'The file says so at its beginning.')
  if (begins(head, 0, [0xff, 0xfe])) return encodedAs('utf-16le', 'The file says so at its beginning.')
  if (begins(head, 0, [0xfe, 0xff])) return encodedAs('utf-16be', 'The file says so at its beginning.')
  if (head.includes(0)) return sniffWideText(head)

  if (controlsIn(decoded(head, 'latin1') ?? '') > 0.005) return { ok: false, reason: NOT_TEXT }
  if (decoded(head, 'utf-8') !== null) {
    const isPlain = head.every((byte) => byte < 0x80)
    return encodedAs(
      'utf-8',
      isPlain ? 'There are only plain letters at its beginning.' : 'Every letter is valid UTF-8.',
    )
  }
  return sniffLegacyText(head)
}

/** Zero bytes beside the letters: in UTF-16 they all stand on one side; anywhere else they make a binary file. */
function sniffWideText(head: Uint8Array): SniffedText {
  const zeros: [even: number, odd: number] = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++
  const encoding = zeros[1] > zeros[0] ? 'utf-16le' : 'utf-16be'
  const text = decoded(head.subarray(0, head.length - (head.length % 2)), encoding)
  const isText = Math.max(...zeros) >= head.length / 40 && text !== null && controlsIn(text) === 0
  if (!isText || Math.min(...zeros) > Math.max(...zeros) / 20) return { ok: false, reason: NOT_TEXT }
  return encodedAs(encoding, 'Every second byte of its plain letters is zero.')
}

/**
 * Where it is not UTF-8: in Western European text the accented letters stand alone among plain ones, in Japanese,
 * Cyrillic and other scripts they stand in runs. Every text is valid Windows-1252, so that is what is left.
 */
function sniffLegacyText(head: Uint8Array): SniffedText {
  const japanese = decoded(head, 'shift_jis')
  if (japanese !== null && inRuns(japanese) > 0.6 && /[\u3040-\u30ff\u4e00-\u9fff\uff61-\uff9f]/.test(japanese)) {
    return encodedAs('shift_jis', 'It reads as Japanese in Shift_JIS.')
  }
  if (inRuns(decoded(head, 'latin1') ?? '') > 0.6) {
    const other = chardet.analyse(head).find(({ name }) => OTHER_SCRIPTS.has(name) && decoded(head, name) !== null)
    if (other)
      return encodedAs(other.name.toLowerCase(), `Its letters are those of ${other.name}, as far as can be told.`)
  }
  return encodedAs(
    'windows-1252',
    'It is not UTF-8, and its accented letters stand alone, as in Western European text.',
  )
}

/** Of those that chardet tells apart, the ones that are written in runs and that TextDecoder reads. */
const OTHER_SCRIPTS = new Set([
  'EUC-JP',
  'EUC-KR',
  'Big5',
  'GB18030',
  'windows-1251',
  'KOI8-R',
  'ISO-8859-5',
  'ISO-8859-7',
])

/** The share of the letters beyond ASCII that stand beside another one. */
function inRuns(text: string): number {
  const beyond = text.match(/\P{ASCII}/gu)?.length ?? 0
  const together = text.match(/\P{ASCII}{2,}/gu)?.reduce((sum, run) => sum + [...run].length, 0) ?? 0
  return beyond === 0 ? 0 : together / beyond
}

/** The share of control characters, line breaks, tabs and form feeds aside. */
function controlsIn(text: string): number {
  // Those from 0x80 are letters and typographic signs in Windows-1252 and Shift_JIS.
  const controls = text.match(/[^\P{Cc}\s\u0080-\u009f]/gu)?.length ?? 0
  return text.length === 0 ? 0 : controls / text.length
}

function ofArchive(head: Uint8Array): string {
  const names = decoded(head, 'latin1') ?? ''
  return ZIPPED.find(([name]) => name.test(names))?.[1] ?? 'This is an archive (.zip): unpack it and try again.'
}

function begins(head: Uint8Array, offset: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte)
}

/** The text, whose last letter may be cut; null where it is not in the encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

const ENCODING_NAMES: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  shift_jis: 'Shift_JIS',
  'windows-1252': 'Windows-1252',
}

function encodedAs(encoding: string, why: string): SniffedText {
  return { ok: true, encoding, reason: `${ENCODING_NAMES[encoding] ?? encoding}: ${why}` }
}

/**
 * The text of a stream of bytes, chunk by chunk, without its byte order mark. What is not in the encoding becomes
 * U+FFFD. Throws a RangeError for an encoding that TextDecoder does not know.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/**
 * The lines of a text, which may end in CR, LF or CRLF. A line that is longer than `longest` characters is cut and
 * marked; what follows of it is never in memory.
 */
export async function* textLines(chunks: AsyncIterable<string>, longest = LONGEST_LINE): AsyncGenerator<TextLine> {
  const splitter = new LineSplitter(longest)
  for await (const chunk of chunks) yield* splitter.push(chunk)
  yield* splitter.end()
}

/** The lines of a text that is wholly in memory, which is the caller's business to keep small. */
export function textLinesOf(text: string): TextLine[] {
  const splitter = new LineSplitter(LONGEST_LINE)
  return [...splitter.push(text), ...splitter.end()]
}

class LineSplitter {
  private line = 1
  private held = ''
  private tooLong = false
  private afterReturn = false

  constructor(private readonly longest: number) {}

  *push(chunk: string): Generator<TextLine> {
    let from = 0
    if (chunk === '') return
    // A CR at the end of the last chunk and this LF are one line break.
    if (this.afterReturn && chunk.startsWith('\n')) from = 1
    this.afterReturn = false
    const breaks = chunk.includes('\r') ? /\r\n?|\n/g : /\n/g
    breaks.lastIndex = from
    for (let found = breaks.exec(chunk); found !== null; found = breaks.exec(chunk)) {
      this.hold(chunk, from, found.index)
      yield this.release()
      from = breaks.lastIndex
      this.afterReturn = from === chunk.length && chunk.endsWith('\r')
    }
    this.hold(chunk, from, chunk.length)
  }

  *end(): Generator<TextLine> {
    if (this.held !== '' || this.tooLong) yield this.release()
  }

  private hold(chunk: string, from: number, to: number): void {
    const room = this.longest - this.held.length
    if (to - from > room) this.tooLong = true
    this.held += chunk.slice(from, Math.min(to, from + room))
  }

  private release(): TextLine {
    const line = { line: this.line++, text: this.held, tooLong: this.tooLong }
    this.held = ''
    this.tooLong = false
    return line
  }
}
