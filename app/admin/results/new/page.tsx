import type { Metadata } from 'next'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { Lead } from '@/components/ui/lead'
import { uncited } from '@/lib/career/save-preview'
import { plainText } from '@/lib/form/plain-text'
import { resultRowAddress } from '@/lib/pages/athlete-pages'
import type { AthleteRecord } from '@/lib/record/athlete'
import { fieldsOfAthlete, sourcesOf } from '@/lib/record/cited-thing'
import { typedCompetition } from '@/lib/record/competition-form'
import { typedFrom } from '@/lib/record/result-draft'
import { typedSource } from '@/lib/record/source-choice'
import { memberText } from '@/lib/record/team'
import { typedMembers } from '@/lib/record/team-form'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { getAthleteRecord, listAthletes } from '@/server/athletes/athletes'
import { findCompetitionChoice, findCompetitions, findSeriesNames } from '@/server/competitions/desk'
import { drafted } from '@/server/proposals/desk'
import { findLastAdded } from '@/server/results/desk'
import type { LastAdded } from '@/server/results/last-added'
import { offerSources } from '@/server/sources/evidence-desk'
import { AthleteChoice } from '../../athletes/athlete-choice'
import { ResultForm } from '../result-form'
import { NOTHING_KNOWN, type ResultFormProps } from '../result-form-props'
import { addResultAction } from './actions'

export const metadata: Metadata = { title: 'Add a result' }

/** How many of the latest competitions are offered before anything is typed. */
const OFFERED = 60

export default async function AddResultPage({ searchParams }: PageProps<'/admin/results/new'>) {
  const query = await searchParams
  const typed = plainText(typeof query.athlete === 'string' ? query.athlete : null)
  const after = typeof query.after === 'string' && /^\d{1,9}$/.test(query.after) ? Number(query.after) : null
  const here = typed === '' ? '/admin/results/new' : `/admin/results/new?athlete=${encodeURIComponent(typed)}`
  const action = addResultAction.bind(null, typed)
  const editor = await requireAuthorOrForm(here)
  if (!editor) return <NewResult key={after} form={{ ...NOTHING_KNOWN, isNew: true, action }} />
  return drafted(editor, () => filledForm(editor, { typed, after, action }))
}

async function filledForm(
  editor: Author,
  { typed, after, action }: { typed: string; after: number | null; action: ResultFormProps['action'] },
) {
  const record = typed === '' ? null : await getAthleteRecord(typed)
  if (!record) {
    return (
      <>
        <PageHead title="Add a result" remark="First, whose is it?" />
        <AthleteChoice
          page="/admin/results/new"
          kept={after === null ? {} : { after: String(after) }}
          typed={typed}
          found={typed === '' ? [] : await listAthletes(typed)}
        >
          <Lead>
            Nobody of that name is in the record yet. <a href="/admin/things/athlete/new">Add the athlete</a>
          </Lead>
        </AthleteChoice>
      </>
    )
  }
  const { slug, displayName } = record.athlete
  const addition = after === null ? null : await findLastAdded(after, record.athlete.id)
  const competitions = new Map(
    [...(await findCompetitions('', OFFERED)), ...record.results.map(({ competition }) => competition)].map(
      (competition) => [competition.slug, { ...competition, citations: [] }],
    ),
  )
  return (
    <NewResult
      key={after}
      head={
        <>
          <PageHead
            title="Add a result"
            remark={<a href={`/admin/results/new${after === null ? '' : `?after=${after}`}`}>of somebody else</a>}
          >
            <a href={`/admin/athletes/${slug}`}>{displayName}</a>
          </PageHead>
          {addition?.isTheirs && after !== null && <Added addition={addition} slug={slug} changeSet={after} />}
        </>
      }
      form={{
        action,
        isNew: true,
        initial: await initialOf(record, addition),
        before: null,
        base: null,
        results: record.results.map(uncited),
        competitions: [...competitions.values()],
        sources: await offerSources(editor, sourcesOf(fieldsOfAthlete(record.athlete))),
        series: await findSeriesNames(),
        isNext: addition !== null,
        runner: memberText({ slug, name: displayName }),
      }}
    />
  )
}

/** What the form holds at first: what the result before it leaves, or the little that follows from the athlete. */
async function initialOf({ athlete }: AthleteRecord, addition: LastAdded | null): Promise<ResultFormProps['initial']> {
  // In a team, should it be a relay.
  const members = typedMembers([{ slug: athlete.slug, name: athlete.displayName, leg: null }])
  if (addition === null) {
    const draft = { sex: athlete.sex, round: 'FINAL', countryCode: athlete.countryCode ?? '', 'place:overall': '' }
    return { ...typedFrom(draft), ...members }
  }
  const competition = await findCompetitionChoice(addition.draft.competition ?? '')
  return {
    ...members,
    ...typedFrom({
      countryCode: athlete.countryCode ?? '',
      ...addition.draft,
      ...addition.evidence,
      'place:overall': '',
    }),
    ...(competition ? typedCompetition(competition) : {}),
    ...(addition.source ? typedSource(addition.source) : {}),
  }
}

function NewResult({ head = null, form }: { head?: React.ReactNode; form: ResultFormProps }) {
  return (
    <>
      {head}
      <ResultForm {...form} />
    </>
  )
}

function Added({ addition, slug, changeSet }: { addition: LastAdded; slug: string; changeSet: number }) {
  return (
    <Notice className="mb-6" role="status">
      <p>
        Saved. <a href={resultRowAddress(slug, addition.resultId)}>See it on the public page</a>,{' '}
        <a href={`/admin/results/${addition.resultId}`}>correct it</a> or{' '}
        <a href={`/admin/changes/${changeSet}`}>undo it</a>. Competition, event and source are kept for the next.
      </p>
    </Notice>
  )
}
