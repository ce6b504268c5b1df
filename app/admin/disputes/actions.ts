'use server'

import { redirect } from 'next/navigation'
import type { CiteFormState } from '@/components/desk/cite-form'
import { readOwner, readSettlement, readVersion } from '@/lib/citation-form'
import { db } from '@/server/db'
import { currentEditor } from '@/server/session'
import { settle } from '@/server/settling'
import { citeAnswer, FOREIGN } from '../citations/answer'

export async function settleAction(
  kind: string,
  key: string,
  field: string,
  state: CiteFormState,
  form: FormData,
): Promise<CiteFormState> {
  const echoed = citeAnswer(state, form)
  const editor = await currentEditor()
  if (!editor) return { ...echoed, isSignedOut: true }
  const [owner, version] = [readOwner(kind, key), readVersion(form)]
  if (!owner || version === null) return { ...echoed, errors: FOREIGN }
  const { settlement, errors } = readSettlement(form)
  if (Object.keys(errors).length > 0) return { ...echoed, errors }
  const outcome = await settle(db(), editor, owner, field, version, settlement)
  if (outcome.saved) redirect(`/admin/saved/${outcome.changeSetId}`)
  return { ...echoed, errors: outcome.errors, version: outcome.version ?? echoed.version }
}
