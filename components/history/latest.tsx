import type { ReactNode } from 'react'
import { type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'
import { count } from '../record/labels'
import { tagClass } from '../ui/tag-class'
import { Instant } from '../ui/when'
import { BeforeAfter, withoutEchoes } from './before-after'
import { Byline } from './byline'
import { ChangedBy } from './changed-by'
import { CHANGE_KIND, Undoing } from './entry'
import { LatestList } from './latest-list'
import { differenceOf } from './row-words'
import { savedInWords } from './saved-words'

/** The newest changes in short: what was changed to what, why and by whom. */
export function LatestChanges({
  entries,
  named = false,
  noteOf = () => null,
}: {
  entries: readonly HistoryEntry[]
  /** Whether to name the athletes, on a page that is not one athlete's. */
  named?: boolean
  /** What else is said of a change, after its number. */
  noteOf?: (entry: HistoryEntry) => ReactNode
}) {
  return (
    <LatestList>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Byline>
            {entry.kind !== 'EDIT' && <span className={tagClass.quiet}>{CHANGE_KIND[entry.kind]}</span>}{' '}
            <Instant iso={entry.at} /> · <ChangedBy entry={entry} /> ·{' '}
            <a href={`/changes/${entry.id}`}>change&nbsp;{entry.id}</a>
            {noteOf(entry)}
          </Byline>
          <p className="[overflow-wrap:anywhere]">
            {named && entry.athletes.length > 0 && <Athletes athletes={entry.athletes} />}
            {entry.reason}
          </p>
          <Changed entry={entry} />
          <Undoing entry={entry} />
        </li>
      ))}
    </LatestList>
  )
}

const MOST_FIELDS = 3

/** The first thing that was changed, from what to what; of an import how much it was. */
function Changed({ entry }: { entry: HistoryEntry }) {
  const { changes, changeCount } = entry
  const changed = changes.find(({ kind, fields }) => kind === 'changed' && fields.length > 0)
  if (changed) {
    return (
      <>
        <p className="text-quiet">{changed.subject}</p>
        <BeforeAfter entity={changed.entity} fields={withoutEchoes(differenceOf(changed)).slice(0, MOST_FIELDS)} />
      </>
    )
  }
  const words = changeCount > changes.length ? '' : savedInWords(entry)
  return (
    <p className="text-quiet">
      {changeCount === MOST_COUNTED && 'at least '}
      {words || count(changeCount, 'change')}
    </p>
  )
}

/** An import may change hundreds of athletes; three are named. */
function Athletes({ athletes }: { athletes: HistoryEntry['athletes'] }) {
  const named = athletes.slice(0, 3)
  return (
    <>
      {named.map(({ slug, name }, index) => (
        <span key={slug ?? name}>
          {index > 0 && ', '}
          {slug === null ? name : <a href={`/athletes/${slug}`}>{name}</a>}
        </span>
      ))}
      {athletes.length > named.length && ` and ${athletes.length - named.length} others`}
      {': '}
    </>
  )
}
