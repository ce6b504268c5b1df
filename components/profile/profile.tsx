import type { AthleteRecord } from '@/lib/record/athlete'
import { count } from '../record/labels'
import { profileAddress, type RecordView } from '../record/view'
import { Section } from '../site/section'
import { ChiefBest, Figures } from './glance'
import { AthleteTrail } from './head'
import { NamePlate } from './identity'
import { overviewParts } from './overview'
import { primaryDisciplines } from './primary-disciplines'
import type { Races } from './result-table'
import { AthleteTabs } from './tabs'

/** An athlete's overview. */
export function Profile({
  record,
  view,
  races,
  checks,
  day,
}: {
  record: AthleteRecord
  view: RecordView
  /** Around the latest results. */
  races: Races
  /** How many of the automatic checks are open. */
  checks: number
  /** The ISO day that is shown. */
  day: string
}) {
  const disciplines = primaryDisciplines(record)
  return (
    <article>
      <AthleteTrail record={record} view={view} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-6 pt-5 pb-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] print:grid-cols-2 print:gap-x-[8mm] print:py-[6mm]">
        <NamePlate record={record} view={view} disciplines={disciplines} today={day} />
        <ChiefBest view={view} disciplines={disciplines} />
        <div className="lg:col-span-2 lg:*:grid-cols-4 print:col-span-2">
          <Figures record={record} view={view} disciplines={disciplines} />
        </div>
      </div>
      <AthleteTabs record={record} view={view} />
      {overviewParts({ record, view, disciplines, races }).map(({ id, title, remark, body }) => (
        <Section key={id} id={id} title={title} remark={remark}>
          {body}
        </Section>
      ))}
      <Closing record={record} view={view} checks={checks} />
    </article>
  )
}

/** One line on what the record rests on, and the ways to take it along. */
function Closing({ record, view, checks }: { record: AthleteRecord; view: RecordView; checks: number }) {
  const { slug } = record.athlete
  const disputed = view.disputes.length
  const items = [
    disputed > 0 && (
      <a id="disputes" href={profileAddress('sources', view, '#disputes')}>
        {count(disputed, 'disputed figure')}
      </a>
    ),
    checks > 0 && (
      <a id="findings" href={profileAddress('sources', view, '#findings')}>
        {count(checks, 'automatic check')} open
      </a>
    ),
    record.sources.length > 0 && (
      <a id="sources" href={profileAddress('sources', view)}>
        {count(record.sources.length, 'source')}
      </a>
    ),
    <span key="data" id="data">
      Download <a href={`/athletes/${slug}/results.csv${view.query}`}>CSV</a>{' '}
      <a href={`/api/v1/athletes/${slug}${view.query}`}>JSON</a>
    </span>,
    <a key="cite" id="cite" href={`/athletes/${slug}/history#cite`}>
      Cite this page
    </a>,
  ].filter(Boolean)
  return (
    <ul className="mt-13 flex flex-wrap gap-x-5 border-strong border-t-2 pt-3 text-md *:py-1 print:hidden">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the line never changes its order.
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}
