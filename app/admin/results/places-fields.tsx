import type { ReactNode } from 'react'
import { ChoiceLine } from '@/components/form/choice'
import { Field, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import { fieldLabel } from '@/components/form/labels'
import { Hint } from '@/components/form/messages'
import { classificationName, recordName } from '@/components/record/labels'

const FREE_ROWS = [0, 1]
const CLASSIFICATIONS = ['overall', 'national', 'asian-championship', 'world-championship', 'heat', 'team', 'age-group']
const RECORDS = ['NR', 'AR', 'CR', 'MR', 'WR', 'OR']

interface Rows {
  form: Filled
  idOf: (input: string) => string
}

/** Places by classification: those that are known, and room for more. */
export function PlacesFields({ form, idOf, classifications }: Rows & { classifications: readonly string[] }) {
  return (
    <div className="grid gap-4">
      <FieldsGrid>
        {classifications.map((classification) => {
          const name = `place:${classification}`
          return (
            <TextField
              key={name}
              id={idOf(name)}
              name={name}
              label={fieldLabel(name)}
              error={form.error(name)}
              defaultValue={form.value(name)}
              hint={classification === 'overall' ? 'In the race; 3= for a shared one.' : 'Cleared, it is taken away.'}
              inputMode="numeric"
              autoComplete="off"
            />
          )
        })}
      </FieldsGrid>
      {FREE_ROWS.map((row) => (
        <Pair key={row}>
          <FreeRow form={form} idOf={idOf} name="newClassification" row={row} list={idOf('classifications')} />
          <FreeRow form={form} idOf={idOf} name="newPlace" row={row} />
        </Pair>
      ))}
      <Hint>
        One performance may have several places: in the race, in a championship held with it, among its country’s
        runners.
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
        <Pair key={code}>
          <Field id={idOf(`record:${code}`)} label={fieldLabel(`record:${code}`)} error={form.error(`record:${code}`)}>
            {(wired) => (
              <ChoiceLine
                type="checkbox"
                name={`record:${code}`}
                value="yes"
                defaultChecked={form.isTicked(`record:${code}`)}
                {...wired}
              >
                It was the {recordName(code)}
              </ChoiceLine>
            )}
          </Field>
          <TextField
            id={idOf(`scope:${code}`)}
            name={`scope:${code}`}
            label={fieldLabel(`scope:${code}`)}
            defaultValue={form.value(`scope:${code}`)}
            autoComplete="off"
          />
        </Pair>
      ))}
      {FREE_ROWS.map((row) => (
        <Pair key={row}>
          <FreeRow form={form} idOf={idOf} name="newRecord" row={row} list={idOf('records')} />
          <FreeRow form={form} idOf={idOf} name="newScope" row={row} />
        </Pair>
      ))}
      <Hint>
        NR, AR, CR, WR … as it was when it was set, and of which country or area (MGL, Asia). What is the record now is
        computed.
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

/** Two fields that belong together. */
function Pair({ children }: { children: ReactNode }) {
  return <div className="grid max-w-136 grid-cols-2 items-start gap-x-4 gap-y-2">{children}</div>
}
