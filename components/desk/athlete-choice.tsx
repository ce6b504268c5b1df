import type { ListedAthlete } from '../site/athlete-list'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { DeskAthletes } from './desk-athletes'

/** Whose result it is, chosen by typing a name; a plain form that asks the same page again. */
export function AthleteChoice({ typed, found }: { typed: string; found: readonly ListedAthlete[] }) {
  return (
    <>
      <form action="/admin/results/new" className="mb-6 flex max-w-xl items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            id="athlete"
            name="athlete"
            label="Athlete"
            defaultValue={typed}
            placeholder="A name, in any script"
            autoComplete="off"
          />
        </div>
        <Button look="chief">Find</Button>
      </form>
      {typed !== '' && <DeskAthletes athletes={found} query={typed} />}
    </>
  )
}
