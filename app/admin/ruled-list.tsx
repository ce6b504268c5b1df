import type { ReactNode } from 'react'

/** Paragraphs of the desk, one below the other with a hairline between them; its children are `li`. */
export function RuledList({ children }: { children: ReactNode }) {
  return <ul className="*:max-w-184 *:border-rule *:py-3 *:not-first:border-t *:last:pb-0">{children}</ul>
}
