import type { ReactNode } from 'react'
import { ROW_KINDS, type RowCounts, type RowKind } from '@/lib/import/preview'
import { KIND } from '../import-labels'

/** How many rows there are of each kind, each a link to them. */
export function RowKinds({ id, counts, kind }: { id: string; counts: RowCounts; kind: RowKind | undefined }) {
  return (
    <nav aria-label="Kinds of rows">
      <ul className="mb-2.5 flex flex-wrap gap-x-2.5 gap-y-1.5">
        {ROW_KINDS.map((known) => (
          <KindLink
            key={known}
            href={`/admin/import/${id}?kind=${known}#rows`}
            isCurrent={known === kind}
            title={KIND[known]?.meaning}
          >
            <strong>{counts[known].toLocaleString('en')}</strong> {KIND[known]?.name}
          </KindLink>
        ))}
        <KindLink href={`/admin/import/${id}#rows`} isCurrent={kind === undefined}>
          All rows
        </KindLink>
      </ul>
      <p className="text-quiet">
        {counts.LEFT_OUT > 0 && `${counts.LEFT_OUT.toLocaleString('en')} skipped or taken back. `}
        {counts.WRITTEN > 0 && `${counts.WRITTEN.toLocaleString('en')} written.`}
      </p>
    </nav>
  )
}

function KindLink({
  href,
  isCurrent,
  title,
  children,
}: {
  href: string
  isCurrent: boolean
  title?: string
  children: ReactNode
}) {
  return (
    <li>
      <a
        href={href}
        className="block rounded border border-rule bg-sheet px-3 py-1.5 lining-nums tabular-nums no-underline aria-[current]:border-gold-mark aria-[current]:shadow-[inset_0_-3px_0_var(--color-gold-mark)]"
        aria-current={isCurrent ? 'page' : undefined}
        title={title}
      >
        {children}
      </a>
    </li>
  )
}
