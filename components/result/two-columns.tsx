import type { ReactNode } from 'react'

/** The opening of a page: the figure at the left, what is known of it at the right, on a phone below each other. */
export function TwoColumns({ children }: { children: ReactNode }) {
  return (
    <div className="grid gap-x-14 gap-y-6 pb-2 *:min-w-0 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)]">{children}</div>
  )
}
