import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { LinkButton } from '@/components/ui/link-button'
import { plainText } from '@/lib/form/plain-text'
import { requireEditor } from '@/server/accounts/session'
import { listAthletes } from '@/server/athletes/athletes'
import { getFigures } from '@/server/athletes/figures'
import { countFindings } from '@/server/findings/finding-decisions'
import { latestChanges } from '@/server/history/history'
import { DeskAthletes } from './athletes/athlete-table'
import { DeskChanges } from './changes/change-list'

export default async function DeskPage({ searchParams }: PageProps<'/admin'>) {
  await requireEditor('/admin')
  const { athlete } = await searchParams
  const query = plainText(typeof athlete === 'string' ? athlete : null)
  const [athletes, changes, figures, findings] = await Promise.all([
    listAthletes(query),
    latestChanges(15),
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
      <p className="flex flex-wrap gap-3">
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
      </p>
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
      <Section id="changes" title="Latest changes">
        <DeskChanges entries={changes} />
      </Section>
    </>
  )
}
