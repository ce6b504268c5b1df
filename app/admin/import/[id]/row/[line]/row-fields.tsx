import { SEX } from '@/components/form/labels'
import { originInWords, type Surrounded } from '@/lib/import/agreement'
import { placesIn } from '@/lib/import/compare'
import type { Listing } from '@/lib/import/listing'
import { ROUND } from '@/lib/record/things/words'
import { discipline } from '@/lib/sport/disciplines'
import { formatWind } from '@/lib/sport/marks'

/** Every field of a line that would be written, and where what stands in none of its cells comes from. */
export function RowFields({ listing }: { listing: Listing }) {
  const { competition, from = {} } = listing
  const places = placesIn(listing).map(({ classification, place, tied }) => {
    const shared = tied ? ', shared' : ''
    return classification === 'overall' ? `${place}${shared}` : `${place}${shared} (${classification})`
  })
  const fields: [label: string, value: string | null | undefined, surrounded?: Surrounded][] = [
    ['Name', listing.name],
    ['Born', listing.birthDate],
    ['Country', listing.countryCode],
    ['Club', listing.club],
    ['Sex', SEX[listing.sex], 'sex'],
    ['Event', discipline(listing.discipline).name, 'discipline'],
    ['Age group', listing.ageGroup],
    ['Para class', listing.paraClass],
    ['Round', ROUND[listing.round], 'round'],
    ['Heat', listing.raceNumber === null ? null : String(listing.raceNumber)],
    ['Mark', listing.mark?.text ?? null],
    ['Status', listing.status],
    ['Wind', listing.wind === null ? null : formatWind(listing.wind)],
    ['Flags', listing.flags.join(' ')],
    ['Qualified', listing.qualification],
    ['Place', places.join(', ')],
    ['Records', listing.records.join(', ')],
    ['Date', [listing.date, listing.endDate].filter(Boolean).join(' to '), 'date'],
    ['Competition', competition.name],
    ['Town', competition.city],
    ['Stadium', competition.venue],
    ['Country of the venue', competition.countryCode, 'countryCode'],
    ['Note', listing.remark ?? null],
  ]
  return (
    <dl className="grid max-w-2xl grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1">
      {fields.map(([label, value, surrounded]) => (
        <Field key={label} label={label} value={value}>
          {surrounded && from[surrounded] && originInWords(from[surrounded])}
        </Field>
      ))}
    </dl>
  )
}

function Field({
  label,
  value,
  children,
}: {
  label: string
  value: string | null | undefined
  children?: string | undefined
}) {
  if (!value) return null
  return (
    <>
      <dt className="text-quiet">{label}</dt>
      <dd className="wrap-anywhere">
        {value} {children && <span className="text-quiet">from {children}</span>}
      </dd>
    </>
  )
}
