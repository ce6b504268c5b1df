import type { ReactNode } from 'react'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import { inputProps } from '@/components/form/input-props'
import { TIMING } from '@/components/form/labels'
import { COUNTRIES } from '@/lib/sport/countries'
import { TIMINGS } from '@/lib/sport/performance'
import { STATUSES, statusCode, statusInWords } from '@/lib/sport/status'
import { FlagsField } from './flags-field'

interface InForm {
  form: Filled
  idOf: (input: string) => string
}

/** What is corrected most: the mark or why there is none, the day, the places that are known, and a note. */
export function PerformanceFields({
  form,
  idOf,
  classifications,
  reading,
}: InForm & {
  /** Those in which a place is known. */
  classifications: readonly string[]
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
          ...STATUSES.map((status) => [status, `${statusCode(status)}: ${statusInWords(status)}`] as const),
        ]}
      />
      <TextField {...parts('date')} hint="2014, 2014-12, 2014-12-07; 2014-04~ for about." />
      {classifications.map((classification) => (
        <TextField
          key={classification}
          {...parts(`place:${classification}`)}
          inputMode="numeric"
          hint={classification === 'overall' ? 'In the race; 3= for a shared one.' : 'Cleared, it is taken away.'}
        />
      ))}
      <TextArea {...parts('note')} size="whole" rows={2} />
    </FieldsGrid>
  )
}

/** What else is known of the performance, by the names of the inputs. */
export const DETAILS = [
  'wind',
  'timing',
  'flags',
  'qualification',
  'reactionTime',
  'ruleBroken',
  'implement',
  'teamScore',
  'countryCode',
  'club',
] as const

export function DetailFields({ form, idOf }: InForm) {
  const inputs = inputProps(form, idOf)
  const parts = (name: string) => ({ ...inputs(name), autoComplete: 'off' })
  return (
    <FieldsGrid>
      <TextField {...parts('wind')} hint="+0.7, in metres a second." />
      <SelectField
        {...parts('timing')}
        choices={[['', 'Not known'], ...TIMINGS.map((timing) => [timing, TIMING[timing] ?? timing] as const)]}
      />
      <TextField {...parts('qualification')} hint="Q, q, qR …" />
      <TextField {...parts('reactionTime')} hint="0.152, in seconds." inputMode="decimal" />
      <TextField {...parts('ruleBroken')} hint="Of a disqualification: TR16.8." />
      <TextField {...parts('implement')} hint="If not the seniors’: 6 kg, 800 g, 99.1 cm." />
      <TextField {...parts('teamScore')} hint="Of a team race: 17." inputMode="numeric" />
      <FlagsField form={form} idOf={idOf} />
      <TextField {...parts('countryCode')} hint="That day: MGL or Mongolia." list={idOf('countries')} />
      <TextField {...parts('club')} size="half" hint="That day." />
    </FieldsGrid>
  )
}

/** The countries that inputs of the form offer. */
export function CountryOptions({ idOf }: Pick<InForm, 'idOf'>) {
  return (
    <datalist id={idOf('countries')}>
      {COUNTRIES.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  )
}
