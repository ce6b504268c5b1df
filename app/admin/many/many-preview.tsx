import { After, Before } from '@/components/form/field-changes'
import { ErrorMessage } from '@/components/form/messages'
import { Notice } from '@/components/form/notice'
import { count } from '@/components/record/labels'
import type { ManyKind } from '@/lib/record/many/fields'
import type { ListedThing, ManyPreview, ManyRow } from '@/lib/record/many/preview'
import { KINDS } from './labels'

/** What becomes of one row, or why it is refused. */
export function RowChange({
  row: { before, after, refusal },
  words,
}: {
  row: ManyRow
  words: (value: string) => string
}) {
  return (
    <>
      {before !== '' && (
        <>
          <Before>{words(before)}</Before> <span aria-hidden="true">→</span>
          <span className="sr-only">becomes</span>{' '}
        </>
      )}
      <After>{words(after)}</After>
      {refusal && <ErrorMessage>{refusal}</ErrorMessage>}
    </>
  )
}

/** What saving would do, in numbers; rows that are not listed on the page are told here. */
export function ManyPreviewNotice({
  preview: { rows, changed, refused, same, more },
  kind,
  listed,
  words,
}: {
  preview: ManyPreview
  kind: ManyKind
  listed: readonly ListedThing[]
  words: (value: string) => string
}) {
  const { one } = KINDS[kind]
  const known = new Set(listed.map(({ id }) => id))
  const others = rows.filter(({ id }) => !known.has(id))
  return (
    <Notice
      title={
        refused > 0
          ? `${refused} of ${count(changed, one)} would be refused`
          : `${count(changed, one)} would be changed`
      }
      look={refused > 0 ? 'danger' : 'plain'}
      className="mb-6 wrap-anywhere"
      role="status"
    >
      {refused > 0 && <p>Nothing is saved while one is refused: correct it, or untick it. The list says why.</p>}
      {same > 0 && <p>{`${count(same, one)} ${same === 1 ? 'stands' : 'stand'} like that already.`}</p>}
      {others.length > 0 && (
        <ul className="mt-2">
          {others.map((row) => (
            <li key={row.id}>
              {row.title}: <RowChange row={row} words={words} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="mt-2">{count(more, 'other')} not listed here.</p>}
    </Notice>
  )
}
