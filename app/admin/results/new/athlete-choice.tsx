import { DeskAthletes } from '@/app/admin/athletes/athlete-table'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import type { ListedAthlete } from '@/components/site/athlete-list'

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
        <Button look="primary">Find</Button>
      </form>
      {typed !== '' && <DeskAthletes athletes={found} query={typed} />}
    </>
  )
}
