'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireNoDraft } from '@/app/admin/drafts/require-no-draft'
import { keepTyped, withEvidence, withPassword, withReason } from '@/app/admin/form-answer'
import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { SURROUNDED } from '@/lib/import/agreement'
import { confirmInput, type Doubt } from '@/lib/import/doubts'
import { EVERYTHING, type Missed } from '@/lib/import/preview'
import type { ImportSetup } from '@/lib/import/setup'
import { isColumn } from '@/lib/import/stored'
import { currentEditor, requireEditor, requireFresh } from '@/server/accounts/session'
import type { Choice } from '@/server/imports/decide'
import {
  countRowsToWrite,
  type Decided,
  findAthleteAt,
  findCompetitionAt,
  getImport,
  inspectAgain,
  removePreview,
  saveAcceptance,
  saveCancellation,
  saveClashAnswer,
  saveCorrections,
  saveFurtherAcceptance,
  saveMeetings,
  savePeople,
  savePointing,
  saveRows,
  saveSetup,
  saveTakingBack,
  saveTaughtName,
  saveUndoing,
  saveUndoingOfRows,
} from '@/server/imports/desk'
import { confirmedIn } from '../confirmed'
import { chosenTables, parseSetup, type SetupInput } from './setup-schema'

/** Rows beyond which accepting asks for the password again. */
const MANY_ROWS = 1_000

const pageOf = (id: string) => `/admin/import/${id}`

/** To the import's page as it is now: the browser would otherwise show what it has already. */
function backTo(id: string, query = ''): never {
  revalidatePath(pageOf(id))
  redirect(`${pageOf(id)}${query}`)
}

/** Reads the file as the form says. Another format or encoding has other columns, so these are guessed again first. */
export async function readAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...answer, isSignedOut: true }
  const found = await getImport(id)
  if (!found) return { ...answer, errors: { form: 'This import is not there any more.' } }
  const parsed = parseSetup(form)
  if ('errors' in parsed) return { ...answer, errors: parsed.errors }
  const chosen = await chosenSetup(found, parsed.input, form)
  if ('problem' in chosen) return { ...answer, errors: { format: chosen.problem } }
  if (!(await saveSetup(editor, id, chosen.setup))) {
    return { ...answer, errors: { form: 'It is being worked on, or was written already.' } }
  }
  backTo(id)
}

async function chosenSetup(
  { id, fileName, setup: known }: { id: string; fileName: string; setup: ImportSetup },
  input: SetupInput,
  form: FormData,
): Promise<{ setup: ImportSetup } | { problem: string }> {
  const { publication, country: countryCode, format: _format, encoding: _encoding, ...typed } = input
  const { delimiter: _delimiter, dayOrder, ...told } = typed
  const format = input.format ?? known.format
  const encoding = input.encoding ?? known.encoding
  const delimiter = input.delimiter ?? known.delimiter
  const isOther = format !== known.format || encoding !== known.encoding || delimiter !== known.delimiter
  const isGuessed = isOther || publication !== null
  const inspected = isGuessed
    ? await inspectAgain({ id, fileName }, { format, encoding, delimiter }, publication)
    : { setup: known }
  if ('problem' in inspected) return inspected
  // What the name of the file says stood in the form, and was looked at.
  const setup = { ...inspected.setup, named: {}, answers: {} }
  const context = { ...setup.context, ...told, countryCode }
  // Columns and the order of dates that were guessed again are not those that the form shows.
  if (isOther) return { setup: { ...setup, context } }
  const tables = chosenTables(setup, form, publication !== null)
  return { setup: { ...setup, tables, context, dayOrder } }
}

export async function acceptAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withEvidence(answer, form, async (editor, evidence) => {
    const accept = async () => {
      const outcome = await saveAcceptance(editor, id, evidence, confirmedIn(form))
      if (!outcome.accepted) return { ...answer, errors: refusalOf(outcome) }
      backTo(id)
    }
    return (await countRowsToWrite(id)) > MANY_ROWS ? withPassword(answer, accept) : accept()
  })
}

/** Each doubt beside the words that would confirm it; any other refusal above the form. */
function refusalOf({ reason, doubts = [] }: { reason: string; doubts?: readonly Doubt[] }): Record<string, string> {
  if (doubts.length === 0) return { form: reason }
  return Object.fromEntries(
    doubts.map(({ code, sentence }) => [confirmInput(code), `${sentence} Type “${code}” if it is right all the same.`]),
  )
}

/** Writes what has been decided since the import was accepted, in the name of the editor who asks for it. */
export async function acceptRestAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  await requireNoDraft(editor)
  if ((await countRowsToWrite(id)) > MANY_ROWS) await requireFresh(pageOf(id))
  const isStarted = await saveFurtherAcceptance(editor, id, confirmedIn(form))
  backTo(id, isStarted ? '' : '?missed=words#accept')
}

export async function cancelAction(id: string): Promise<void> {
  await saveCancellation(await requireEditor(pageOf(id)), id)
  backTo(id)
}

export async function forgetAction(id: string): Promise<void> {
  const isRemoved = await removePreview(await requireEditor(pageOf(id)), id)
  redirect(isRemoved ? '/admin/import' : pageOf(id))
}

export async function undoAction(id: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  return withReason(answer, form, async (editor, reason) => {
    if (form.get('which') === 'lines') {
      const lines = linesIn(form)
      if (lines.length === 0) return { ...answer, errors: { form: 'Tick the rows that are to be taken back.' } }
      const { left } = await saveUndoingOfRows(editor, id, { lines, reason })
      if (left.length > 0) {
        return {
          ...answer,
          errors: { form: `Somebody has edited these since, and they stay: line ${left.join(', ')}.` },
        }
      }
      backTo(id)
    }
    return withPassword(answer, async () => {
      if (await saveUndoing(editor, id, reason)) backTo(id)
      return { ...answer, errors: { form: 'It cannot be taken back as it is now.' } }
    })
  })
}

/** Who somebody in the list is: `choice` is an athlete's id, "new", "leave out", or "other" with the address typed. */
export async function decidePersonAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const choice = await choiceIn(form, findAthleteAt)
  if (typeof choice === 'string') backTo(id, `?missed=${choice}#decide`)
  await savePeople(editor, id, decidedIn(form, 'person'), choice.choice)
  backTo(id, '#decide')
}

export async function decideMeetingAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const choice = await choiceIn(form, findCompetitionAt)
  if (typeof choice === 'string') backTo(id, `?missed=${choice}#decide`)
  await saveMeetings(editor, id, decidedIn(form, 'meeting'), { ...choice, teach: form.has('teach') })
  backTo(id, '#decide')
}

function decidedIn(form: FormData, name: 'person' | 'meeting'): Decided {
  const ids = form.getAll(name).map(String)
  return ids.includes(EVERYTHING) ? 'everything' : ids
}

/** What was chosen; "choice" where nothing was, "address" where nothing has the address that was typed. */
async function choiceIn(
  form: FormData,
  find: (slug: string) => Promise<string | null>,
): Promise<{ choice: Choice } | Missed> {
  const choice = plainText(form.get('choice'))
  if (choice === 'new' || choice === 'leave out' || choice === 'proposed') return { choice }
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
  await saveTaughtName(await requireEditor(pageOf(id)), id, meetingId)
  backTo(id, '#names')
}

/** Which of two places is right about a field of the list. The list is read again then. */
export async function answerClashAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const field = SURROUNDED.find((one) => one === form.get('field'))
  if (field) await saveClashAnswer(editor, id, field, form.get('answer') === 'far' ? 'far' : 'near')
  // Without a place in the page: a page that asks for itself again stays where it is while its address has one.
  backTo(id)
}

export async function takeBackAction(id: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  await saveTakingBack(editor, id, {
    people: form.getAll('person').map(String),
    meetings: form.getAll('meeting').map(String),
  })
  backTo(id, '#decided')
}

/** Who the athlete of one row is, apart from the others of that name. */
export async function pointAction(id: string, line: number, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const choice = await choiceIn(form, findAthleteAt)
  if (typeof choice === 'string') backTo(id, `/row/${line}?missed=${choice}`)
  await savePointing(editor, id, [line], choice.choice)
  backTo(id, `/row/${line}`)
}

/** Puts a row right: what was typed where it differs from what the row has. */
export async function correctAction(id: string, line: number, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  const typed = [...form].flatMap(([name, value]) => {
    const column = name.startsWith('cell:') ? name.slice('cell:'.length) : ''
    const text = plainText(value)
    return isColumn(column) && text !== plainText(form.get(`was:${column}`)) ? [[column, text]] : []
  })
  await saveCorrections(editor, id, [{ line, cells: Object.fromEntries(typed) }])
  backTo(id)
}

export async function decideRowsAction(id: string, back: string, form: FormData): Promise<void> {
  const editor = await requireEditor(pageOf(id))
  if (form.get('do') === 'apart') await savePointing(editor, id, linesIn(form), 'new')
  else await saveRows(editor, id, linesIn(form), form.get('do') === 'take')
  backTo(id, `${back}#rows`)
}

function linesIn(form: FormData): number[] {
  return form.getAll('line').map(Number).filter(Number.isInteger)
}
