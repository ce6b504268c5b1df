import { type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'
import { count } from '../record/labels'
import { Instant } from '../ui/when'
import { BeforeAfter, withoutEchoes } from './before-after'
import { Byline } from './byline'
import { LatestList } from './latest-list'

/** The newest changes in short: what was changed to what, why and by whom. */
export function LatestChanges({
  entries,
  named = false,
}: {
  entries: readonly HistoryEntry[]
  /** Whether to name the athletes, on a page that is not one athlete's. */
  named?: boolean
}) {
  return (
    <LatestList>
      {entries.map((entry) => {
        const changed = entry.changes.find(({ kind, fields }) => kind === 'changed' && fields.length > 0)
        return (
          <li key={entry.id}>
            <Byline>
              <Instant iso={entry.at} /> · {entry.author}
            </Byline>
            <p>
              {named && entry.athletes.length > 0 && <Athletes athletes={entry.athletes} id={entry.id} />}
              {entry.reason}
            </p>
            {changed ? (
              <>
                <p className="text-quiet">{changed.subject}</p>
                <BeforeAfter fields={withoutEchoes(changed.fields).slice(0, 3)} />
              </>
            ) : (
              <p className="text-quiet">
                {entry.changeCount === MOST_COUNTED && 'at least '}
                {count(entry.changeCount, 'change')}
              </p>
            )}
          </li>
        )
      })}
    </LatestList>
  )
}

/** An import may change hundreds of athletes; three are named. */
function Athletes({ athletes, id }: { athletes: HistoryEntry['athletes']; id: number }) {
  const named = athletes.slice(0, 3)
  return (
    <>
      {named.map(({ slug, name }, index) => (
        <span key={slug ?? name}>
          {index > 0 && ', '}
          {slug === null ? name : <a href={`/athletes/${slug}/history#change-${id}`}>{name}</a>}
        </span>
      ))}
      {athletes.length > named.length && ` and ${athletes.length - named.length} others`}
      {': '}
    </>
  )
}
