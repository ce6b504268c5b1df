import type { Honour } from '@/lib/career/honours'
import { yearOf } from '@/lib/sport/partial-date'
import { ordinal } from '@/lib/text/number-words'
import { classificationName } from '../record/labels'
import { DisciplineLink } from '../record/links'
import { markText } from '../record/mark'
import { CompetitionLink, Venue } from '../record/venue'
import type { RecordView } from '../record/view'

const GROUPS = [
  { kind: 'medal', title: 'Championship medals' },
  { kind: 'win', title: 'Victories' },
  { kind: 'podium', title: 'Second and third places' },
] as const

/** Medals, victories and podium places, computed from the places. */
export function Honours({ honours, view }: { honours: readonly Honour[]; view: RecordView }) {
  const groups = GROUPS.map((group) => ({ ...group, items: honours.filter(({ kind }) => kind === group.kind) }))
  return (
    <div className="honours">
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ kind, title, items }) => (
          <div key={kind}>
            <h3>{title}</h3>
            <ol>
              {items.map((honour) => (
                <HonourLine key={`${honour.result.id} ${honour.classification}`} honour={honour} view={view} />
              ))}
            </ol>
          </div>
        ))}
    </div>
  )
}

function HonourLine({ honour: { kind, place, classification, result }, view }: { honour: Honour; view: RecordView }) {
  const within = classification === 'overall' ? null : classificationName(classification)
  const colour = kind === 'medal' ? `medal-${place}` : kind === 'win' ? 'medal-win' : ''
  return (
    <li>
      <span className={`medal ${colour}`}>
        <span aria-hidden="true">{place}</span>
        <span className="sr-only">{ordinal(place)}</span>
      </span>
      <span>
        <CompetitionLink competition={result.competition} />{' '}
        <small>
          {within && `${within}, `}
          <DisciplineLink slug={result.discipline} sex={result.sex} />, {markText(result)}{' '}
          <Venue of={result.competition} />
        </small>
      </span>
      <a className="year-of" href={`${view.base}#r-${result.id}`}>
        {yearOf(result.date)}
      </a>
    </li>
  )
}
