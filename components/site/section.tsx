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
    <section id={id} className="section" aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {remark && <p>{remark}</p>}
      </div>
      {children}
    </section>
  )
}
