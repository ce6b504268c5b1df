import type { ReactNode } from 'react'

/** From a figure to the form that corrects it, for editors. */
export function DeskLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      className="inline-block min-h-6 min-w-6 py-0.5 text-xs font-normal print:hidden in-[td]:block"
      href={href}
      data-uncopied=""
    >
      {children}
    </a>
  )
}

/** To the form of a result. */
export function CorrectLink({ id, name }: { id: string; name: string }) {
  return (
    <DeskLink href={`/admin/results/${id}`}>
      Correct<span className="sr-only"> {name}</span>
    </DeskLink>
  )
}
