import { Notice } from '@/components/form/notice'
import { getRowsStillWritten } from '@/server/imports/desk'

/** What is still written of an import that was undone, and why. */
export async function StillWritten({ id }: { id: string }) {
  const rows = await getRowsStillWritten(id)
  if (rows.length === 0) return null
  return (
    <Notice title="Not all of it was taken back" className="mb-6 max-w-2xl">
      <p>
        Somebody has edited these results since, so they stay. Each can be withdrawn by hand; once that edit is undone,
        it can be taken back below:
      </p>
      <ul>
        {rows.map(({ line, raw, resultId }) => (
          <li key={line}>
            <a href={`/admin/results/${resultId}`}>Line {line}</a>:{' '}
            <span className="text-xs wrap-anywhere">{raw.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
