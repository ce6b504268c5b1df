import type { HistoryEntry } from '@/lib/record/history'

/** For editors: whether somebody other than its author has looked at a change, or the way to say so. */
export function PatrolNote({
  entry: { id, kind, reviewer },
  patrol,
}: {
  entry: Pick<HistoryEntry, 'id' | 'kind' | 'reviewer'>
  patrol: { by: string } | null
}) {
  if (kind === 'SEED' || reviewer !== null) return null
  return (
    <>
      {' · '}
      {patrol ? (
        `patrolled by ${patrol.by}`
      ) : (
        <a href={`/admin/patrol/${id}`}>
          Patrol<span className="sr-only"> change {id}</span>
        </a>
      )}
    </>
  )
}
