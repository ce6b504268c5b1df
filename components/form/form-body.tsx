'use client'

import type { KeyboardEvent, ReactNode } from 'react'

const COLUMNS = 'xl:grid xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start xl:gap-x-12'

/**
 * Everything in a form, disabled while it is sent. Give it the attempt as its key, so that each answer fills it again.
 * Ctrl or Cmd with Enter saves, from any of its fields.
 */
export function FormBody({
  isPending,
  enter = 'save',
  columns = false,
  children,
}: {
  isPending: boolean
  /** The value of the button that Ctrl and Enter press; the first button, where none has it. */
  enter?: string
  /** Whether a wide screen shows an aside beside the fields. */
  columns?: boolean
  children: ReactNode
}) {
  return (
    <fieldset
      disabled={isPending}
      onKeyDown={(event) => pressByKey(event, enter)}
      className={columns ? `contents disabled:cursor-progress ${COLUMNS}` : 'contents disabled:cursor-progress'}
    >
      {children}
    </fieldset>
  )
}

/** With Shift as well, it saves and goes on to the next, where there is a next. */
function pressByKey(event: KeyboardEvent<HTMLFieldSetElement>, enter: string) {
  const { form } = event.currentTarget
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !form) return
  event.preventDefault()
  const valued = (value: string) => form.querySelector<HTMLButtonElement>(`button[value="${value}"]`)
  const first = form.querySelector<HTMLButtonElement>('button:not([type="button"])')
  const button = event.shiftKey ? valued('another') : (valued(enter) ?? first)
  if (button && !button.disabled) form.requestSubmit(button)
}

/**
 * The fields that a form is mostly for, an aside beside them on a wide screen, and the other fields under both, or
 * under the first alone where there is an aside.
 */
export function FormColumns({ aside, rest, children }: { aside: ReactNode; rest: ReactNode; children: ReactNode }) {
  return (
    <div className={`${COLUMNS} xl:grid-rows-[auto_1fr]`}>
      <div className="min-w-0">{children}</div>
      {/* In sight beside the fields: what a save asks for and what it does. The focus ring has room in the padding. */}
      <div
        data-aside=""
        className="max-xl:contents xl:sticky xl:top-0 xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:-m-1 xl:max-h-screen xl:overflow-y-auto xl:p-1 xl:pb-4"
      >
        {aside}
      </div>
      <div className="mt-8 min-w-0 xl:col-start-1 xl:mt-0">{rest}</div>
    </div>
  )
}

// Across the page, over what it hides.
const STICKY =
  'max-xl:sticky max-xl:bottom-0 max-xl:z-10 max-xl:-mx-4 max-xl:border-rule max-xl:border-t max-xl:bg-paper max-xl:px-4 max-xl:py-2.5 sm:max-xl:-mx-7 sm:max-xl:px-7'

/** The buttons at the end of a form. */
export function FormButtons({
  hint,
  sticky = false,
  children,
}: {
  hint?: ReactNode
  /** Whether a narrow screen keeps them in sight while the fields above are filled in. */
  sticky?: boolean
  children: ReactNode
}) {
  return (
    <div
      data-sticky={sticky ? '' : undefined}
      className={`mt-5 flex flex-wrap items-center gap-2.5 ${sticky ? STICKY : ''}`.trimEnd()}
    >
      {children}
      {/* A phone has no keys for a hint about keys. */}
      {hint && (
        <p className="basis-full text-xs leading-snug text-quiet [@media(hover:none)]:has-[kbd]:hidden">{hint}</p>
      )}
    </div>
  )
}
