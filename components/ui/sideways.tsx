import type { ReactNode } from 'react'

/**
 * What scrolls sideways where it has no room. Its own positioning context: text for screen readers is positioned
 * absolutely, must scroll with the table and must not widen the page.
 */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that can be scrolled must be reachable by keyboard.
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
