import type { ReactNode } from 'react'

/**
 * Fields in as many columns as there is room for. An inset too narrow for two has one, or a field that spans two would
 * add a second beside it; the aside of a wide screen has two all the same.
 */
export function FieldsGrid({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={`grid grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))] items-start gap-x-4 gap-y-3.5 @max-[21rem]:grid-cols-1 xl:in-data-aside:@max-[21rem]:grid-cols-2 ${className}`.trimEnd()}
    >
      {children}
    </div>
  )
}
