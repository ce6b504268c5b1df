import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Notice } from '@/components/form/notice'
import { PageHead } from '@/components/site/page-head'
import { uncited } from '@/lib/career/save-preview'
import { fieldsOfResult, sourcesOf } from '@/lib/record/cited-thing'
import { competitionLabel, typedCompetition } from '@/lib/record/competition-form'
import { draftOf, typedFrom } from '@/lib/record/result-draft'
import { typedSuggestion } from '@/lib/record/suggestion'
import { discipline } from '@/lib/sport/disciplines'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { findSeriesNames } from '@/server/competitions/desk'
import { findLastRevision } from '@/server/history/desk'
import { drafted } from '@/server/proposals/desk'
import { findMovedPlaces } from '@/server/results/desk'
import { getResult } from '@/server/results/results'
import { getAthleteOf, getSiblingResults } from '@/server/results/sibling-results'
import { findOwnSlip, offerSources } from '@/server/sources/evidence-desk'
import { findAsked } from '@/server/suggestions/desk'
import { AnnulForm, type Behind } from '../annul-form'
import { MoveForm } from '../move-form'
import { ResultForm } from '../result-form'
import { NOTHING_KNOWN, type ResultFormProps } from '../result-form-props'
import { WithdrawForm } from '../withdraw-form'
import { annulResultAction, correctResultAction, moveResultAction, withdrawResultAction } from './actions'

export const metadata: Metadata = { title: 'Correct a result' }

export default async function CorrectResultPage({ params, searchParams }: PageProps<'/admin/results/[id]'>) {
  const { id } = await params
  const { suggestion: asked } = await searchParams
  const correct = correctResultAction.bind(null, { id, suggestion: typeof asked === 'string' ? asked : null })
  const withdraw = withdrawResultAction.bind(null, id)
  const move = moveResultAction.bind(null, id)
  const annul = annulResultAction.bind(null, id)
  const editor = await requireAuthorOrForm(`/admin/results/${id}`)
  if (!editor) {
    return <Forms form={{ ...NOTHING_KNOWN, isNew: false, action: correct }} {...{ withdraw, move, annul }} />
  }
  return drafted(editor, () => filledForms(editor, { id, asked, correct, withdraw, move, annul }))
}

async function filledForms(
  editor: Author,
  {
    id,
    asked,
    correct,
    withdraw,
    move,
    annul,
  }: {
    id: string
    asked: string | string[] | undefined
    correct: ResultFormProps['action']
    withdraw: FormsProps['withdraw']
    move: FormsProps['move']
    annul: FormsProps['annul']
  },
) {
  const found = await getResult(id)
  if (!found) notFound()
  const { result, withdrawn } = found
  const athlete = await getAthleteOf(id)
  const title = `${discipline(result.discipline).name}, ${competitionLabel(result.competition)}`
  const head = (
    <PageHead
      title="Correct a result"
      remark={
        <>
          {title} · <a href={`/admin/results/${id}/citations`}>Sources</a>
        </>
      }
    >
      {athlete && <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>}
    </PageHead>
  )
  if (withdrawn) return <Withdrawn head={head} revision={await findLastRevision('results', id)} />
  const draft = draftOf(result)
  const suggestion = await findAsked(asked)
  return (
    <Forms
      head={head}
      withdraw={withdraw}
      // A team's members are changed in the form itself.
      move={result.team === null ? move : null}
      annul={result.status === null ? annul : null}
      behind={result.status === null ? await findMovedPlaces(id) : []}
      form={{
        action: correct,
        isNew: false,
        initial: {
          ...typedFrom(draft),
          ...typedCompetition(result.competition),
          ...(await findOwnSlip(editor, 'results', id)),
          ...(suggestion && typedSuggestion(suggestion)),
        },
        before: uncited(result),
        base: { draft, version: result.version },
        results: await getSiblingResults(id),
        competitions: [uncited(result).competition],
        sources: await offerSources(editor, sourcesOf(fieldsOfResult(result))),
        series: await findSeriesNames(),
      }}
    />
  )
}

interface FormsProps {
  head?: React.ReactNode
  form: ResultFormProps
  withdraw: React.ComponentProps<typeof WithdrawForm>['action']
  move: React.ComponentProps<typeof MoveForm>['action'] | null
  annul: React.ComponentProps<typeof AnnulForm>['action'] | null
  behind?: readonly Behind[]
}

// One tree for both, so that what was sent without JavaScript is found again where it belongs.
function Forms({ head = null, form, withdraw, move, annul, behind = [] }: FormsProps) {
  return (
    <>
      {head}
      <ResultForm {...form} />
      <div className="mt-10 grid max-w-3xl gap-4">
        {move && <MoveForm action={move} sources={form.sources} />}
        {annul && <AnnulForm action={annul} sources={form.sources} behind={behind} />}
        <WithdrawForm action={withdraw} sources={form.sources} />
      </div>
    </>
  )
}

function Withdrawn({ head, revision }: { head: React.ReactNode; revision: number | null }) {
  return (
    <>
      {head}
      <Notice title="This result has been withdrawn" className="max-w-2xl">
        <p>It is off the public pages and counts for nothing.</p>
        {revision !== null && (
          <p>
            <a href={`/admin/revisions/${revision}`}>See how it stood, and restore it</a>
          </p>
        )}
      </Notice>
    </>
  )
}
