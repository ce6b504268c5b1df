import type { ReactNode } from 'react'

/** Everything in a form, disabled while it is sent. Give it the attempt as its key, so that each answer fills it again. */
export function FormBody({
  isPending,
  columns = false,
  children,
}: {
  isPending: boolean
  /** Whether a wide screen shows an aside beside the fields. */
  columns?: boolean
  children: ReactNode
}) {
  return (
    <fieldset
      disabled={isPending}
      className={
        columns
          ? 'contents disabled:cursor-progress xl:grid xl:grid-cols-[minmax(0,1fr)_22rem] xl:items-start xl:gap-x-12'
          : 'contents disabled:cursor-progress'
      }
    >
      {children}
    </fieldset>
  )
}

/** The buttons at the end of a form. */
export function FormButtons({ hint, children }: { hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2.5">
      {children}
      {/* A phone has no keys for a hint about keys. */}
      {hint && (
        <p className="basis-full text-xs leading-snug text-quiet [@media(hover:none)]:has-[kbd]:hidden">{hint}</p>
      )}
    </div>
  )
}
