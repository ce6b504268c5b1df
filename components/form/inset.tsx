import type { ReactNode } from 'react'

const INSET = '@container rounded border border-rule bg-sheet px-4 pt-3.5 pb-4'

/** A part of a form, or a small form, in a frame of its own. */
export function Inset({ className = '', children }: { className?: string; children: ReactNode }) {
  return <div className={`${INSET} ${className}`.trimEnd()}>{children}</div>
}

/** The same, folded away under its summary. */
export function InsetDetails({
  summary,
  open,
  className = '',
  children,
}: {
  summary: string
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details className={`${INSET} ${className}`.trimEnd()} open={open}>
      <summary className="font-semibold [[open]>&]:mb-3">{summary}</summary>
      {children}
    </details>
  )
}
