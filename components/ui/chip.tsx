import type { ReactNode } from 'react'

// Styled from the list: a page may have a hundred of them.
const CHIPS =
  'flex flex-wrap gap-[0.35rem] [&_a]:inline-block [&_a]:min-h-7 [&_a]:rounded-full [&_a]:border [&_a]:border-rule [&_a]:bg-sheet [&_a]:px-[0.6rem] [&_a]:py-[0.15rem] [&_a]:text-sm [&_a]:leading-[1.45rem] [&_a]:tabular-nums [&_a]:no-underline [&_a:hover]:border-gold-mark [&_a[aria-current]]:border-ink [&_a[aria-current]]:bg-ink [&_a[aria-current]]:text-paper [&_small]:text-xs [&_small]:text-quiet [&_[aria-current]_small]:text-inherit'

/** A row of choices. */
export function Chips({ className = '', children }: { className?: string; children: ReactNode }) {
  return <ul className={`${CHIPS} ${className}`.trimEnd()}>{children}</ul>
}

/** One choice, an ordinary link; a `<small>` in it is quiet. */
export function Chip({ href, current = false, children }: { href: string; current?: boolean; children: ReactNode }) {
  return (
    <li>
      <a href={href} aria-current={current ? 'true' : undefined}>
        {children}
      </a>
    </li>
  )
}
