import type { Metadata } from 'next'
import { AthleteStatements, statementsOf } from '@/components/profile/athlete-statements'
import { Findings, findingsForReaders } from '@/components/profile/findings'
import { Sources } from '@/components/profile/sources'
import { count } from '@/components/record/labels'
import type { RecordView } from '@/components/record/view'
import { DisputesTable } from '@/components/result/disputes-table'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { getOpenFindings } from '@/server/findings/findings'
import { getCitationDates } from '@/server/history/history'
import { AthleteFrame, athleteMetadata, readAthletePage } from '../athlete-page'

type Props = PageProps<'/athletes/[slug]/sources'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  return athleteMetadata({ slug, query: await searchParams, page: 'sources' }, ({ athlete: { displayName } }) => ({
    title: `${displayName}: sources`,
    description: `Every source on ${displayName} and what it says, the figures on which sources disagree, and the automatic checks.`,
  }))
}

export default async function SourcesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readAthletePage({ slug, query: await searchParams, page: 'sources' })
  if ('answer' in reading) return reading.answer
  const { record, view, past } = reading
  const findings = past ? [] : findingsForReaders(await getOpenFindings(slug))
  const dates = await getCitationDates(disputingCitations(view), past?.moment.changeSetId)
  const { displayName } = record.athlete
  return (
    <AthleteFrame reading={reading}>
      {record.sources.length === 0 && <Lead className="mt-8">No source is cited yet.</Lead>}
      {view.disputes.length > 0 && (
        <Section id="disputes" title="Disputed figures" remark={count(view.disputes.length, 'figure')}>
          <DisputesTable
            disputes={view.disputes}
            view={view}
            dates={dates}
            caption={`Disputed figures of ${displayName}`}
          />
        </Section>
      )}
      {findings.length > 0 && (
        <Section id="findings" title="Automatic checks">
          <Findings findings={findings} />
        </Section>
      )}
      {statementsOf(record).length > 0 && (
        <Section id="said" title={`Sources on ${displayName}`} remark="what is known of the person, and who says so">
          <AthleteStatements record={record} />
        </Section>
      )}
      {record.sources.length > 0 && (
        <Section id="sources" title="All sources" remark="and what each of them says">
          <Sources sources={record.sources} record={record} view={view} />
        </Section>
      )}
    </AthleteFrame>
  )
}

function disputingCitations({ disputes }: RecordView): string[] {
  return disputes.flatMap(({ assertions }) => assertions.flatMap(({ citations }) => citations.map(({ id }) => id)))
}
