import type { ComponentProps, ReactNode } from 'react'

const LOOKS = { plain: 'border-l-gold-mark', danger: 'border-l-champ' }

/** A message in a frame, above or between the parts of a page. */
export function Notice({
  look = 'plain',
  title,
  titleId,
  className = '',
  children,
  ...rest
}: Omit<ComponentProps<'section'>, 'title'> & {
  look?: keyof typeof LOOKS
  title?: ReactNode
  /** Names the notice by its title, which makes it a part of the page to jump to. */
  titleId?: string
}) {
  return (
    <section
      className={`col-span-full rounded border border-l-4 border-rule bg-sheet px-4.5 py-3.5 ${LOOKS[look]} ${className}`.trimEnd()}
      aria-labelledby={titleId}
      {...rest}
    >
      {title !== undefined && (
        <h2 id={titleId} className="text-lg">
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}
