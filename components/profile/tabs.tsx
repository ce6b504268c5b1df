import type { AthletePage } from '@/lib/pages/athlete-pages'
import type { AthleteRecord } from '@/lib/record/athlete'
import { profileAddress, type RecordView } from '../record/view'

interface Tab {
  page: AthletePage
  name: string
  /** How many of them there are, where that says something. */
  number?: number
}

/** The pages of an athlete, those that have something to show, with how much. */
export function AthleteTabs({ record, view }: { record: AthleteRecord; view: RecordView }) {
  return (
    <nav className="border-rule border-b print:hidden" aria-label={`Pages of ${record.athlete.displayName}`}>
      <ul className="-mb-px flex flex-wrap gap-x-5 [&_a:hover]:border-gold-mark [&_a]:inline-block [&_a]:border-transparent [&_a]:border-b-3 [&_a]:pt-2 [&_a]:pb-1.5 [&_a]:no-underline [&_a[aria-current]]:border-gold-mark [&_a[aria-current]]:font-semibold [&_small]:text-quiet [&_small]:text-xs">
        {tabsOf(record, view).map(({ page, name, number }) => (
          <li key={page}>
            <a
              // The history is that of today, whichever day is read.
              href={profileAddress(page, page === 'history' ? { ...view, query: '' } : view)}
              aria-current={page === view.page ? 'page' : undefined}
            >
              {name}
              {number !== undefined && (
                <>
                  {' '}
                  <small>{number}</small>
                </>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function tabsOf({ athlete, results, sources }: AthleteRecord, view: RecordView): Tab[] {
  const tabs: (Tab | false)[] = [
    { page: 'overview', name: 'Overview' },
    results.length > 1 && { page: 'results', name: 'Results', number: results.length },
    view.bests.length + view.separate.length > 0 && results.length > 1 && { page: 'bests', name: 'Bests' },
    athlete.chapters.length > 0 && { page: 'biography', name: 'Biography' },
    sources.length > 0 && { page: 'sources', name: 'Sources', number: sources.length },
    { page: 'history', name: 'History' },
  ]
  return tabs.filter((tab) => tab !== false)
}
