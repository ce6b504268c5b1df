import type { ReactNode } from 'react'
import { sheetClass } from '../ui/sheet-class'
import { Laurel } from './laurel'

export function SkipLink() {
  return (
    <a
      className="sr-only z-20 focus:not-sr-only focus:absolute focus:m-2 focus:bg-ink focus:px-4 focus:py-[0.6rem] focus:text-paper print:hidden"
      href="#main"
    >
      Skip to the content
    </a>
  )
}

/** The wordmark and what is beside it, over a thick rule and a thin one, as record books head their pages. */
export function Masthead({ children }: { children: ReactNode }) {
  return (
    <header className="mb-1.5 border-b border-strong shadow-[0_3px_0_var(--color-paper),0_6px_0_var(--color-strong)]">
      <div className={`${sheetClass} flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5`}>
        <a
          className="inline-flex items-center gap-2 font-serif text-xl font-heavy tracking-[-0.01em] no-underline *:text-gold-mark"
          href="/"
        >
          <Laurel /> Palmarès
        </a>
        {children}
      </div>
    </header>
  )
}

/** The links of the masthead. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav
      className="flex flex-wrap gap-x-5 *:inline-block *:py-2 *:text-md *:no-underline *:hover:underline *:aria-[current]:underline md:order-2 print:hidden"
      aria-label={label}
    >
      {children}
    </nav>
  )
}
