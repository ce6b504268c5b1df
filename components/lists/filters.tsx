import type { ReactNode } from 'react'
import { Chips } from '../ui/chip'
import { eyebrowClass } from '../ui/type-class'

/** Rows of choices above a list. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="mb-5 grid gap-[0.6rem] print:hidden" aria-label={label}>
      {children}
    </nav>
  )
}

/** One row, with its name at the left or, on a phone, above. */
export function FilterRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid items-baseline max-sm:gap-[0.2rem] sm:grid-cols-[4rem_minmax(0,1fr)]">
      <span className={eyebrowClass}>{label}</span>
      <Chips>{children}</Chips>
    </div>
  )
}
