/**
 * How well the people and competitions of lists are recognised: `npm run bench -- matching [rows]` imports real lists,
 * then the same people and races as other lists would write them (without birth dates, with initials, with slips, by
 * another town), and counts what was found, asked and made anew against the known answers. Precision is how many of those
 * that were found are right, recall how many of those to be found were; what is asked is right where the answer is among
 * the proposals. The lists are those of ../shared/data, and nothing of them is kept.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RowContext } from '../lib/import/listing'
import { readStoredCandidates } from '../lib/import/stored'
import { createClient } from '../prisma/client'
import { openEmbedded } from '../prisma/embedded'
import { migrate } from '../prisma/migrate'
import { loadSeed, readSeedFiles } from '../prisma/seed/load'
import { admitOperator, type Editor } from '../server/accounts/editor'
import { createUser } from '../server/accounts/users'
import { acceptImport } from '../server/imports/accept'
import { findImport } from '../server/imports/imports'
import { beginImport } from '../server/imports/inspect'
import { startReading } from '../server/imports/read'
import { finishImports } from '../server/imports/runner'
import { seeded } from './crowd'

const LISTS = join('..', 'shared', 'data', 'federation-lists', 'men')
const MOST_ROWS = Number(process.argv[2] ?? 4_000)
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const HEADER = 'Mark,Competitor,DOB,Nat,Pos,Venue,Date'

interface Row {
  mark: string
  name: string
  born: string
  nation: string
  place: string
  venue: string
  date: string
}

/** The rows of a list as it is, or as another maker would write them; the answers are those of the list as it is. */
interface Variant {
  what: string
  write: (row: Row, random: () => number) => Row
}

if (!existsSync(LISTS)) {
  console.log(`• The lists of ${LISTS} are not here: there is nothing to be measured.`)
  process.exit(0)
}

const home = mkdtempSync(join(tmpdir(), 'palmares-bench-'))
process.env.PALMARES_DATA = home
const embedded = await openEmbedded(join(home, 'embedded'))
await migrate(embedded.url)
const db = createClient(embedded.url, 2)
await loadSeed(db, await readSeedFiles())
const editor = await operator()

const marathons = rowsOf('marathon.csv')
await keep(marathons, { discipline: 'marathon', sex: 'M' })
const athletes = await athletesOfRecord()
const competitions = await competitionsOfRecord()

const VARIANTS: readonly Variant[] = [
  { what: 'as it is', write: (row) => row },
  { what: 'no birth dates', write: (row) => ({ ...row, born: '' }) },
  { what: 'years of birth', write: (row) => ({ ...row, born: row.born.slice(-4) }) },
  { what: 'no accents, family name first', write: (row) => ({ ...row, name: reversed(plain(row.name)) }) },
  { what: 'initials', write: (row) => ({ ...row, name: initials(row.name), born: '' }) },
  { what: 'a slip in the name', write: (row, random) => ({ ...row, name: slip(row.name, random) }) },
  { what: 'one name left out', write: (row) => ({ ...row, name: shorter(row.name) }) },
]

console.log(`${marathons.length} rows of marathons are in the record: ${athletes.size} people with birth dates.\n`)
console.log('People, in a list of half marathons')
for (const variant of VARIANTS) await measurePeople(rowsOf('half-marathon.csv'), variant)
console.log('\nCompetitions, in the list of marathons once more, of other people')
for (const [what, write] of [
  ['as it is', (row: Row) => row],
  ['a day late', (row: Row) => ({ ...row, date: dayLater(row.date) })],
  ['the town without its stadium', (row: Row) => ({ ...row, venue: row.venue.replace(/^.*, (?=[^,]+\()/, '') })],
] as const)
  await measureCompetitions(what, write)

await db.$disconnect()
await embedded.close()
rmSync(home, { recursive: true, force: true })

async function operator(): Promise<Editor> {
  const email = 'bench@palmares.example'
  await createUser(db, { email, name: 'Bench', role: 'ADMIN', password: 'correct horse battery' })
  const found = await admitOperator(db, email)
  if (!found) throw new Error('The editor was not admitted.')
  return found
}

/** The first rows of a list. */
function rowsOf(file: string): Row[] {
  const [titles = '', ...lines] = readFileSync(join(LISTS, file), 'utf8').split(/\r?\n/)
  const at = (title: string) => cellsOf(titles).indexOf(title)
  const [mark, name, born, nation, place, venue, date] = HEADER.split(',').map(at)
  return lines
    .slice(0, MOST_ROWS)
    .map(cellsOf)
    .filter((cells) => cells.length > 5)
    .map((cells) => ({
      mark: cells[mark ?? -1] ?? '',
      name: cells[name ?? -1] ?? '',
      born: cells[born ?? -1] ?? '',
      nation: cells[nation ?? -1] ?? '',
      place: cells[place ?? -1] ?? '',
      venue: cells[venue ?? -1] ?? '',
      date: cells[date ?? -1] ?? '',
    }))
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/"((?:[^"]|"")*)"|([^,]+)|(?<=^|,)(?=,|$)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

async function preview(rows: readonly Row[], context: Partial<RowContext>): Promise<string> {
  const lines = rows.map((row) =>
    Object.values(row)
      .map((cell) => `"${cell}"`)
      .join(','),
  )
  const id = await beginImport(db, editor, 'list.csv', once(Buffer.from([HEADER, ...lines].join('\n'))))
  const guessed = await findImport(db, id)
  if (!guessed) throw new Error('The import is gone.')
  await startReading(db, id, { ...guessed.setup, context })
  await finishImports(db)
  return id
}

async function keep(rows: readonly Row[], context: Partial<RowContext>): Promise<void> {
  const id = await preview(rows, context)
  const source = { publication: 'Bench', title: 'A list', url: null, date: null, author: null }
  const outcome = await acceptImport(db, editor, id, { reason: 'Measured', locator: 'all of it', source }, [
    'world best',
  ])
  if (!outcome.accepted) throw new Error(outcome.reason)
  await finishImports(db)
}

/** By name and birth date as the lists print them: these are the known answers. */
async function athletesOfRecord(): Promise<Map<string, string>> {
  const people = await db.importPerson.findMany({ where: { state: { in: ['KNOWN', 'NEW'] } } })
  const rows = await db.$queryRaw<{ name: string; birthDate: string; athleteId: string }[]>`
    SELECT DISTINCT r.listing ->> 'name' AS name, p."birthDate", p."athleteId" FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId"
    WHERE length(p."birthDate") = 10 AND r.written`
  if (people.length === 0) throw new Error('Nobody was imported.')
  return new Map(rows.map(({ name, birthDate, athleteId }) => [`${plain(name)} ${birthDate}`, athleteId]))
}

async function competitionsOfRecord(): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ city: string; date: string; competitionId: string }[]>`
    SELECT DISTINCT m.city, m."startDate" AS date, m."competitionId" FROM import_meetings m
    WHERE m."competitionId" IS NOT NULL AND m.city IS NOT NULL`
  return new Map(rows.map(({ city, date, competitionId }) => [`${city} ${date}`, competitionId]))
}

interface Tally {
  known: number
  found: number
  foundRight: number
  asked: number
  askedRight: number
  isNew: number
  newRight: number
}

function say(what: string, { known, found, foundRight, asked, askedRight, isNew, newRight }: Tally): void {
  const share = (part: number, of: number) => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)
  console.log(
    `  ${what.padEnd(30)} precision ${share(foundRight, found).padStart(7)}, recall ${share(foundRight, known).padStart(7)}` +
      `, with questions ${share(foundRight + askedRight, known).padStart(7)}; found ${found}, asked ${asked}, new ${isNew}` +
      ` (${isNew - newRight} of them are in the record)`,
  )
}

async function measurePeople(rows: readonly Row[], { what, write }: Variant): Promise<void> {
  const random = seeded(7)
  const dated = rows.filter(({ born }) => /^\d{2} [A-Z]{3} \d{4}$/.test(born))
  const id = await preview(
    dated.map((row) => write(row, random)),
    { discipline: 'half-marathon', sex: 'M' },
  )
  const found = await db.$queryRaw<{ line: number; state: string; athleteId: string | null; candidates: unknown }[]>`
    SELECT DISTINCT ON (p.id) r.line, p.state, p."athleteId", p.candidates FROM import_rows r
    JOIN import_people p ON p."importId" = r."importId" AND p.id = r."personId" WHERE r."importId" = ${id} ORDER BY p.id, r.line`
  const tally: Tally = { known: 0, found: 0, foundRight: 0, asked: 0, askedRight: 0, isNew: 0, newRight: 0 }
  for (const { line, state, athleteId, candidates } of found) {
    const row = dated[line - 2]
    const answer = row ? athletes.get(`${plain(row.name)} ${isoOf(row.born)}`) : undefined
    if (answer) tally.known++
    if (state === 'KNOWN') tally.found++
    if (state === 'KNOWN' && athleteId === answer) tally.foundRight++
    if (state === 'ASK') tally.asked++
    if (state === 'ASK' && readStoredCandidates(candidates, 'athleteId').some((one) => one.athleteId === answer))
      tally.askedRight++
    if (state === 'NEW') tally.isNew++
    if (state === 'NEW' && !answer) tally.newRight++
  }
  say(what, tally)
  await db.import.delete({ where: { id } })
}

async function measureCompetitions(what: string, write: (row: Row) => Row): Promise<void> {
  const once = [...new Map(marathons.map((row) => [`${row.venue} ${row.date}`, row])).values()].filter(
    ({ date }) => date.length === 11,
  )
  const renamed = once.map((row, at) => ({
    ...write(row),
    name: `Nobody N${at}`,
    born: '',
    mark: '2:45:00',
    place: '',
  }))
  const id = await preview(renamed, { discipline: 'marathon', sex: 'M' })
  const found = await db.$queryRaw<
    { line: number; state: string; competitionId: string | null; candidates: unknown }[]
  >`
    SELECT r.line, m.state, m."competitionId", m.candidates FROM import_rows r
    JOIN import_meetings m ON m."importId" = r."importId" AND m.id = r."meetingId" WHERE r."importId" = ${id}`
  const tally: Tally = { known: 0, found: 0, foundRight: 0, asked: 0, askedRight: 0, isNew: 0, newRight: 0 }
  for (const { line, state, competitionId, candidates } of found) {
    const row = once[line - 2]
    const city = row?.venue
      .replace(/ ?\(.*$/, '')
      .split(', ')
      .at(-1)
    const answer = row ? competitions.get(`${city} ${isoOf(row.date)}`) : undefined
    if (!answer) continue
    tally.known++
    if (state === 'KNOWN') tally.found++
    if (state === 'KNOWN' && competitionId === answer) tally.foundRight++
    if (state === 'ASK') tally.asked++
    if (
      state === 'ASK' &&
      readStoredCandidates(candidates, 'competitionId').some((one) => one.competitionId === answer)
    )
      tally.askedRight++
    if (state === 'NEW') tally.isNew++
  }
  say(what, tally)
  await db.import.delete({ where: { id } })
}

function isoOf(date: string): string {
  const [day = '', month = '', year = ''] = date.split(' ')
  return `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day}`
}

function dayLater(date: string): string {
  const next = new Date(`${isoOf(date)}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return `${String(next.getUTCDate()).padStart(2, '0')} ${MONTHS[next.getUTCMonth()]} ${next.getUTCFullYear()}`
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function reversed(name: string): string {
  return name.split(' ').reverse().join(' ')
}

function initials(name: string): string {
  const [first = '', ...rest] = name.split(' ')
  return [`${first.charAt(0)}.`, ...rest].join(' ')
}

/** One letter that is not the first of a word becomes another. */
function slip(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 2))
  if (!/\p{L}/u.test(name.charAt(at)) || name.charAt(at - 1) === ' ') return name.replace(/[aeiou](?=\p{L})/iu, 'y')
  return `${name.slice(0, at)}${name.charAt(at).toLowerCase() === 'a' ? 'e' : 'a'}${name.slice(at + 1)}`
}

/** Lists print two names of those who have three. */
function shorter(name: string): string {
  const words = name.split(' ')
  return words.length > 2 ? [words[0], ...words.slice(2)].join(' ') : name
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
