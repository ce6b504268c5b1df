import { Notice } from '@/components/form/notice'
import { decisionRefusalInWords } from '@/components/review/state'

/** Somebody who wants to open a draft has one open. */
export function HasDraft() {
  return (
    <Notice className="mb-6" look="danger" role="alert">
      <p>
        {decisionRefusalInWords({ kind: 'has-draft' })} <a href="/admin/drafts">Your draft</a>
      </p>
    </Notice>
  )
}
