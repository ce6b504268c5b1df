import { Button } from '@/components/form/button'
import { EVERYTHING } from '@/lib/import/preview'

type Action = (form: FormData) => Promise<void>

/** Decides all that there is to decide, also what the page does not show. */
export function DecideEverything({ action, name, what }: { action: Action; name: string; what: string }) {
  return (
    <div className="mt-3">
      <DecideAll
        {...{ action, name, ids: [EVERYTHING] }}
        areNew={`All ${what} to decide are new`}
        leave={`Leave all ${what} out`}
      />
    </div>
  )
}

/** One answer for many people or meetings. */
export function DecideAll({
  action,
  name,
  ids,
  areNew,
  leave,
  areProposed,
}: {
  action: Action
  name: string
  ids: readonly string[]
  areNew: string
  leave: string
  /** Where each has one proposal alone. */
  areProposed?: string
}) {
  return (
    <form action={action} className="mt-1.5 mb-0.75 flex flex-wrap items-center gap-3">
      {ids.map((id) => (
        <input key={id} type="hidden" name={name} value={id} />
      ))}
      {areProposed && (
        <Button name="choice" value="proposed">
          {areProposed}
        </Button>
      )}
      <Button name="choice" value="new">
        {areNew}
      </Button>
      <Button name="choice" value="leave out">
        {leave}
      </Button>
    </form>
  )
}
