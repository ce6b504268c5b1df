import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { FormList } from '@/components/form/form-list'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { RULES } from '@/lib/findings/rules'
import { plainText } from '@/lib/form/plain-text'
import type { SourceChoice } from '@/lib/record/source-choice'
import { requireEditorOrForm } from '@/server/accounts/session'
import { listDecisions, listFindings, listWatched } from '@/server/findings/finding-decisions'
import { findSourceChoices } from '@/server/sources/evidence-desk'
import { bringBackAction, setAsideAction } from './actions'
import { FindingDecisions } from './finding-decisions'
import { FindingList } from './finding-list'
import { SentSetAside } from './set-aside-form'

export const metadata: Metadata = { title: 'Findings' }

/** What the record's own rules notice, computed for each request. */
export default async function FindingsPage({ searchParams }: PageProps<'/admin/findings'>) {
  const editor = await requireEditorOrForm('/admin/findings')
  const query = await searchParams
  const athlete = plainText(typeof query.athlete === 'string' ? query.athlete : null)
  const listed = editor && (await readLists(athlete))
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {listed ? <FindingsHead athlete={athlete} {...listed} /> : <PageHead title="Findings" />}
      <FormList action={setAsideAction.bind(null, athlete)}>
        {listed ? (
          <FindingList findings={listed.findings} rules={LISTED_RULES} sources={listed.sources} />
        ) : (
          <SentSetAside />
        )}
      </FormList>
      {listed && (
        <Section id="dismissed" title="Dismissed" remark={String(listed.decisions.length)}>
          <FindingDecisions
            decisions={listed.decisions.map((decision) => ({
              ...decision,
              rule: RULES.find(({ name }) => name === decision.rule)?.title ?? decision.rule,
            }))}
            actionOf={(id) => bringBackAction.bind(null, athlete, id)}
          />
        </Section>
      )}
    </>
  )
}

const LISTED_RULES = RULES.map(({ name, title, explanation }) => ({ name, title, explanation }))

interface Lists {
  findings: Awaited<ReturnType<typeof listFindings>>
  decisions: Awaited<ReturnType<typeof listDecisions>>
  watched: Awaited<ReturnType<typeof listWatched>>
  sources: SourceChoice[]
}

async function readLists(athlete: string): Promise<Lists> {
  const of = athlete === '' ? undefined : athlete
  const [findings, decisions, watched] = await Promise.all([listFindings(of), listDecisions(of), listWatched()])
  const cited = findings.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source ?? []))
  const sources = await findSourceChoices(cited)
  return { findings, decisions, watched, sources }
}

function FindingsHead({ athlete, findings, decisions, watched }: Lists & { athlete: string }) {
  return (
    <>
      <PageHead
        title="Findings"
        remark={`${count(findings.length, 'finding')}, ${decisions.filter(({ broughtBack }) => !broughtBack).length} dismissed`}
      >
        <a href="/admin">Editing</a>
      </PageHead>
      <form action="/admin/findings" className="mb-6 flex max-w-xl items-start gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            id="athlete"
            name="athlete"
            label="In whose record"
            hint="Blank for everybody who was edited by hand or is contradicted by a list; npm run findings looks at all."
            defaultValue={athlete}
            list="watched"
            placeholder="ser-od-bat-ochir"
            autoComplete="off"
          />
          <datalist id="watched">
            {watched.map(({ slug, displayName }) => (
              <option key={slug} value={slug}>
                {displayName}
              </option>
            ))}
          </datalist>
        </div>
        <div className="pt-6">
          <Button>Run again</Button>
        </div>
      </form>
    </>
  )
}
