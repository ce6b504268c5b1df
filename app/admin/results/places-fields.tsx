import type { ReactNode } from 'react'
import { ChoiceLine } from '@/components/form/choice'
import { Field, SelectField, TextField } from '@/components/form/field'
import type { Filled } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { fieldLabel } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { classificationName, RECORD_STATE, recordName } from '@/components/record/labels'
import { RECORD_STATES } from '@/lib/record/result'

const FREE_ROWS = [0, 1]
const CLASSIFICATIONS = ['overall', 'national', 'asian-championship', 'world-championship', 'heat', 'team', 'age-group']
const RECORDS = ['NR', 'AR', 'CR', 'MR', 'WR', 'OR']
/** A claim that nobody has judged has no other state. */
const STATES = RECORD_STATES.map((state) => [state === 'CLAIMED' ? '' : state, RECORD_STATE[state]] as const)

interface Rows {
  form: Filled
  idOf: (input: string) => string
}

/** Places in other classifications, and what was published of those that are known, if it was something else. */
export function OtherPlacesFields({ form, idOf, classifications }: Rows & { classifications: readonly string[] }) {
  const inputs = inputProps(form, idOf)
  return (
    <div className="grid gap-4">
      {classifications.map((classification) => (
        <Together key={classification}>
          <TextField
            {...inputs(`placeAsPublished:${classification}`)}
            inputMode="numeric"
            autoComplete="off"
            hint="If it was another."
          />
        </Together>
      ))}
      {FREE_ROWS.map((row) => (
        <Together key={row}>
          <FreeRow form={form} idOf={idOf} name="newClassification" row={row} list={idOf('classifications')} />
          <FreeRow form={form} idOf={idOf} name="newPlace" row={row} />
          <FreeRow form={form} idOf={idOf} name="newPlaceAsPublished" row={row} />
        </Together>
      ))}
      <Hint>
        One performance may have several places: in the race, in a championship held with it, among its country’s
        runners. A place moves when somebody above is annulled: what was published then is kept beside it.
      </Hint>
      <datalist id={idOf('classifications')}>
        {CLASSIFICATIONS.map((slug) => (
          <option key={slug} value={classificationName(slug)} />
        ))}
      </datalist>
    </div>
  )
}

/** Records that the mark was when it was set: those that are claimed, and room for more. */
export function RecordsFields({ form, idOf, codes }: Rows & { codes: readonly string[] }) {
  return (
    <div className="grid gap-4">
      {codes.map((code) => (
        <KnownRecord key={code} form={form} idOf={idOf} code={code} />
      ))}
      {FREE_ROWS.map((row) => (
        <Together key={row}>
          <FreeRow form={form} idOf={idOf} name="newRecord" row={row} list={idOf('records')} />
          <FreeRow form={form} idOf={idOf} name="newScope" row={row} />
          <FreeRow form={form} idOf={idOf} name="newAuthority" row={row} />
          <SelectField
            id={idOf(`newState.${row}`)}
            name="newState"
            label={fieldLabel(`newState.${row}`)}
            error={form.error(`newState.${row}`)}
            defaultValue={form.value('newState', row)}
            choices={STATES}
          />
        </Together>
      ))}
      <Hint>
        NR, AR, CR, WR … as it was when it was set, =NR where it equalled one, and of which country or area (MGL, Asia).
        What is the record now is computed.
      </Hint>
      <datalist id={idOf('records')}>
        {RECORDS.map((code) => (
          <option key={code} value={code}>
            {recordName(code)}
          </option>
        ))}
      </datalist>
    </div>
  )
}

/** A record that is claimed: whose it was, who recognises it, and what has become of it. */
function KnownRecord({ form, idOf, code }: Rows & { code: string }) {
  const parts = inputProps(form, idOf)
  return (
    <Together>
      <Field id={idOf(`record:${code}`)} label={fieldLabel(`record:${code}`)} error={form.error(`record:${code}`)}>
        {(wired) => <Box form={form} name={`record:${code}`} wired={wired} words={`It was the ${recordName(code)}`} />}
      </Field>
      <Field
        id={idOf(`equalled:${code}`)}
        label={fieldLabel(`equalled:${code}`)}
        error={form.error(`equalled:${code}`)}
      >
        {(wired) => <Box form={form} name={`equalled:${code}`} wired={wired} words="It equalled one" />}
      </Field>
      <TextField {...parts(`scope:${code}`)} autoComplete="off" />
      <TextField {...parts(`authority:${code}`)} autoComplete="off" />
      <SelectField {...parts(`state:${code}`)} choices={STATES} />
    </Together>
  )
}

function Box({ form, name, wired, words }: { form: Filled; name: string; wired: object; words: string }) {
  return (
    <ChoiceLine type="checkbox" name={name} value="yes" defaultChecked={form.isTicked(name)} {...wired}>
      {words}
    </ChoiceLine>
  )
}

function FreeRow({ form, idOf, name, row, list }: Rows & { name: string; row: number; list?: string }) {
  const input = `${name}.${row}`
  return (
    <TextField
      id={idOf(input)}
      name={name}
      label={fieldLabel(input)}
      error={form.error(input)}
      defaultValue={form.value(name, row)}
      list={list}
      autoComplete="off"
    />
  )
}

/** Fields that belong together. */
function Together({ children }: { children: ReactNode }) {
  return <div className="grid max-w-136 grid-cols-2 items-start gap-x-4 gap-y-2">{children}</div>
}
