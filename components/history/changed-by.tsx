import type { HistoryEntry } from '@/lib/record/history'

/** Who made a change, with the way to all that they did, and who approved it. */
export function ChangedBy({
  entry: { author, authorId, reviewer },
}: {
  entry: Pick<HistoryEntry, 'author' | 'authorId' | 'reviewer'>
}) {
  return (
    <>
      <strong>{authorId === null ? author : <a href={`/editors/${authorId}`}>{author}</a>}</strong>
      {reviewer !== null && (
        <>
          , reviewed by <strong>{reviewer}</strong>
        </>
      )}
    </>
  )
}
