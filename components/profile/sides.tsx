import type { ReactNode } from 'react'

/** The values that sources assert of one figure, side by side. */
export function Sides({ children }: { children: ReactNode }) {
  return (
    <div className="mt-2.5 grid grid-cols-[repeat(auto-fit,minmax(min(16rem,100%),1fr))] gap-3 [&_li]:mt-1.5 [&_li]:leading-snug [&_strong]:font-semibold">
      {children}
    </div>
  )
}

/** One of them in its box; the one that the record follows has a gold edge. */
export function SideBox({ accepted, children }: { accepted: boolean; children: ReactNode }) {
  // The text lines up with that of the other boxes, whose border is 3 px thinner.
  const edge = accepted ? 'border-gold-mark border-l-4 pl-[11px]' : 'border-rule pl-3.5'
  return <div className={`side rounded border bg-sheet py-2.75 pr-3.5 text-md ${edge}`}>{children}</div>
}
