'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { keepTyped, withReason } from '@/app/admin/form-answer'
import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { FORMATS } from '@/lib/import/format'
import type { Column, RowContext } from '@/lib/import/listing'
import { EVERYTHING, type Missed } from '@/lib/import/preview'
import { ENCODINGS, type ImportSetup } from '@/lib/import/setup'
import { readEvidence } from '@/lib/record/evidence'
import { isDisciplineSlug } from '@/lib/sport/disciplines'
import { parsePartialDate } from '@/lib/sport/partial-date'
import { currentEditor, requireEditor } from '@/server/accounts/session'
import { db } from '@/server/db'
import { findUndecided } from '@/server/imports/comparing'
import { type Choice, decideMeetings, decidePeople, decideRows, teachName } from '@/server/imports/deciding'
import {
  acceptImport,
  acceptRest,
  cancelImport,
  removeImport,
  startReading,
  undoImport,
  undoRows,
} from '@/server/imports/imports'
import { findImport } from '@/server/imports/preview'
import { startImports } from '@/server/imports/runner'
import { inspectFile, Unreadable } from '@/server/imports/setup'

const pageOf = (id: string) => `/admin/import/${id}`

/** To the import's page as it is now: the browser would otherwise show the one it stands on. */
function backTo(id: string, query = ''): never {
  revalidatePath(pageOf(id))
  redirect(`${pageOf(id)}${query}`)
}

/** Reads the file as the form says. Another format or encoding has other columns, so these are guessed anew first. */
export async function readAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  if (!(await currentEditor())) return { ...answer, isSignedOut: true }
  const found = await findImport(db(), id)
  if (!found) return { ...answer, errors: { form: 'This import is not there any more.' } }
  const text = (name: string) => plainText(form.get(name))
  const date = text('date') === '' ? null : parsePartialDate(text('date'))
  if (text('date') !== '' && date === null) return { ...answer, errors: { date: 'Write 2014, 2014-12 or 2014-12-07.' } }
  const format = FORMATS.find((known) => known.format === text('format'))?.format ?? found.setup.format
  const delimiter = text('delimiter') === '\\t' ? '\t' : text('delimiter') || found.setup.delimiter
  const encoding = ENCODINGS.find((known) => known === text('encoding')) ?? found.setup.encoding
  const publication = text('publication') || null
  const isOther =
    format !== found.setup.format || encoding !== found.setup.encoding || delimiter !== found.setup.delimiter
  let setup: ImportSetup = found.setup
  try {
    if (isOther || publication !== null) {
      setup = await inspectFile(db(), id, found.fileName, { format, encoding, delimiter }, publication)
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ...answer, errors: { format: error.message } }
  }
  if (!isOther) setup = { ...setup, tables: chosenTables(setup, form, publication !== null) }
  const discipline = text('discipline')
  const told: Partial<RowContext> = {
    ...setup.context,
    discipline: isDisciplineSlug(discipline) ? discipline : null,
    sex: (['M', 'F', 'X'] as const).find((sex) => sex === text('sex')) ?? null,
    date,
    competition: text('competition') || null,
    city: text('city') || null,
    countryCode: text('country').toUpperCase() || null,
    athlete: text('athlete') || null,
  }
  // Chosen again with other columns, the order is as these show it; else it is as it was chosen, also where that is none.
  const dayOrder = isOther
    ? setup.dayOrder
    : ((['DMY', 'MDY'] as const).find((order) => order === text('dayOrder')) ?? null)
  if (!(await startReading(db(), id, { ...setup, context: told, dayOrder }))) {
    return { ...answer, errors: { form: 'It is being worked on, or was written already.' } }
  }
  startImports(db())
  backTo(id)
}

/** The columns as the editor chose them; where they were remembered, only those that were changed by hand. */
function chosenTables(setup: ImportSetup, form: FormData, isRemembered: boolean): ImportSetup['tables'] {
  return setup.tables.map((table, index) => {
    const columns = table.columns.map((guess, column): Column | null => {
      const chosen = form.get(`column.${index}.${column}`)
      if (typeof chosen !== 'string' || (isRemembered && form.get(`guessed.${index}.${column}`) === chosen))
        return guess
      return chosen === '' ? null : (chosen as Column)
    })
    const isShown = form.has(`column.${index}.0`)
    return { ...table, columns, leftOut: isShown ? form.has(`leftOut.${index}`) : table.leftOut }
  })
}

export async function acceptAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const read = readEvidence(form)
  if (!read.ok) return { ...answer, errors: read.errors }
  const outcome = await acceptImport(db(), editor, id, read.evidence)
  if (!outcome.accepted) return { ...answer, errors: { form: outcome.reason } }
  startImports(db())
  backTo(id)
}

/** Writes what has been decided since, under the change that the import has already. */
export async function acceptRestAction(id: string): Promise<void> {
  await requireEditor(pageOf(id))
  await acceptRest(db(), id)
  startImports(db())
  backTo(id)
}

export async function cancelAction(id: string): Promise<void> {
  await requireEditor(pageOf(id))
  await cancelImport(db(), id)
  backTo(id)
}

export async function forgetAction(id: string): Promise<void> {
  await requireEditor(pageOf(id))
  redirect((await removeImport(db(), id)) ? '/admin/import' : pageOf(id))
}

export async function undoAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  const lines = form.getAll('line').map(Number).filter(Number.isInteger)
  return withReason(answer, form, async (editor, reason) => {
    if (form.get('which') === 'lines') {
      if (lines.length === 0) return { ...answer, errors: { form: 'Tick the rows that are to be taken back.' } }
      const { left } = await undoRows(db(), editor, id, lines, reason)
      if (left.length > 0) {
        return {
          ...answer,
          errors: { form: `Somebody has edited these since, and they stay: line ${left.join(', ')}.` },
        }
      }
    } else if (!(await undoImport(db(), editor, id, reason))) {
      return { ...answer, errors: { form: 'It cannot be taken back as it is now.' } }
    }
    startImports(db())
    backTo(id)
  })
}

/** Who somebody in the list is: `choice` is an athlete's id, "new", "leave out", or "other" with the address typed. */
export async function decidePersonAction(id: string, form: FormData): Promise<void> {
  await requireEditor(pageOf(id))
  const choice = await choiceIn(form, async (slug) => {
    const athlete = await db().athlete.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
    return athlete?.id ?? null
  })
  if (typeof choice === 'string') backTo(id, `?missed=${choice}#decide`)
  const people = form.getAll('person').map(String)
  const all = people.includes(EVERYTHING) ? (await findUndecided(db(), id)).people : people
  await decidePeople(db(), id, all, choice.choice)
  backTo(id, '#decide')
}

export async function decideMeetingAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const choice = await choiceIn(form, async (slug) => {
    const competition = await db().competition.findFirst({ where: { slug, withdrawn: false }, select: { id: true } })
    return competition?.id ?? null
  })
  if (typeof choice === 'string') backTo(id, `?missed=${choice}#decide`)
  const meetings = form.getAll('meeting').map(String)
  const all = meetings.includes(EVERYTHING) ? (await findUndecided(db(), id)).meetings : meetings
  await decideMeetings(db(), editor, id, all, choice.choice, form.has('teach'))
  backTo(id, '#decide')
}

/** What was chosen; "choice" where nothing was, "address" where nothing has the address that was typed. */
async function choiceIn(
  form: FormData,
  find: (slug: string) => Promise<string | null>,
): Promise<{ choice: Choice } | Missed> {
  const choice = plainText(form.get('choice'))
  if (choice === 'new' || choice === 'leave out') return { choice }
  if (choice !== 'other') return choice === '' ? 'choice' : { choice: { id: choice } }
  // An address may be pasted whole.
  const slug =
    plainText(form.get('other'))
      .replace(/[?#].*|\/$/g, '')
      .split('/')
      .at(-1) ?? ''
  const found = await find(slug)
  return found === null ? 'address' : { choice: { id: found } }
}

export async function teachAction(id: string, meetingId: string): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  await teachName(db(), editor, id, meetingId)
  backTo(id, '#names')
}

export async function decideRowsAction(id: string, back: string, form: FormData): Promise<void> {
  await requireEditor(pageOf(id))
  const lines = form.getAll('line').map(Number).filter(Number.isInteger)
  await decideRows(db(), id, lines, form.get('do') === 'take')
  backTo(id, `${back}#rows`)
}
