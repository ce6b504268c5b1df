import { Button } from '@/components/form/button'
import { patrolAction, unpatrolAction } from './actions'

/** One button: this change has been looked at. */
export function PatrolForm({ change, isMarked = false }: { change: number; isMarked?: boolean }) {
  return (
    <form action={isMarked ? unpatrolAction : patrolAction}>
      <input type="hidden" name="change" value={change} />
      <Button>
        {isMarked ? 'Take the mark back' : 'Mark as patrolled'}
        <span className="sr-only">: change {change}</span>
      </Button>
    </form>
  )
}
