import { FormButtons } from '@/components/form/form-body'
import { Notice } from '@/components/form/notice'
import { Doubts } from '@/components/imports/doubts'
import { count } from '@/components/record/labels'
import { LinkButton } from '@/components/ui/link-button'
import type { Typed } from '@/lib/form/typed'
import type { Doubt } from '@/lib/import/doubts'
import type { RowCounts } from '@/lib/import/preview'
import { publishSheetAction } from './actions'
import { ForgetDraft } from './forget-draft'
import { PublishButton } from './publish-button'

/** Above the preview of a sheet: publishes it, or leads back to what was typed. */
export function PublishSheet({
  id,
  sheet,
  counts,
  rowsToWrite,
  competitions,
  odd,
  isMissed,
}: {
  id: string
  sheet: Typed
  counts: RowCounts
  rowsToWrite: number
  /** How many would be made. */
  competitions: number
  /** What is odd about it, each with words to be typed. */
  odd: readonly Doubt[]
  /** Whether it was sent without these words. */
  isMissed: boolean
}) {
  const doubts = [
    counts.UNDECIDED > 0 && `${count(counts.UNDECIDED, 'row')} to decide`,
    counts.CONTRADICTS > 0 && `${count(counts.CONTRADICTS, 'row')} that the record contradicts`,
    counts.REFUSED > 0 && `${count(counts.REFUSED, 'row')} that cannot be read`,
    competitions > 0 && `${count(competitions, 'competition')} to be made`,
  ].filter(Boolean)
  const [reason = ''] = sheet.reason ?? []
  const source = sheet.source?.[0] || [sheet.publication?.[0], sheet.title?.[0]].filter(Boolean).join(', ')
  return (
    <Notice title="Nothing is written yet" titleId="publish" className="mb-6 max-w-2xl">
      <p>
        {doubts.length === 0
          ? 'Nothing in it is doubtful: look through the rows below, and publish them.'
          : `Look at these below first: ${doubts.join(', ')}. What is not decided is not written.`}
      </p>
      <p className="mt-1 text-quiet">
        {[source, sheet.locator?.[0]].filter(Boolean).join(', ')}. “{reason}”
      </p>
      <form action={publishSheetAction.bind(null, id)}>
        {isMissed && (
          <p role="alert" className="mt-3 text-champ">
            Nothing was published: type the words first.
          </p>
        )}
        <Doubts doubts={odd} idOf={(input) => `publish-${input}`} />
        <FormButtons hint="It is one change, which can be taken back whole or row by row.">
          {rowsToWrite > 0 && (
            <PublishButton isSure={doubts.length === 0}>{`Publish ${count(rowsToWrite, 'result')}`}</PublishButton>
          )}
          <LinkButton href={`/admin/sheet?import=${id}`}>Correct the sheet</LinkButton>
        </FormButtons>
      </form>
    </Notice>
  )
}

/** Above a sheet that was published. */
export function PublishedSheet({ sheet }: { sheet: Typed }) {
  const [athlete = ''] = sheet.athlete ?? []
  const [draft = ''] = sheet.draft ?? []
  return (
    <>
      {draft !== '' && <ForgetDraft id={draft} />}
      <p className="mb-6">
        <a href={athlete === '' ? '/admin/sheet' : `/admin/sheet?athlete=${athlete}`}>
          {athlete === '' ? 'Enter another race' : 'Enter more of this athlete’s results'}
        </a>
      </p>
    </>
  )
}
