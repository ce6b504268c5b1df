import { BeforeAfter } from '@/components/history/entry'
import { count } from '@/components/record/labels'
import { Instant } from '@/components/ui/when'
import { type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'

/** The newest changes, each with links to its athlete and to undoing it. */
export function DeskChanges({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <p className="lead">Nothing has been changed yet.</p>
  return (
    <ol className="latest">
      {entries.map((entry) => {
        const { id, at, author, reason, athletes, changeCount } = entry
        const changed = entry.changes.find(({ kind, fields }) => kind === 'changed' && fields.length > 0)
        const primary = changed ?? entry.changes.find(({ entity }) => entity === 'results')
        return (
          <li key={id}>
            <p className="byline">
              <Instant iso={at} /> · {author} · {changeCount === MOST_COUNTED && 'at least '}
              {count(changeCount, 'row')}
            </p>
            <p>
              {athletes.slice(0, 3).map(({ slug, name }) => (
                <span key={slug}>
                  <a href={`/admin/athletes/${slug}`}>{name}</a>{' '}
                </span>
              ))}
              {athletes.length > 3 && `and ${athletes.length - 3} others `}
              {reason}
            </p>
            {primary && entry.kind !== 'SEED' && <p className="text-quiet">{primary.subject}</p>}
            {changed && <BeforeAfter fields={changed.fields.slice(0, 3)} />}
            <p className="byline">
              <a href={`/admin/changes/${id}`}>
                {entry.kind === 'SEED' ? 'See' : 'See or undo'}
                <span className="sr-only"> change {id}</span>
              </a>
              {athletes[0] && (
                <>
                  {' · '}
                  <a href={`/athletes/${athletes[0].slug}/history#change-${id}`}>
                    History<span className="sr-only"> of {athletes[0].name}</span>
                  </a>
                </>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
