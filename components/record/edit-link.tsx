import type { WatchedKind } from '@/lib/record/page-kinds'
import { DeskLink } from './desk-link'

/**
 * From a thing to the form that changes it, for editors.
 *
 * @param what says which, to those who hear the link alone.
 * @param field the input to which it leads, where it is about one.
 */
export function EditLink({
  kind,
  id,
  what,
  word = 'Edit',
  field,
}: {
  kind: string
  id: string
  what: string
  word?: string
  field?: string
}) {
  return (
    <DeskLink href={`/admin/things/${kind}/${id}${field ? `#f-value-${field}` : ''}`}>
      {word}
      <span className="sr-only"> {what}</span>
    </DeskLink>
  )
}

/** From an athlete to the form that adds something: "Add a name". */
export function AddLink({ kind, athleteId, children }: { kind: string; athleteId: string; children: string }) {
  return <DeskLink href={`/admin/things/${kind}/new?of=${athleteId}`}>{children}</DeskLink>
}

/** From a thing to where it is merged with another that is the same. */
export function MergeLink({ href, what }: { href: string; what: string }) {
  return (
    <DeskLink href={href}>
      Merge<span className="sr-only"> {what} with another</span>
    </DeskLink>
  )
}

/** From a thing to where somebody signed in watches it, or protects it. */
export function WatchLink({ kind, id, what }: { kind: WatchedKind; id: string; what: string }) {
  return (
    <DeskLink href={`/admin/watch/${kind}/${id}`}>
      Watch<span className="sr-only"> {what}</span>
    </DeskLink>
  )
}
