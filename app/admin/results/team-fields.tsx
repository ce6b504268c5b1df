import { AthleteField } from '@/components/form/athlete-field'
import { TextField } from '@/components/form/field'
import type { Filled, ResultFormState } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'

/** A relay on the track has four legs; longer ones get more rows as they fill. */
const LEAST_ROWS = 4
const MOST_ROWS = 40

/** The team of a relay, and who ran which leg. */
export function TeamFields({
  form,
  idOf,
  names,
  candidates,
  given,
}: {
  form: Filled
  idOf: (input: string) => string
  /** The inputs that hold something. */
  names: readonly string[]
  candidates: ResultFormState['runnerCandidates']
  /** The athlete on whose page a result is added, who stands in a row from the start. */
  given: string | null
}) {
  const last = Math.max(-1, ...names.filter((name) => isFilled(form, name)).map((name) => Number(name.split('.')[1])))
  const rows = Array.from({ length: Math.min(MOST_ROWS, Math.max(LEAST_ROWS, last + 2)) }, (_, row) => row)
  return (
    <div className="grid gap-4">
      <TextField
        id={idOf('team')}
        name="team"
        label={fieldLabel('team')}
        error={form.error('team')}
        defaultValue={form.value('team')}
        hint="The country, or the club: Mongolia, Morpeth Harriers."
        autoComplete="off"
      />
      {given !== null && <input type="hidden" name="givenRunner" value={given} />}
      {rows.map((row) => (
        <div key={row} className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-start gap-x-4 gap-y-2">
          <AthleteField
            form={form}
            idOf={idOf}
            name={`runner.${row}`}
            reference={`runnerReference.${row}`}
            label={fieldLabel(`runner.${row}`)}
            candidates={candidates[row]}
          />
          <TextField
            id={idOf(`leg.${row}`)}
            name={`leg.${row}`}
            label={
              <>
                Leg<span className="sr-only"> of runner {row + 1}</span>
              </>
            }
            error={form.error(`leg.${row}`)}
            defaultValue={form.value(`leg.${row}`)}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      ))}
      <Hint>
        Type the name, and choose the athlete. A row that is cleared takes its runner out of the team; a leg that is not
        known stays blank. The mark is the team’s, and nobody’s own.
      </Hint>
    </div>
  )
}

function isFilled(form: Filled, name: string): boolean {
  return /^(runner|leg)\.\d+$/.test(name) && form.value(name) !== ''
}
