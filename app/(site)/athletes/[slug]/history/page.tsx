import type { Metadata } from 'next'
import { HistoryItem } from '@/components/history/entry'
import { UndoAndRestore } from '@/components/history/undo-and-restore'
import { ReadAsOf } from '@/components/past/read-as-of'
import { Cite } from '@/components/profile/cite'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { LinkButton } from '@/components/ui/link-button'
import { Instant } from '@/components/ui/when'
import { athleteAddress } from '@/lib/pages/athlete-pages'
import { readSettings, siteUrl } from '@/server/env'
import { getHistory } from '@/server/history/history'
import { AthleteFrame, athleteMetadata, readAthletePage } from '../athlete-page'

type Props = PageProps<'/athletes/[slug]/history'>

/** The history is always that of today. */
const TODAY = {}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  return athleteMetadata({ slug, query: TODAY, page: 'history' }, ({ athlete: { displayName } }) => ({
    title: `History of ${displayName}`,
    description: `Every change to the record of ${displayName}: who, when, why, from which source.`,
  }))
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { before } = await searchParams
  const reading = await readAthletePage({ slug, query: TODAY, page: 'history', further: { before } })
  if ('answer' in reading) return reading.answer
  const { record, view } = reading
  const history = await getHistory(slug, changeNumber(before))
  const { entries, next } = history ?? { entries: [], next: null }
  const address = athleteAddress(slug, 'history')
  const today = new Date().toISOString().slice(0, 10)
  return (
    <AthleteFrame reading={reading}>
      <Section
        id="changes"
        title="Changes"
        remark={
          <>
            Last change <Instant iso={record.updatedAt} />
          </>
        }
      >
        {view.desk && <UndoAndRestore />}
        {entries.length === 0 && (
          <Lead>
            No change {before === undefined ? 'has been made yet' : 'is older than that'}.{' '}
            {before !== undefined && <a href={address}>To the newest</a>}
          </Lead>
        )}
        {entries.map((entry) => (
          <HistoryItem key={entry.id} entry={entry} desk={view.desk} hasUndo={view.desk} />
        ))}
        <nav className="flex gap-3" aria-label="Pages of the history">
          {before !== undefined && <LinkButton href={address}>Newest</LinkButton>}
          {next !== null && (
            <LinkButton href={`${address}?before=${next}`} rel="next">
              Older changes
            </LinkButton>
          )}
        </nav>
      </Section>
      <Section id="as-of-a-day" title="As it stood on a day">
        <ReadAsOf action={athleteAddress(slug, 'overview')} day={today} today={today} />
      </Section>
      <Section
        id="cite"
        title="Permanent link"
        remark={`this is revision ${record.revision.toLocaleString('en-GB')} of the record book`}
      >
        <Cite record={record} origin={siteUrl(readSettings(process.env))} />
      </Section>
      <script type="module" src="/copy-text.mjs" />
    </AthleteFrame>
  )
}

/** A `before` that is no number asks for the newest. */
function changeNumber(text: string | string[] | undefined): number | undefined {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
