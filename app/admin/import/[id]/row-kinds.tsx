import { ROW_KINDS, type RowCounts, type RowKind } from '@/lib/import/preview'
import { KIND } from '../import-labels'

/** How many rows there are of each kind, each a link to them. */
export function RowKinds({ id, counts, kind }: { id: string; counts: RowCounts; kind: RowKind | undefined }) {
  return (
    <nav aria-label="Kinds of rows">
      <ul className="kinds">
        {ROW_KINDS.map((known) => (
          <li key={known}>
            <a
              href={`/admin/import/${id}?kind=${known}#rows`}
              aria-current={known === kind ? 'page' : undefined}
              title={KIND[known]?.meaning}
            >
              <strong>{counts[known].toLocaleString('en')}</strong> {KIND[known]?.name}
            </a>
          </li>
        ))}
        <li>
          <a href={`/admin/import/${id}#rows`} aria-current={kind === undefined ? 'page' : undefined}>
            All rows
          </a>
        </li>
      </ul>
      <p className="text-quiet">
        {counts.LEFT_OUT > 0 && `${counts.LEFT_OUT.toLocaleString('en')} left out or taken back. `}
        {counts.WRITTEN > 0 && `${counts.WRITTEN.toLocaleString('en')} written.`}
      </p>
    </nav>
  )
}
