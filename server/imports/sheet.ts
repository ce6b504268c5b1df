/** A sheet that was typed at the desk becomes an import: checked, stored as a list whose columns are known, and read. */
import { stringify } from 'csv-stringify/sync'
import type { FieldErrors } from '@/lib/form/field-errors'
import { plainText } from '@/lib/form/plain-text'
import { decodeReferences, referenceFor } from '@/lib/form/reference'
import type { Typed } from '@/lib/form/typed'
import { type ImportSetup, sampleOf } from '@/lib/import/setup'
import {
  cellInput,
  isBlank,
  listColumns,
  listedCells,
  listedRow,
  MOST_SHEET_ROWS,
  rowsIn,
  type SheetColumn,
  type SheetHead,
  type SheetKind,
} from '@/lib/import/sheet'
import { checkRow } from '@/lib/import/sheet-check'
import { type HeadRead, readRaceHead, readSeasonHead, type SheetAthlete } from '@/lib/import/sheet-head'
import { readStoredSetup } from '@/lib/import/stored'
import type { Competition } from '@/lib/record/competition'
import { competitionLabel, typedCompetition } from '@/lib/record/competition-form'
import type { Evidence } from '@/lib/record/evidence'
import { discipline } from '@/lib/sport/disciplines'
import { dateHeld, yearOf } from '@/lib/sport/partial-date'
import type { Client, Db } from '@/prisma/client'
import type { Editor } from '../accounts/editor'
import { findCompetitionChoice, resolveCompetition } from '../competitions/competition-choice'
import { type AcceptOutcome, acceptImport } from './accept'
import { beginImport } from './inspect'
import { startReading } from './read'

/** Stands for a competition in a reference of the form: one that the record does not have yet. */
export const NEW_COMPETITION = 'new'

export interface CheckedSheet {
  /** What its list will be called. */
  title: string
  head: SheetHead
  /** By the name of the input. */
  errors: FieldErrors
  /** Competitions to choose from, where what was typed may mean several. */
  candidates: Competition[]
  /** What the inputs of the competition hold from now on, where that is clear. */
  typed: Typed
}

type HeadChecked = Omit<CheckedSheet, 'errors'> & { errors: FieldErrors }

/** Looks up what the form of a sheet names, and finds everything that is wrong with it at once. */
export async function checkSheet(db: Db, typed: Typed): Promise<CheckedSheet> {
  const kind = kindOf(typed)
  const checked = kind === 'race' ? await checkRace(db, typed) : await checkSeason(db, typed)
  const rows = rowsIn(typed, kind)
  const errors = { ...checked.errors }
  if (rows.every((row) => isBlank(row, kind))) errors.form = 'There is no result in the sheet yet.'
  if (rows.length > MOST_SHEET_ROWS) errors.form = `A sheet has at most ${MOST_SHEET_ROWS} rows: import a list instead.`
  for (const [index, row] of rows.slice(0, MOST_SHEET_ROWS).entries()) {
    for (const [column, reason] of Object.entries(checkRow(row, checked.head).errors))
      errors[cellInput(column as SheetColumn, index)] = reason
  }
  return { ...checked, errors }
}

function kindOf(typed: Typed): SheetKind {
  return typed.kind?.[0] === 'season' ? 'season' : 'race'
}

const textIn = (typed: Typed) => (input: string) => plainText(typed[input]?.[0] ?? null)

async function checkRace(db: Db, typed: Typed): Promise<HeadChecked> {
  const textOf = textIn(typed)
  const { head, errors } = readRaceHead(textOf)
  const found = await findMeant(db, textOf('competition'), typed.competitionReference ?? [])
  const { context } = head
  const title = [
    found.competition ? competitionLabel(found.competition) : textOf('competition'),
    context.discipline && discipline(context.discipline).name,
    context.sex && { M: 'men', F: 'women', X: 'mixed' }[context.sex],
    context.round && context.round !== 'FINAL' && context.round.toLowerCase(),
  ]
  const named = title.filter(Boolean).join(', ')
  if (found.competition) return { ...withCompetition({ head, errors }, found.competition), title: named }
  if (found.isNew && !context.date) {
    const date = 'The record has no competition of that name. Say when it was held, and it is made.'
    return { title: named, head, errors: { date, ...errors }, candidates: [], typed: {} }
  }
  const told = { ...head, context: { ...context, competition: textOf('competition') } }
  return { title: named, head: told, errors: { ...errors, ...found.errors }, candidates: found.candidates, typed: {} }
}

function withCompetition({ head, errors }: HeadRead, competition: Competition): Omit<HeadChecked, 'title'> {
  const { slug, name, city, countryCode, year, endDate } = competition
  const date = head.context.date ?? dateHeld(competition)
  const isThen = yearOf(date) === year || (endDate !== null && yearOf(date) === yearOf(endDate))
  return {
    head: {
      ...head,
      context: { ...head.context, date, competition: name, city, countryCode },
      told: { competitionAddress: slug },
    },
    errors: isThen ? errors : { ...errors, date: `${competitionLabel(competition)} was held in ${year}.` },
    candidates: [],
    typed: typedCompetition(competition),
  }
}

interface Meant {
  competition: Competition | null
  isNew: boolean
  candidates: Competition[]
  errors: FieldErrors
}

/** The competition that the form says its text means, or that the text names; or a new one of that name. */
async function findMeant(db: Db, text: string, references: readonly string[]): Promise<Meant> {
  const nothing: Meant = { competition: null, isNew: false, candidates: [], errors: {} }
  if (text === '') return { ...nothing, errors: { competition: 'Which competition was it?' } }
  const reference = referenceFor(decodeReferences(references), text)
  if (reference?.slug === NEW_COMPETITION) return { ...nothing, isNew: true }
  const known = reference?.slug ? await findCompetitionChoice(db, reference.slug) : null
  if (known) return { ...nothing, competition: known }
  const resolved = await resolveCompetition(db, text)
  if ('competition' in resolved) return { ...nothing, ...resolved }
  const { candidates } = resolved
  if (candidates.length === 0) return { ...nothing, isNew: true }
  return { ...nothing, candidates, errors: { competition: 'Which competition is meant? Choose one below.' } }
}

async function checkSeason(db: Db, typed: Typed): Promise<HeadChecked> {
  const athlete = await findSheetAthlete(db, textIn(typed)('athlete'))
  const nothing = { candidates: [], typed: {} }
  if (!athlete) {
    const head: SheetHead = { kind: 'season', context: {}, told: {} }
    return { ...nothing, title: '', head, errors: { form: 'There is no such athlete any more.' } }
  }
  const read = readSeasonHead(textIn(typed), athlete)
  const { date } = read.head.context
  return { ...nothing, ...read, title: [athlete.name, date ?? 'results'].join(', ') }
}

/** Whose season is typed; null where nobody has that address. */
export async function findSheetAthlete(
  db: Db,
  slug: string,
): Promise<(SheetAthlete & { countryCode: string | null }) | null> {
  const found = await db.athlete.findFirst({
    where: { slug, withdrawn: false },
    select: { slug: true, displayName: true, sex: true, countryCode: true },
  })
  return found && { slug: found.slug, name: found.displayName, sex: found.sex, countryCode: found.countryCode }
}

/**
 * Stores a sheet without errors as an import, which is read next. Line 3 of the list is row 3 of the sheet.
 *
 * @returns the import's id.
 */
export async function beginSheet(
  db: Client,
  editor: Editor,
  { title, head, typed }: Pick<CheckedSheet, 'title' | 'head'> & { typed: Typed },
  evidence: Evidence,
): Promise<string> {
  const rows = rowsIn(typed, head.kind)
  const text = stringify(rows.map((row) => listedCells(row, head)))
  const setup = setupOf(head, typed)
  const id = await beginImport(db, editor, title, once(Buffer.from(text)), { setup, evidence })
  await startReading(db, id, setup)
  return id
}

function setupOf(head: SheetHead, typed: Typed): ImportSetup {
  const columns = listColumns(head.kind)
  const typedHere = 'It was typed here.'
  const rows = rowsIn(typed, head.kind).map((row, index) => listedRow(row, head, index + 1))
  return {
    encoding: 'utf-8',
    encodingReason: typedHere,
    format: 'csv',
    formatReason: typedHere,
    delimiter: ',',
    context: head.context,
    dayOrder: null,
    tables: [
      {
        title: null,
        context: {},
        header: null,
        columns,
        reasons: columns.map(() => typedHere),
        sample: sampleOf(rows),
        leftOut: false,
      },
    ],
    sheet: typed,
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

/** Accepts the preview of a sheet, with the reason and source that were typed at its head. */
export async function acceptSheet(
  db: Client,
  editor: Editor,
  id: string,
  confirmed: readonly string[] = [],
): Promise<AcceptOutcome> {
  const found = await db.import.findUnique({ where: { id }, select: { setup: true, evidence: true } })
  if (!readStoredSetup(found?.setup).sheet) return { accepted: false, reason: 'This is no sheet.' }
  return acceptImport(db, editor, id, found?.evidence as unknown as Evidence, confirmed)
}

/** What was typed in the sheet of an import; null where it is none, or has been written already. */
export async function findSheet(db: Db, id: string): Promise<Typed | null> {
  const found = await db.import.findFirst({ where: { id, changeSetId: null }, select: { setup: true } })
  return readStoredSetup(found?.setup).sheet ?? null
}
