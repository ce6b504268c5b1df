import { smallTitleClass } from '../ui/type-class'

/** The head of a page that is not an athlete's: where it belongs, its title, a remark. */
export function PageHead({
  title,
  remark,
  children,
}: {
  title: React.ReactNode
  remark?: React.ReactNode
  /** The line above the title. */
  children?: React.ReactNode
}) {
  return (
    <header className="pt-10 pb-7">
      {children && <div className="mb-2 text-quiet">{children}</div>}
      <h1 className={smallTitleClass}>{title}</h1>
      {remark && <p className="mt-3 text-quiet">{remark}</p>}
    </header>
  )
}
