import { count } from '@/components/record/labels'
import { sheetClass } from '@/components/ui/sheet-class'

export interface DraftBarProps {
  edits: number
  /** Whether it is a proposal of one's own that is being changed, or somebody else's that is being amended. */
  isChange: boolean
  isAmendment: boolean
  publishes: boolean
}

/** Says on every page of editing that saves are kept in a draft. */
export function DraftBar({ edits, isChange, isAmendment, publishes }: DraftBarProps) {
  const what = isChange ? 'You are changing a proposal' : isAmendment ? 'You are amending a proposal' : 'Draft'
  return (
    <aside aria-label="Your draft" className="border-rule border-b bg-sheet print:hidden">
      <p className={`${sheetClass} flex flex-wrap gap-x-4 gap-y-1 py-2`}>
        <span>
          <strong>{what}</strong>: {isChange ? 'what you save next is proposed instead' : count(edits, 'edit')}
        </span>
        <a href="/admin/drafts">{isChange ? 'See it' : `Review and ${publishes ? 'publish' : 'send'}`}</a>
        <a href="/admin/drafts#discard">{isChange ? 'Leave it as it was' : 'Discard'}</a>
      </p>
    </aside>
  )
}
