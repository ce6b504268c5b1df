import type { ReactNode } from 'react'

/** Who changed something and when, small and quiet; a name in `strong` stands out. */
export function Byline({ as: Tag = 'p', children }: { as?: 'p' | 'div'; children: ReactNode }) {
  return (
    <Tag className="break-inside-avoid text-quiet text-sm [&_strong]:font-semibold [&_strong]:text-ink">{children}</Tag>
  )
}
