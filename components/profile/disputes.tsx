import type { Assertion } from '@/lib/record/disputes'
import type { Citation } from '@/lib/record/source'
import { countryName } from '@/lib/sport/countries'
import { formatDate } from '@/lib/sport/partial-date'
import { fieldName, REJECTION } from '../record/labels'
import { eyebrowClass } from '../ui/type-class'
import { When } from '../ui/when'
import { SideBox } from './sides'

/** One value, who asserts it, and why the record goes by it or does not. */
export function Side({
  assertion,
  field,
  dates,
}: {
  assertion: Assertion
  field: string
  /** When each citation was last changed, where that is shown too: ISO instants by its id. */
  dates?: ReadonlyMap<string, string>
}) {
  const { value, accepted, citations } = assertion
  return (
    <SideBox accepted={accepted}>
      <p className={eyebrowClass}>{accepted ? 'Recorded' : 'Not used'}</p>
      <p className="font-bold font-serif text-xl lining-nums tabular-nums leading-[1.3]">{valueText(field, value)}</p>
      {citations.length === 0 && <p className="text-quiet text-sm">The recorded value; no source is cited for it.</p>}
      <ul>
        {citations.map(({ id, source, locator, rejection, reason }) => (
          <li key={id}>
            <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
            <RecordedOn at={dates?.get(id)} />
            <Reason reason={reason} rejection={rejection} />
          </li>
        ))}
      </ul>
    </SideBox>
  )
}

function RecordedOn({ at }: { at: string | undefined }) {
  return at === undefined ? null : (
    <small className="text-quiet">
      {' '}
      (recorded <When date={at.slice(0, 'YYYY-MM-DD'.length)} />)
    </small>
  )
}

export function valueText(field: string, value: string): string {
  if (field === 'countryCode') return countryName(value)
  if (field.startsWith('place') && /^\d+$/.test(value)) return `Place ${value}`
  return /date$/i.test(field) || value.endsWith('~') ? formatDate(value) : value
}

/** Why a value was accepted or set aside: in which of the usual ways, and in the editors' words. */
export function Reason({ reason, rejection }: Pick<Citation, 'reason' | 'rejection'>) {
  if (!reason && !rejection) return null
  const way = rejection ? `Not used: ${REJECTION[rejection]}.` : ''
  return <p className="text-quiet text-sm">{[way, reason].filter(Boolean).join(' ')}</p>
}

/** The field, unless the subject is the field's own name: "Weight kg". */
export function about(subject: string, field: string): string {
  const plain = subject.replaceAll(' ', '').toLowerCase()
  return plain === field.toLowerCase() ? '' : fieldName(field)
}
