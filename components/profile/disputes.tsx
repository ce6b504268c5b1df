import type { Assertion, Dispute } from '@/lib/disputes'
import { formatDate } from '@/lib/partial-date'
import type { RecordView } from '../record/view'
import { fieldName, REJECTION } from '../record/words'

/** Every figure on which sources disagree: what each says, which the record follows, and why. */
export function Disputes({ disputes, view }: { disputes: readonly Dispute[]; view: RecordView }) {
  return disputes.map(({ subject, resultId, field, assertions }) => (
    <div key={`${subject} ${field}`} className="dispute">
      <h3>
        {resultId ? <a href={`${view.base}#r-${resultId}`}>{subject}</a> : subject}{' '}
        <small>{about(subject, field)}</small>
      </h3>
      <div className="sides">
        {assertions.map((assertion) => (
          <Side key={assertion.value} assertion={assertion} field={field} view={view} />
        ))}
      </div>
    </div>
  ))
}

function Side({ assertion, field, view }: { assertion: Assertion; field: string; view: RecordView }) {
  const { value, accepted, citations } = assertion
  return (
    <div className={accepted ? 'side side-accepted' : 'side'}>
      <p className="eyebrow">{accepted ? 'Recorded' : 'Not followed'}</p>
      <p className="value">{valueText(field, value)}</p>
      {citations.length === 0 && <p className="reason">No source says so; it is what the record holds.</p>}
      <ul>
        {citations.map(({ id, source, locator, rejection, reason }) => (
          <li key={id}>
            <a href={`${view.base}#source-${view.numbers.get(source.slug) ?? ''}`}>{source.publication}</a>, {locator}
            {(reason || rejection) && (
              <p className="reason">{reason ?? `Set aside as ${rejection ? REJECTION[rejection] : ''}.`}</p>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function valueText(field: string, value: string): string {
  if (field.startsWith('place') && /^\d+$/.test(value)) return `Place ${value}`
  return /date$/i.test(field) || value.endsWith('~') ? formatDate(value) : value
}

/** The field, unless the subject is the field's own name: "Weight kg". */
function about(subject: string, field: string): string {
  const plain = subject.replaceAll(' ', '').toLowerCase()
  return plain === field.toLowerCase() ? '' : fieldName(field)
}
