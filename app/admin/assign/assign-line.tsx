import { Button } from '@/components/form/button'
import type { Assignment } from '@/server/assignments/assignments'
import { assignAction } from './actions'

/** Who works on a finding or a dispute, with the buttons to take it, to give it to somebody else, and to leave it. */
export function AssignLine({
  subject,
  label,
  assignment,
  me,
  back,
}: {
  subject: string
  /** What it is, for those who hear one such line after the other. */
  label: string
  assignment: Assignment | undefined
  /** The account that is asking. */
  me: string
  /** The list to come back to. */
  back: string
}) {
  const isMine = assignment?.userId === me
  const other = new URLSearchParams({ subject, back, label })
  return (
    <form action={assignAction} className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="back" value={back} />
      {assignment && (
        <span>
          Assigned to <strong>{isMine ? 'you' : assignment.name}</strong>
          {assignment.by !== assignment.name && ` by ${assignment.by}`}
        </span>
      )}
      <Button name="to" value={isMine ? '' : me}>
        {isMine ? 'Leave it to others' : 'Assign to me'}
        <span className="sr-only">: {label}</span>
      </Button>
      <a href={`/admin/assign?${other}`}>
        Assign to somebody else<span className="sr-only">: {label}</span>
      </a>
    </form>
  )
}
