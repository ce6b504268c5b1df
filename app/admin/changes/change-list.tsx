import { BeforeAfter } from '@/components/history/before-after'
import { Byline } from '@/components/history/byline'
import { Undoing } from '@/components/history/entry'
import { LatestList } from '@/components/history/latest-list'
import { count } from '@/components/record/labels'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { type HistoryEntry, MOST_COUNTED } from '@/lib/record/history'

/** The newest changes, each with links to the athletes it is about and to undoing it. */
export function DeskChanges({ entries }: { entries: readonly HistoryEntry[] }) {
  if (entries.length === 0) return <Lead>Nothing has been changed yet.</Lead>
  return (
    <LatestList>
      {entries.map((entry) => {
        const { id, at, author, reviewer, suggestedBy, reason, athletes, changeCount } = entry
        const [athlete] = athletes.filter(({ slug }) => slug !== null)
        const isUndoable = entry.kind !== 'SEED' && entry.undone?.isWhole !== true
        const changed = entry.changes.find(({ kind, fields }) => kind === 'changed' && fields.length > 0)
        const primary = changed ?? entry.changes.find(({ entity }) => entity === 'results')
        return (
          <li key={id}>
            <Byline>
              <Instant iso={at} /> · {author}
              {reviewer !== null && `, ${entry.isAmended ? 'reviewed and amended' : 'reviewed'} by ${reviewer}`}
              {suggestedBy.length > 0 && `, suggested by ${suggestedBy.join(', ')}`} ·{' '}
              {changeCount === MOST_COUNTED && 'at least '}
              {count(changeCount, 'row')}
            </Byline>
            <p>
              {athletes.slice(0, 3).map(({ slug, name }) => (
                <span key={slug ?? name}>{slug === null ? name : <a href={`/admin/athletes/${slug}`}>{name}</a>} </span>
              ))}
              {athletes.length > 3 && `and ${athletes.length - 3} others `}
              {reason}
            </p>
            {primary && entry.kind !== 'SEED' && <p className="text-quiet">{primary.subject}</p>}
            {changed && <BeforeAfter entity={changed.entity} fields={changed.fields.slice(0, 3)} />}
            <Byline>
              <a href={`/admin/changes/${id}`}>
                {isUndoable ? 'See or undo' : 'See'}
                <span className="sr-only"> change {id}</span>
              </a>
              {athlete && (
                <>
                  {' · '}
                  <a href={`/athletes/${athlete.slug}/history#change-${id}`}>
                    History<span className="sr-only"> of {athlete.name}</span>
                  </a>
                </>
              )}
            </Byline>
            <Undoing entry={entry} addressOf={(change) => `/admin/changes/${change}`} />
          </li>
        )
      })}
    </LatestList>
  )
}
