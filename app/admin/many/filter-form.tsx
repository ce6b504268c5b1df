import { Button } from '@/components/form/button'
import { SelectField, TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { type ManyKind, manyFields } from '@/lib/record/many/fields'
import { FILTER_FIELDS, type FilterField, type ManyFilter } from '@/lib/record/many/filter'
import { COUNTRIES } from '@/lib/sport/countries'
import { DISCIPLINES } from '@/lib/sport/disciplines'
import { filterLabel } from './labels'

/** Which things are looked for, and which field of them is to be changed: a plain form of the address. */
export function FilterForm({ kind, field, filter }: { kind: ManyKind; field: string; filter: ManyFilter }) {
  return (
    <form action="/admin/many" className="mb-8 max-w-4xl" aria-label="Find what is to be changed">
      <input type="hidden" name="kind" value={kind} />
      <FieldsGrid>
        {FILTER_FIELDS[kind].map((name) => (
          <FilterInput key={name} kind={kind} name={name} value={filter[name]} />
        ))}
        <SelectField
          id="filter-field"
          name="field"
          label="Field to be changed"
          choices={manyFields(kind).map(([name, { label }]) => [name, label] as const)}
          defaultValue={field}
        />
      </FieldsGrid>
      <datalist id="filter-countries">
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <p className="mt-4">
        <Button look="primary">Find</Button>
      </p>
    </form>
  )
}

function FilterInput({ kind, name, value }: { kind: ManyKind; name: FilterField; value: string }) {
  const parts = { id: `filter-${name}`, name, label: filterLabel(kind, name), defaultValue: value }
  if (name === 'discipline') {
    const choices = DISCIPLINES.map(({ slug, name }) => [slug, name] as const)
    return <SelectField {...parts} choices={[['', 'Any'], ...choices]} />
  }
  return (
    <TextField
      {...parts}
      autoComplete="off"
      inputMode={name === 'year' ? 'numeric' : undefined}
      list={name === 'country' ? 'filter-countries' : undefined}
    />
  )
}
