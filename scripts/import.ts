/**
 * Reads lists and prints what would become of their rows; with --accept it writes them. The same engine as the desk's.
 * Where a running Palmarès has the data folder open, its database is used through that process.
 */
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type ClashAnswers, clashInWords, SURROUNDED } from '../lib/import/agreement'
import { DOUBTS } from '../lib/import/doubts'
import type { RowContext } from '../lib/import/listing'
import type { ImportSetup } from '../lib/import/setup'
import type { Evidence } from '../lib/record/evidence'
import { readSettings } from '../server/env'
import { generateClient } from './build'

const USAGE = `usage: npm run import -- FILE … --source SOURCE [--accept | --dry-run] [options]

  --source SOURCE      the source: its slug, or "Publication: Title" for a new one
  --accept             write what the preview says; undecided rows stay in the preview
  --dry-run            forget the preview again; without either it waits in /admin/import
  --discipline SLUG    for rows that name none: marathon, 110-metres-hurdles …
  --sex M|F            likewise
  --date DATE          likewise: 2014-12-07
  --competition NAME   likewise
  --round ROUND        likewise: final, semifinal, quarterfinal, heat, qualification
  --confirm WORDS      accept what is doubted all the same: “world best”, “new people”, “other sex”; or say which is
                       right where a list disagrees with what is told of it: “sex: rows”, “date: list”,
                       “dates: day first”; once for each
  --reason TEXT        why, as the history will say
  --as EMAIL           the editor who imports; the first admin unless told otherwise
  --json               the counts as JSON`

// Progress is not the answer: that alone goes to stdout.
console.log = console.error

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: 'string' },
      accept: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      discipline: { type: 'string' },
      sex: { type: 'string' },
      date: { type: 'string' },
      competition: { type: 'string' },
      round: { type: 'string' },
      confirm: { type: 'string', multiple: true, default: [] },
      reason: { type: 'string' },
      as: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  if (positionals.length === 0 || !values.source) throw new Error(USAGE)
  if (values.accept && values['dry-run']) throw new Error('--accept and --dry-run cannot both be.')
  await generateClient()
  await importFiles(positionals, { ...values, source: values.source })
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exitCode = 1
}

interface Options {
  source: string
  accept?: boolean
  'dry-run'?: boolean
  discipline?: string
  sex?: string
  date?: string
  competition?: string
  round?: string
  confirm?: string[]
  reason?: string
  as?: string
  json?: boolean
}

async function importFiles(files: string[], options: Options): Promise<void> {
  const { openOrJoinDatabase } = await import('./database')
  const { prepareRecord } = await import('./prepare-record')
  const { createClient } = await import('../prisma/client')
  const settings = readSettings(process.env)
  const database = await openOrJoinDatabase(settings)
  const db = createClient(database.url, 2)
  try {
    const admin = database.isServed ? null : await prepareRecord(database.url, settings)
    if (admin) console.error(`  Sign in as ${admin.email} with the password ${admin.password} (shown this once)`)
    const editor = await editorFor(db, options.as)
    const reports: Record<string, unknown>[] = []
    for (const file of files) reports.push({ file, ...(await importFile(db, editor, file, options)) })
    if (options.json) process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`)
  } finally {
    await db.$disconnect()
    await database.close()
  }
}

type Db = import('../prisma/client').Client
type Editor = import('../server/accounts/editor').Editor

async function editorFor(db: Db, email: string | undefined): Promise<Editor> {
  const { admitOperator } = await import('../server/accounts/editor')
  const editor = await admitOperator(db, email)
  if (!editor) throw new Error(email ? `${email} is nobody who may publish.` : 'There is no admin: say --as whom.')
  return editor
}

async function importFile(db: Db, editor: Editor, file: string, options: Options): Promise<Record<string, unknown>> {
  const name = basename(file)
  const { confirm = [] } = options
  const { id, ...preview } = await previewFile(db, editor, { file, name, context: contextOf(options), confirm })
  if (options['dry-run']) {
    const { removeImport } = await import('../server/imports/imports')
    await removeImport(db, id)
    return preview
  }
  if (!options.accept) {
    console.error(`  Look at it, decide and accept it in /admin/import/${id}`)
    return { id, ...preview }
  }
  const evidence = evidenceFor(await sourceFor(db, options.source), name, options)
  const acceptSeconds = await acceptPreview(db, editor, { id, file, evidence, confirm })
  return { id, ...preview, acceptSeconds }
}

async function previewFile(
  db: Db,
  editor: Editor,
  { file, name, context, confirm }: { file: string; name: string; context: Partial<RowContext>; confirm: string[] },
): Promise<{ id: string; counts: Record<string, number>; previewSeconds: number }> {
  const { findImport } = await import('../server/imports/imports')
  const { beginImport } = await import('../server/imports/inspect')
  const { countRows } = await import('../server/imports/preview')
  const { startReading } = await import('../server/imports/read')
  const { finishImports } = await import('../server/imports/runner')
  const seconds = stopwatch()
  const id = await beginImport(db, editor, name, createReadStream(file))
  const guessed = await findImport(db, id)
  if (!guessed) throw new Error(`${file} is not there any more.`)
  for (const line of sayGuesses(guessed.setup)) console.error(`  ${line}`)
  const answers = answersIn(confirm)
  await startReading(db, id, { ...guessed.setup, answers, context: { ...guessed.setup.context, ...context } })
  await finishImports(db)
  const { state, problem } = await db.import.findUniqueOrThrow({ where: { id } })
  if (state !== 'READY') throw new Error(`${file}: ${problem ?? state}`)
  const previewSeconds = seconds()
  const counts = await countRows(db, id)
  console.error(`• ${file}: ${words(counts)} (${previewSeconds.toFixed(1)} s)`)
  for (const line of await sayTrouble(db, id)) console.error(`  ${line}`)
  return { id, counts, previewSeconds }
}

/** @returns how many seconds it took. */
async function acceptPreview(
  db: Db,
  editor: Editor,
  { id, file, evidence, confirm }: { id: string; file: string; evidence: Evidence; confirm: string[] },
): Promise<number> {
  const { acceptImport, countToWrite } = await import('../server/imports/accept')
  const { finishImports } = await import('../server/imports/runner')
  if ((await countToWrite(db, id)) === 0)
    throw new Error(`${file}: there is nothing to be written.\n  Its preview waits in /admin/import/${id}`)
  const seconds = stopwatch()
  const outcome = await acceptImport(db, editor, id, evidence, confirm)
  if (!outcome.accepted) throw new Error(`${file}: ${outcome.reason}\n  Its preview waits in /admin/import/${id}`)
  await finishImports(db)
  const { state, problem } = await db.import.findUniqueOrThrow({ where: { id } })
  if (state !== 'DONE') throw new Error(`${file}: ${problem ?? state}\n  Its preview waits in /admin/import/${id}`)
  if (problem) console.error(`  ${problem}`)
  const acceptSeconds = seconds()
  console.error(`  written as change ${outcome.changeSetId} (${acceptSeconds.toFixed(1)} s)`)
  return acceptSeconds
}

/** What the name of the file is taken to say: no guess is silent. */
function sayGuesses({ named = {} }: ImportSetup): string[] {
  return Object.entries(named).map(([field, value]) => `${field}: ${value}, from the name of the file`)
}

/** Which of two is right, as it was confirmed: "sex: rows". */
function answersIn(confirm: readonly string[]): ClashAnswers {
  const answers: ClashAnswers = {}
  for (const words of confirm) {
    const order = /^dates: ?(day|month) first$/.exec(words)?.[1]
    if (order) {
      answers.dayOrder = order === 'day' ? 'near' : 'far'
      continue
    }
    const [, name, which] = /^(\w+): ?(rows|list)$/.exec(words) ?? []
    const field = SURROUNDED.find((one) => one === (name === 'country' ? 'countryCode' : name))
    if (field) answers[field] = which === 'list' ? 'far' : 'near'
    else if (!DOUBTS.some((code) => code === words))
      throw new Error(`--confirm “${words}” confirms nothing that is known.`)
  }
  return answers
}

/** Refusals by their reasons, and what the list and its surroundings disagree about. */
async function sayTrouble(db: Db, id: string): Promise<string[]> {
  const { findClashes, findDoubts } = await import('../server/imports/doubts')
  const { countRefusals } = await import('../server/imports/preview')
  const refusals = await countRefusals(db, id)
  const clashes = await findClashes(db, id)
  const doubts = await findDoubts(db, id)
  return [
    ...refusals.map(({ reason, rows, line }) => `refused, ${rows}: ${reason} (line ${line}${rows > 1 ? ' …' : ''})`),
    ...clashes.map((clash) => {
      const name = clash.field === 'countryCode' ? 'country' : clash.field
      const [near, far] =
        name === 'dayOrder' ? ['dates: day first', 'dates: month first'] : [`${name}: rows`, `${name}: list`]
      return `asked, ${clash.rows}: ${clashInWords(clash)} Say --confirm "${near}" or "${far}".`
    }),
    ...doubts.map(({ code, sentence }) => `doubted: ${sentence} To accept it, --confirm "${code}".`),
  ]
}

function stopwatch(): () => number {
  const began = Date.now()
  return () => (Date.now() - began) / 1000
}

function contextOf({ discipline, sex, date, competition, round }: Options): Partial<RowContext> {
  const told = { discipline, sex, date, competition, round: round?.toUpperCase() }
  return JSON.parse(JSON.stringify(told)) as Partial<RowContext>
}

async function sourceFor(db: Db, text: string): Promise<Evidence['source']> {
  const known = await db.source.findFirst({ where: { slug: text, withdrawn: false } })
  if (known) return { slug: known.slug }
  const [publication = '', ...title] = text.split(':')
  if (title.length === 0)
    throw new Error(`There is no source ${text}. Describe a new one: --source "Publication: Title"`)
  return { publication: publication.trim(), title: title.join(':').trim(), url: null, date: null, author: null }
}

function evidenceFor(source: Evidence['source'], name: string, { reason }: Options): Evidence {
  return { source, locator: name, reason: reason ?? `Imported from ${name}` }
}

function words(counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count.toLocaleString('en')} ${kind.toLowerCase().replaceAll('_', ' ')}`)
    .join(', ')
}
