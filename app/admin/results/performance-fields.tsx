import type { ReactNode } from 'react'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { TIMING } from '@/components/form/labels'
import { COUNTRIES } from '@/lib/sport/countries'
import { TIMINGS } from '@/lib/sport/performance'
import { STATUSES, statusInWords } from '@/lib/sport/status'

/** What was done in the race, places and records apart. */
export function PerformanceFields({
  form,
  idOf,
  reading,
}: {
  form: Filled
  idOf: (input: string) => string
  /** How the mark was read. */
  reading: ReactNode
}) {
  const inputs = inputProps(form, idOf)
  const parts = (name: string) => ({ ...inputs(name), autoComplete: 'off' })
  return (
    <FieldsGrid>
      <TextField {...parts('mark')} hint="As published: 2:08:50, 8.95; 10.7h by hand." below={reading} />
      <SelectField
        {...parts('status')}
        hint="If there is no valid mark."
        choices={[
          ['', 'Finished'],
          ...STATUSES.map((status) => [status, `${status}: ${statusInWords(status)}`] as const),
        ]}
      />
      <TextField {...parts('date')} hint="2014, 2014-12, 2014-12-07; 2014-04~ for about." />
      <TextField {...parts('wind')} hint="+0.7, in metres a second." />
      <SelectField
        {...parts('timing')}
        choices={[['', 'Not known'], ...TIMINGS.map((timing) => [timing, TIMING[timing] ?? timing] as const)]}
      />
      <TextField
        {...parts('flags')}
        hint="h hand time, i indoors, A altitude, w and W wind, + on the way, dh downhill, x exhibition, e estimated."
        spellCheck={false}
      />
      <TextField {...parts('qualification')} hint="Q, q, qR …" />
      <TextField {...parts('countryCode')} hint="That day: MGL or Mongolia." list={idOf('countries')} />
      <TextField {...parts('club')} size="half" hint="That day." />
      <TextArea {...parts('note')} size="whole" rows={2} />
      <datalist id={idOf('countries')}>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </FieldsGrid>
  )
}
