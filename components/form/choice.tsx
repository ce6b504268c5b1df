import type { ComponentProps, ReactNode } from 'react'

const LINE = 'flex items-baseline gap-2 py-1.25'
const BOX = 'size-4.25 flex-none translate-y-0.5 accent-gold'

type Box = Omit<ComponentProps<'input'>, 'className' | 'type'> & { type: 'radio' | 'checkbox' }

/** A radio button or checkbox with its label beside it. */
export function Choice({ children, ...box }: Box & { children: ReactNode }) {
  return (
    <label className={LINE}>
      <input className={BOX} {...box} />
      <span>{children}</span>
    </label>
  )
}

/** The same with more than a label beside the box. */
export function ChoiceLine({ children, ...box }: Box & { children: ReactNode }) {
  return (
    <div className={`${LINE} flex-wrap`}>
      <input className={BOX} {...box} />
      {children}
    </div>
  )
}
