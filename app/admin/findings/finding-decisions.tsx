import { Button } from '@/components/form/button'
import { Byline } from '@/components/history/byline'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { RuledList } from '../ruled-list'

export interface ListedDecision {
  id: string
  /** The rule's title. */
  rule: string
  label: string
  reason: string
  author: string
  at: string
  /** Who made it appear again; null while it is dismissed. */
  broughtBack: { by: string; at: string } | null
}

/** Findings that were dismissed: who did it, when and why. */
export function FindingDecisions({
  decisions,
  actionOf,
}: {
  decisions: readonly ListedDecision[]
  actionOf: (id: string) => (form: FormData) => Promise<void>
}) {
  if (decisions.length === 0) return <Lead>Nothing has been dismissed.</Lead>
  return (
    <RuledList>
      {decisions.map(({ id, rule, label, reason, author, at, broughtBack }) => (
        <li key={id}>
          <p>
            <strong>{label}</strong>: {rule}
          </p>
          <p>{reason}</p>
          <Byline>
            {author}, <Instant iso={at} />
          </Byline>
          {broughtBack ? (
            <Byline>
              Brought back by {broughtBack.by}, <Instant iso={broughtBack.at} />
            </Byline>
          ) : (
            <form action={actionOf(id)} className="mt-2">
              <Button>
                Bring it back<span className="sr-only">: {label}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </RuledList>
  )
}
