'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { requireEditor } from '@/server/accounts/session'
import type { LearnedColumns, LearnedName } from '@/server/imports/learned'
import { forgetColumns, forgetName } from '@/server/imports/learned-desk'

const PAGE = '/admin/import/learned'

export async function forgetNameAction(
  name: Pick<LearnedName, 'folded' | 'countryCode' | 'disciplineSlug'>,
): Promise<void> {
  await forgetName(await requireEditor(PAGE), name)
  revalidatePath(PAGE)
  redirect(PAGE)
}

export async function forgetColumnsAction(columns: LearnedColumns): Promise<void> {
  await forgetColumns(await requireEditor(PAGE), columns)
  revalidatePath(PAGE)
  redirect(PAGE)
}
