/** Lists read, decided and accepted, and what they wrote undone; of the lists, each has rows of the one before. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportSetup } from '@/lib/import/setup'
import type { PutBackOutcome } from '@/lib/record/put-back-view'
import type { Client } from '@/prisma/client'
import type { Editor } from '@/server/accounts/editor'
import { findImportOfChange } from '@/server/history/history'
import { makePlan } from '@/server/history/plan'
import { acceptImport } from '@/server/imports/accept'
import { decideMeetings, decidePeople, decideRows } from '@/server/imports/decide'
import { beginImport } from '@/server/imports/inspect'
import { findOpenMeetings, findOpenPeople, findPreviewRows } from '@/server/imports/preview'
import { startReading } from '@/server/imports/read'
import { finishImports } from '@/server/imports/runner'
import { undoImport } from '@/server/imports/undo'
import { type Ticks, undo } from '../undoing'
import { type Act, evidenceOf, NOTHING, type Numbers, pick } from './step'

const HEADER = 'Rank,Mark,Competitor,DOB,Nat,Pos,Venue,Date,Results Score'

/** Known people and new ones; starts that the record has, and others; one who is in doubt; a line that is there twice. */
const ROWS = [
  '1,2:08:50,Ser-Od BAT-OCHIR,07 OCT 1981,MGL,3,Fukuoka (JPN),07 DEC 2014,1180',
  '2,2:09:59,Hakim EL MANSOURI,1 JAN 1990,MAR,1,Hamburg (GER),26 APR 2015,1150',
  '3,2:11:35,BAT-OCHIR Ser-Od,1981,MGL,8,London (GBR),17 APR 2011,1134',
  '4,2:30:00,Serod BATOCHIR,01 JAN 1982,MGL,9,Hamburg (GER),26 APR 2015,900',
  '2,2:09:59,Hakim EL MANSOURI,1 JAN 1990,MAR,1,Hamburg (GER),26 APR 2015,1150',
  '5,2:10:01,Ser-Od BAT-OCHIR,10 JUL 1981,MGL,1,Wien (AUT),1 MAY 2010,',
  '6,DNF,Hakim EL MANSOURI,1990,MAR,,Wien (AUT),1 MAY 2010,',
  '7,2:31:00,Ganbat DORJ,2 FEB 1992,MGL,31,Fukuoka (JPN),07 DEC 2014,',
]

/** Some of the rows: by the number of the step those of the first list, or of one that follows it. */
function listOf({ which }: Numbers): string {
  const from = which % 3
  return [HEADER, ...ROWS.slice(from, from + 6)].join('\n')
}

/** Reads a list, and answers every question of its preview. @returns the import. */
async function preview(db: Client, editor: Editor, step: Numbers): Promise<string> {
  process.env.PALMARES_DATA ??= mkdtempSync(join(tmpdir(), 'palmares-steps-'))
  const id = await beginImport(db, editor, 'list.csv', once(Buffer.from(listOf(step))))
  const { setup } = await db.import.findUniqueOrThrow({ where: { id } })
  const guessed = setup as unknown as ImportSetup
  await startReading(db, id, { ...guessed, context: { ...guessed.context, discipline: 'marathon', sex: 'M' } })
  await finishImports(db)
  const [{ people }, { meetings }] = [await findOpenPeople(db, id), await findOpenMeetings(db, id)]
  for (const person of people) {
    const known = pick(person.candidates, step.how)
    await decidePeople(db, id, [person.id], step.how % 2 === 0 && known ? { id: known.id } : 'new')
  }
  for (const { ids, candidates } of meetings) {
    const known = pick(candidates, step.how)
    await decideMeetings(db, editor, id, { ids, choice: known ? { id: known.id } : 'new' })
  }
  const asked = (await findPreviewRows(db, id, { kind: 'UNDECIDED' })).rows.map(({ line }) => line)
  await decideRows(db, id, asked, step.how % 3 !== 0)
  return id
}

const importList: Act = async ({ step, db, editor }) => {
  const id = await preview(db, editor, step)
  const outcome = await acceptImport(db, editor, id, evidenceOf(step))
  if (!outcome.accepted) return NOTHING
  await finishImports(db)
  const { state, problem } = await db.import.findUniqueOrThrow({ where: { id } })
  if (state !== 'DONE') throw new Error(`The import is ${state}: ${problem}`)
  return { saved: true, changeSetId: outcome.changeSetId }
}

/** Undoes a change by its own page: that of an import undoes it whole, or what is left of it. */
export async function undoAny(
  db: Client,
  editor: Editor,
  changeSetId: number,
  options?: { ticks?: Ticks },
): Promise<PutBackOutcome> {
  const importId = await findImportOfChange(db, changeSetId)
  if (importId === null) return undo(db, editor, changeSetId, options)
  const plan = await makePlan(db, { changeSetId })
  const nothing: PutBackOutcome = { saved: false, refusal: { kind: 'nothing-left' } }
  if (!plan?.items.some(({ isTicked }) => isTicked)) return nothing
  if (!(await undoImport(db, editor, importId, 'A slip'))) return nothing
  await finishImports(db)
  const { state, problem, undoId } = await db.import.findUniqueOrThrow({ where: { id: importId } })
  if (state !== 'UNDONE' || undoId === null) throw new Error(`The import is ${state}: ${problem}`)
  const isWritten = (await db.revision.count({ where: { changeSetId: undoId } })) > 0
  return isWritten ? { saved: true, changeSetId: undoId } : nothing
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value
}

export const IMPORT_ACTS = { importList }
