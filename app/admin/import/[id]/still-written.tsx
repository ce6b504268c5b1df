import { getRowsStillWritten } from '@/server/imports/desk'

/** What is still written of an import that was undone, and why. */
export async function StillWritten({ id }: { id: string }) {
  const rows = await getRowsStillWritten(id)
  if (rows.length === 0) return null
  return (
    <div className="notice mb-6 max-w-2xl">
      <h2>Not all of it was taken back</h2>
      <p>Somebody has edited these results since, so they stay; each can be withdrawn by hand:</p>
      <ul>
        {rows.map(({ line, raw, resultId }) => (
          <li key={line}>
            <a href={`/admin/results/${resultId}`}>Line {line}</a>: <span className="raw">{raw.slice(0, 120)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
