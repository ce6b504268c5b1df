import type { HistoryEntry } from '@/lib/record/history'

/** Who made a change, with the way to all that they did, who approved it, and who suggested it. */
export function ChangedBy({
  entry: { author, authorId, reviewer, isAmended, suggestedBy },
}: {
  entry: Pick<HistoryEntry, 'author' | 'authorId' | 'reviewer' | 'isAmended' | 'suggestedBy'>
}) {
  return (
    <>
      <strong>{authorId === null ? author : <a href={`/editors/${authorId}`}>{author}</a>}</strong>
      {reviewer !== null && (
        <>
          , {isAmended ? 'reviewed and amended' : 'reviewed'} by <strong>{reviewer}</strong>
        </>
      )}
      {suggestedBy.length > 0 && `, suggested by ${suggestedBy.join(', ')}`}
    </>
  )
}
