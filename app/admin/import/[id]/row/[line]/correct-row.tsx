import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { FieldsGrid } from '@/components/form/fields-grid'
import { FormButtons } from '@/components/form/form-body'
import { Section } from '@/components/site/section'
import type { Column, Listing } from '@/lib/import/listing'
import type { PreviewRow } from '@/lib/import/preview'
import type { Cells } from '@/lib/import/row-cells'
import { COLUMN } from '../../../import-labels'

/** What may be missing in a line, or wrong in it. */
const COLUMNS: readonly Column[] = [
  'name',
  'birthDate',
  'country',
  'affiliation',
  'sex',
  'discipline',
  'ageGroup',
  'paraClass',
  'round',
  'mark',
  'status',
  'wind',
  'place',
  'records',
  'date',
  'competition',
  'city',
  'venue',
  'hostCountry',
  'remark',
]

/** The cells of a line, to be put right; the list is read again with them. */
export function CorrectRow({ row, action }: { row: PreviewRow; action: (form: FormData) => Promise<void> }) {
  const cells = row.cells ?? (row.listing ? cellsOf(row.listing) : {})
  const others = Object.keys(cells).filter((column): column is Column => !COLUMNS.some((known) => known === column))
  return (
    <Section id="correct" title="Put it right" remark="What is typed here counts over what the file has.">
      <form action={action} className="max-w-4xl">
        <FieldsGrid>
          {[...COLUMNS, ...others].map((column) => (
            <span key={column} className="contents">
              <input type="hidden" name={`was:${column}`} value={cells[column] ?? ''} />
              <TextField
                id={`cell-${column}`}
                name={`cell:${column}`}
                label={COLUMN[column]}
                defaultValue={cells[column] ?? ''}
                autoComplete="off"
              />
            </span>
          ))}
        </FieldsGrid>
        <FormButtons hint="Nothing is written yet: the list is read once more.">
          <Button look="primary">Read it again</Button>
        </FormButtons>
      </form>
    </Section>
  )
}

/** A line that could be read, as its cells would say it. */
function cellsOf(listing: Listing): Cells {
  const { name, birthDate, countryCode, club, ageGroup, paraClass, mark, status, place, date, competition } = listing
  const said: Partial<Record<Column, string | null>> = {
    name,
    birthDate,
    country: countryCode,
    affiliation: club,
    ageGroup,
    paraClass,
    mark: mark?.text ?? null,
    status,
    place: place === null ? null : String(place),
    date,
    competition: competition.name,
    city: competition.city,
  }
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text)) as Cells
}
