import { Choice } from '@/components/form/choice'
import { SelectField, TextArea, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import type { Filled } from '@/components/form/form-state'
import { isFreeText, type ManyField } from '@/lib/record/many/fields'
import type { Choice as Option } from '@/lib/record/things/field'
import { COUNTRIES } from '@/lib/sport/countries'
import { MANY_LABELS } from './labels'

interface Props {
  field: ManyField
  form: Filled
  series: readonly Option[]
  idOf: (input: string) => string
}

/** The new value, or the text that is replaced by another. */
export function EditFields(props: Props) {
  const { field, form, idOf } = props
  if (!isFreeText(field)) return <FieldsGrid>{<NewValue {...props} />}</FieldsGrid>
  const isReplacing = form.value('mode') === 'replace'
  const parts = (name: string) => ({
    id: idOf(name),
    name,
    label: MANY_LABELS[name],
    error: form.error(name),
    defaultValue: form.value(name),
  })
  return (
    <>
      <Choice type="radio" name="mode" value="set" defaultChecked={!isReplacing}>
        Give all of them one value
      </Choice>
      <FieldsGrid>
        <NewValue {...props} />
      </FieldsGrid>
      <Choice type="radio" name="mode" value="replace" defaultChecked={isReplacing}>
        Replace a text by another, wherever it stands
      </Choice>
      <FieldsGrid>
        <TextField {...parts('find')} size="half" autoComplete="off" hint="Capitals and spaces count." />
        <TextField {...parts('replacement')} size="half" autoComplete="off" />
      </FieldsGrid>
    </>
  )
}

function NewValue({ field: { hint, input }, form, series, idOf }: Props) {
  const parts = {
    id: idOf('value'),
    name: 'value',
    label: MANY_LABELS.value,
    hint: hint ?? 'Empty takes it away.',
    error: form.error('value'),
    defaultValue: form.value('value'),
    size: 'half',
  } as const
  if (input.as === 'choice') return <SelectField {...parts} choices={[['', 'Choose …'], ...input.choices]} />
  if (input.as === 'area') return <TextArea {...parts} rows={input.rows} size="whole" />
  const options: readonly Option[] =
    input.as === 'reference' ? series : input.as === 'text' && input.list === 'countries' ? COUNTRY_OPTIONS : []
  return (
    <>
      <TextField {...parts} autoComplete="off" list={options.length > 0 ? idOf('values') : undefined} />
      {options.length > 0 && (
        <datalist id={idOf('values')}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words === value ? undefined : words}
            </option>
          ))}
        </datalist>
      )}
    </>
  )
}

const COUNTRY_OPTIONS: readonly Option[] = COUNTRIES.map(({ code, name }) => [code, name])
