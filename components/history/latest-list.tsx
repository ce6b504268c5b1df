import type { ReactNode } from 'react'

/** A list of changes in short, a line between each two. */
export function LatestList({ children }: { children: ReactNode }) {
  return <ol className="*:border-rule *:border-t *:py-2.75 *:first:border-t-0 *:first:pt-0">{children}</ol>
}
