import type { ReactNode } from 'react'

/** From a figure to the form that corrects it, for editors. */
export function DeskLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="text-xs font-normal print:hidden in-[td]:block" href={href} data-uncopied="">
      {children}
    </a>
  )
}
