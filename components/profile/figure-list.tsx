import type { ReactNode } from 'react'

/** A handful of figures in large type, each with its name above it and, in a `small`, a remark below. */
export function FigureList({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-6 self-start border-rule border-b lining-nums tabular-nums *:border-rule *:border-t *:pt-2.75 *:pb-3 [&_dd>:is(a,b)]:font-bold [&_dd>:is(a,b)]:font-serif [&_dd>:is(a,b)]:text-2xl [&_dd>:is(a,b)]:leading-[1.2] [&_dd>a]:no-underline [&_dd>a]:hover:underline [&_dt]:text-quiet [&_dt]:text-xs [&_dt]:leading-tight [&_small]:block [&_small]:text-quiet [&_small]:text-xs [&_small]:leading-snug">
      {children}
    </dl>
  )
}
