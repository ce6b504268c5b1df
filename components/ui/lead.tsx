import type { ReactNode } from 'react'

/** The sentence that opens a page, or stands where there is nothing to list. */
export function Lead({ className = '', children }: { className?: string; children: ReactNode }) {
  return <p className={`max-w-2xl font-serif text-lg text-quiet ${className}`}>{children}</p>
}
