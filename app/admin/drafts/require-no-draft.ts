import 'server-only'
import { redirect } from 'next/navigation'
import type { Author } from '@/server/accounts/editor'
import { getDraftBar } from '@/server/proposals/desk'

/** The gate of what can be no part of a draft, where no form can say so: whoever has one open is led to it. */
export async function requireNoDraft(author: Author): Promise<void> {
  if (await getDraftBar(author)) redirect('/admin/drafts?problem=has-draft')
}
