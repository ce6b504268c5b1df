import { Button } from '@/components/form/button'
import { Instant } from '@/components/ui/when'

export interface ListedDecision {
  id: string
  /** The rule's title. */
  rule: string
  label: string
  reason: string
  author: string
  at: string
  /** Who brought it back; null while it is set aside. */
  broughtBack: { by: string; at: string } | null
}

/** What was noticed and left as it is: by whom, when and why. */
export function FindingDecisions({
  decisions,
  actionOf,
}: {
  decisions: readonly ListedDecision[]
  actionOf: (id: string) => (form: FormData) => Promise<void>
}) {
  if (decisions.length === 0) return <p className="lead">Nothing has been set aside.</p>
  return (
    <ul className="findings">
      {decisions.map(({ id, rule, label, reason, author, at, broughtBack }) => (
        <li key={id}>
          <p>
            <strong>{label}</strong>: {rule}
          </p>
          <p>{reason}</p>
          <p className="byline">
            {author}, <Instant iso={at} />
          </p>
          {broughtBack ? (
            <p className="byline">
              Brought back by {broughtBack.by}, <Instant iso={broughtBack.at} />
            </p>
          ) : (
            <form action={actionOf(id)} className="mt-2">
              <Button>
                Bring it back<span className="sr-only">: {label}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
