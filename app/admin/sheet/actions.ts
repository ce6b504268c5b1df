'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireNoDraft } from '@/app/admin/drafts/require-no-draft'
import { keepTyped, withEditor, withSource } from '@/app/admin/form-answer'
import { confirmedIn } from '@/app/admin/import/confirmed'
import { venueText } from '@/components/record/venue'
import { EMPTY_ROWS, sheetInput } from '@/lib/import/sheet'
import { competitionLabel } from '@/lib/record/competition-form'
import { readEvidence } from '@/lib/record/evidence'
import { requireEditor } from '@/server/accounts/session'
import { checkSheet, publishSheet, saveSheet } from '@/server/imports/sheet-desk'
import { checkEvidence } from '@/server/sources/evidence-desk'
import type { SheetState } from './sheet-state'

/** Shows what a sheet would do, on the page of its import; or has more rows, which a browser without JavaScript asks for. */
export async function sheetAction(state: SheetState, form: FormData): Promise<SheetState> {
  const rows = form.getAll(sheetInput('mark')).length
  const answer: SheetState = { ...keepTyped(state, form), candidates: [], rows }
  if (form.get('intent') === 'more') return { ...answer, rows: rows + EMPTY_ROWS }
  return withEditor(answer, async (editor) => {
    const checked = await checkSheet(answer.typed ?? {})
    const evidence = await checkEvidence(readEvidence(form))
    const typed = { ...answer.typed, ...checked.typed }
    const candidates = checked.candidates.map((competition) => ({
      slug: competition.slug,
      label: competitionLabel(competition),
      detail: venueText(competition),
    }))
    const told = withSource({ ...answer, typed, candidates }, evidence)
    const errors = { ...checked.errors, ...(evidence.ok ? {} : evidence.errors) }
    if (!evidence.ok || Object.keys(errors).length > 0) return { ...told, errors }
    const sheet = { ...checked, typed: told.typed ?? typed }
    const corrects = typed.import?.[0] || null
    const id = await saveSheet(editor, sheet, evidence.evidence, corrects)
    redirect(`/admin/import/${id}`)
  })
}

/** Publishes the sheet of an import; where that cannot be done now, its page says how it stands. */
export async function publishSheetAction(id: string, form: FormData): Promise<void> {
  const page = `/admin/import/${id}`
  const editor = await requireEditor(page)
  await requireNoDraft(editor)
  const { accepted } = await publishSheet(editor, id, confirmedIn(form))
  revalidatePath(page)
  redirect(accepted ? page : `${page}?missed=words#publish`)
}
