import type { ReactNode } from 'react'

/** What is known of a thing, a line a fact. A `small` in it is a remark on a line of its own. */
export function FactList({ children }: { children: ReactNode }) {
  return (
    <dl className="self-start border-rule border-t text-md lining-nums tabular-nums *:grid *:grid-cols-[7.5rem_minmax(0,1fr)] *:gap-3 *:border-rule *:border-b *:py-1.5 [&_dt]:text-quiet [&_li+li]:mt-1.5 [&_small]:block [&_small]:text-quiet [&_small]:text-xs [&_small]:leading-snug">
      {children}
    </dl>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
