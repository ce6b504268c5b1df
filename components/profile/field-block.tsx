import type { ReactNode } from 'react'

/** A field of the record under its own small heading, a line above it unless it is the first. */
export function FieldBlock({ title, remark, children }: { title: ReactNode; remark?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-rule border-t py-4 first:border-t-0 first:pt-0 print:break-inside-avoid">
      <h3>
        {title} {remark && <small className="font-normal font-sans text-md text-quiet">{remark}</small>}
      </h3>
      {children}
    </div>
  )
}
