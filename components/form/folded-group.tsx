import type { ReactNode } from 'react'

/**
 * A part of a long form that is seldom needed, folded away under its name and what it contains. Without JavaScript it
 * opens and closes all the same.
 */
export function FoldedGroup({
  legend,
  contains,
  open,
  children,
}: {
  legend: string
  /** What the fields hold, in words; blank ones are left out. */
  contains: readonly string[]
  /** Whether it has to be seen: something in it was typed and not saved, is wrong, or is asked about. */
  open: boolean
  children: ReactNode
}) {
  const words = contains.filter(Boolean).join(', ')
  return (
    <details className="border-rule border-t last:border-b" open={open}>
      <summary className="py-2.5 text-quiet">
        <span className="font-semibold text-ink">{legend}</span>
        {words && `: ${words}`}
      </summary>
      <fieldset className="min-w-0 pt-1 pb-6">
        <legend className="sr-only">{legend}</legend>
        {children}
      </fieldset>
    </details>
  )
}
