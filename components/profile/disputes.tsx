import type { Assertion, Dispute } from '@/lib/record/disputes'
import type { Citation } from '@/lib/record/source'
import { countryName } from '@/lib/sport/countries'
import { formatDate } from '@/lib/sport/partial-date'
import { fieldName, REJECTION } from '../record/labels'
import { type RecordView, resultAddress } from '../record/view'
import { When } from '../ui/when'

/** Every figure on which sources disagree: what each says, which the record follows, and why. */
export function Disputes({ disputes, view }: { disputes: readonly Dispute[]; view: RecordView }) {
  return disputes.map(({ subject, resultId, field, assertions }) => (
    <div key={`${subject} ${field}`} className="dispute">
      <h3>
        {resultId ? <a href={resultAddress({ id: resultId }, view)}>{subject}</a> : subject}{' '}
        <small>{about(subject, field)}</small>
      </h3>
      <div className="sides">
        {assertions.map((assertion) => (
          <Side key={assertion.value} assertion={assertion} field={field} />
        ))}
      </div>
    </div>
  ))
}

/** One value, who asserts it, and why the record goes by it or does not. */
export function Side({
  assertion,
  field,
  dates,
}: {
  assertion: Assertion
  field: string
  /** When each citation was last touched, where that is told too: ISO instants by its id. */
  dates?: ReadonlyMap<string, string>
}) {
  const { value, accepted, citations } = assertion
  return (
    <div className={accepted ? 'side side-accepted' : 'side'}>
      <p className="eyebrow">{accepted ? 'Recorded' : 'Not followed'}</p>
      <p className="value">{valueText(field, value)}</p>
      {citations.length === 0 && <p className="reason">No source says so; it is what the record holds.</p>}
      <ul>
        {citations.map(({ id, source, locator, rejection, reason }) => (
          <li key={id}>
            <a href={`/sources/${source.slug}`}>{source.publication}</a>, {locator}
            <Settled at={dates?.get(id)} />
            <Reason reason={reason} rejection={rejection} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Settled({ at }: { at: string | undefined }) {
  return at === undefined ? null : (
    <small className="quiet">
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
  const way = rejection ? `Set aside as ${REJECTION[rejection]}.` : ''
  return <p className="reason">{[way, reason].filter(Boolean).join(' ')}</p>
}

/** The field, unless the subject is the field's own name: "Weight kg". */
export function about(subject: string, field: string): string {
  const plain = subject.replaceAll(' ', '').toLowerCase()
  return plain === field.toLowerCase() ? '' : fieldName(field)
}
