import type { ReactNode } from 'react'

/** A part of a long form, under its name and a rule. */
export function Group({
  legend,
  className = '',
  children,
}: {
  legend: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <fieldset className={`mb-7 min-w-0 border-t border-strong pt-3.5 *:nth-2:clear-both ${className}`.trimEnd()}>
      <legend className="float-left mb-2.75 w-full font-serif text-xl font-bold">{legend}</legend>
      {children}
    </fieldset>
  )
}
