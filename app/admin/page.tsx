import { redirect } from 'next/navigation'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { LinkButton } from '@/components/ui/link-button'
import { plainText } from '@/lib/form/plain-text'
import { publishing } from '@/server/accounts/editor'
import { requireAuthor } from '@/server/accounts/session'
import { listAthletes } from '@/server/athletes/athletes'
import { getFigures } from '@/server/athletes/figures'
import { countFindings } from '@/server/findings/finding-decisions'
import { latestChanges } from '@/server/history/history'
import { MOST_UNPATROLLED } from '@/server/patrolling/patrols'
import { findWaiting } from '@/server/waiting/desk'
import { MOST_LISTED } from '@/server/watching/watches'
import { DeskAthletes } from './athletes/athlete-table'
import { DeskChanges } from './changes/change-list'
import { StartDraft } from './drafts/start-draft'
import { WaitingList } from './waiting-list'

const CHANGES_SHOWN = 6

export default async function DeskPage({ searchParams }: PageProps<'/admin'>) {
  const author = await requireAuthor('/admin')
  const { athlete } = await searchParams
  const query = plainText(typeof athlete === 'string' ? athlete : null)
  const editor = publishing(author)
  if (!editor) redirect('/admin/proposals')
  const [waiting, athletes, changes, figures, findings] = await Promise.all([
    findWaiting(editor),
    listAthletes(query),
    latestChanges(CHANGES_SHOWN),
    getFigures(),
    countFindings(),
  ])
  return (
    <>
      <PageHead
        title="Editing"
        remark={[
          count(figures.athletes, 'athlete'),
          count(figures.results, 'result'),
          count(figures.competitions, 'competition'),
          count(figures.sources, 'source'),
          count(figures.changes, 'change'),
        ].join(' · ')}
      />
      <WaitingList waiting={waiting} most={{ watched: MOST_LISTED, unpatrolled: MOST_UNPATROLLED }} />
      <Section id="changes" title="Latest changes" remark={<a href="/changes">all changes</a>}>
        <DeskChanges entries={changes} />
      </Section>
      <p className="mt-13 flex flex-wrap gap-3">
        <LinkButton look="primary" href="/admin/results/new">
          Add a result
        </LinkButton>
        <LinkButton href="/admin/sheet">Enter a race</LinkButton>
        <LinkButton href="/admin/sheet?kind=season">Enter a season</LinkButton>
        <LinkButton href="/admin/things/athlete/new">Add an athlete</LinkButton>
        <LinkButton href="/admin/things/competition/new">Add a competition</LinkButton>
        <LinkButton href="/admin/things/series/new">Add a series</LinkButton>
        <LinkButton href="/admin/things/source/new">Add a source</LinkButton>
        <LinkButton href="/admin/many">Change many at once</LinkButton>
        <LinkButton href="/admin/findings">
          {count(findings.error, 'error')}, {count(findings.warning, 'warning')} and {count(findings.notice, 'notice')}
        </LinkButton>
        <LinkButton href="/admin/disputes">Disputes</LinkButton>
        <LinkButton href="/admin/import">Import</LinkButton>
        <LinkButton href="/admin/watched">What you watch</LinkButton>
        <LinkButton href="/admin/protect">Protected pages</LinkButton>
      </p>
      <StartDraft />
      <Section id="athletes" title="Athletes" remark="Choose whose results to correct or add to.">
        <form action="/admin" className="mb-5 flex max-w-xl items-end gap-3">
          <div className="min-w-0 flex-1">
            <TextField
              id="athlete"
              name="athlete"
              label="Find an athlete"
              defaultValue={query}
              placeholder="A name, in any script"
              autoComplete="off"
            />
          </div>
          <Button>Find</Button>
        </form>
        <DeskAthletes athletes={athletes} query={query} />
      </Section>
    </>
  )
}
