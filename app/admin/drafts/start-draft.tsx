import { Button } from '@/components/form/button'
import { currentAuthor } from '@/server/accounts/session'
import { getDraftBar } from '@/server/proposals/desk'
import { startDraftAction } from './actions'

/** The button that opens a draft; nothing while one is open, which the bar of the desk says. */
export async function StartDraft() {
  const author = await currentAuthor()
  if (!author || (await getDraftBar(author))) return null
  return (
    <form action={startDraftAction} className="mt-4 flex flex-wrap items-center gap-3">
      <Button>Start a draft</Button>
      <span className="text-quiet text-sm">Several edits, {author.publishes ? 'published' : 'sent'} together</span>
    </form>
  )
}
