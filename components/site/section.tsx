import type { ReactNode } from 'react'

/** One part of a page, with its heading and, at the right, a remark about it. */
export function Section({
  id,
  title,
  remark,
  children,
}: {
  id: string
  title: string
  remark?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} className="mt-13 border-t-2 border-strong pt-3 print:mt-[8mm]" aria-labelledby={`${id}-title`}>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 print:break-after-avoid">
        <h2 className="text-2xl" id={`${id}-title`}>
          {title}
        </h2>
        {remark && <p className="text-sm text-quiet">{remark}</p>}
      </div>
      {children}
    </section>
  )
}
