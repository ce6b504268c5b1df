import type { NationalProgression } from '@/lib/career/national-progression'
import type { Past } from '@/lib/pages/past'
import { recordView } from '../record/view'
import { Contents } from '../site/contents'
import { Section } from '../site/section'
import { Glance } from './glance'
import { Facts, NamePlate } from './identity'
import { type ProfileContent, profileParts } from './parts'
import { primaryDisciplines } from './primary-disciplines'

/**
 * The whole of an athlete's page. `today` is an ISO day; `past` names the earlier state of the record that is read, if
 * any. See ProfileContent for the rest.
 */
export function Profile({
  record,
  changes,
  findings,
  desk,
  today,
  past,
  origin,
  national,
}: {
  /** The national progressions, with what others of the country did; undefined of a past state. */
  national?: readonly NationalProgression[]
  /** Whether to show editors their links. */
  desk: boolean
  past: Past | null
} & Pick<ProfileContent, 'record' | 'changes' | 'findings' | 'today' | 'origin'>) {
  const view = recordView(record, { desk, query: past?.query, national })
  const day = past && past.day < today ? past.day : today
  const disciplines = primaryDisciplines(record)
  const parts = profileParts({ record, view, disciplines, changes, findings, day, today, origin })
  return (
    <article>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-7 pt-8 pb-9 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.05fr)] lg:grid-rows-[auto_1fr] lg:py-12 print:grid-cols-2 print:grid-rows-[auto_1fr] print:gap-x-[8mm] print:gap-y-[5mm] print:py-[6mm]">
        <NamePlate record={record} view={view} />
        <Glance
          record={record}
          view={view}
          disciplines={disciplines}
          className="lg:col-start-2 lg:row-span-2 lg:row-start-1 print:col-start-2 print:row-span-2 print:row-start-1"
        />
        <Facts record={record} view={view} disciplines={disciplines} today={day} />
      </div>
      <div className="xl:grid xl:grid-cols-[10.5rem_minmax(0,1fr)] xl:gap-12 print:block">
        <Contents entries={parts} />
        <div className="min-w-0">
          {parts.map(({ id, title, remark, body }) => (
            <Section key={id} id={id} title={title} remark={remark}>
              {body}
            </Section>
          ))}
        </div>
      </div>
    </article>
  )
}
