import type { ReactNode } from 'react'

/** What a save would change, a `FieldChange` each. */
export function FieldChanges({ children }: { children: ReactNode }) {
  return <dl className="lining-nums tabular-nums">{children}</dl>
}

export function FieldChange({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="min-w-28 text-quiet">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}

/** A value that goes. */
export function Before({ children }: { children: ReactNode }) {
  return <del className="text-quiet decoration-champ">{children}</del>
}

/** A value that comes, or stays. */
export function After({ children }: { children: ReactNode }) {
  return <ins className="font-semibold no-underline">{children}</ins>
}
