import type { ReactNode } from 'react'

/** The sentence that opens a page, or that replaces an empty list. */
export function Lead({ className = '', children }: { className?: string; children: ReactNode }) {
  return <p className={`max-w-2xl font-serif text-lg text-quiet ${className}`.trimEnd()}>{children}</p>
}
