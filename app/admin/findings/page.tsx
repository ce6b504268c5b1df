import type { Metadata } from 'next'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { FormList } from '@/components/form/form-list'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Chip, Chips } from '@/components/ui/chip'
import { RULES } from '@/lib/findings/rules'
import { plainText } from '@/lib/form/plain-text'
import { pageAddress } from '@/lib/pages/page-address'
import type { SourceChoice } from '@/lib/record/source-choice'
import { requireEditorOrForm } from '@/server/accounts/session'
import { findingSubject } from '@/server/assignments/assignments'
import { findAssigned, findAssignments } from '@/server/assignments/desk'
import { listDecisions, listFindings, listWatched } from '@/server/findings/finding-decisions'
import { findSourceChoices } from '@/server/sources/evidence-desk'
import { AssignLine } from '../assign/assign-line'
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
  const isMine = query.mine === '1'
  const listed = editor && (await readLists(athlete, isMine ? editor.id : null))
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {listed ? <FindingsHead athlete={athlete} isMine={isMine} {...listed} /> : <PageHead title="Findings" />}
      <FormList action={setAsideAction.bind(null, athlete)}>
        {listed ? (
          <FindingList
            findings={listed.findings}
            rules={LISTED_RULES}
            sources={listed.sources}
            assignmentOf={({ fingerprint, label, rule }) => (
              <AssignLine
                subject={findingSubject(fingerprint)}
                label={label}
                assignment={listed.assignments.get(findingSubject(fingerprint))}
                me={editor.id}
                back={`${findingsAddress(athlete, isMine)}#rule-${rule}`}
              />
            )}
          />
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
  assignments: Awaited<ReturnType<typeof findAssignments>>
  findings: Awaited<ReturnType<typeof listFindings>>
  decisions: Awaited<ReturnType<typeof listDecisions>>
  watched: Awaited<ReturnType<typeof listWatched>>
  sources: SourceChoice[]
}

/** @param assignee whose findings are listed; null for all. */
async function readLists(athlete: string, assignee: string | null): Promise<Lists> {
  const of = athlete === '' ? undefined : athlete
  const [found, decisions, watched, mine] = await Promise.all([
    listFindings(of),
    listDecisions(of),
    listWatched(),
    assignee === null ? null : findAssigned(assignee),
  ])
  const findings = mine ? found.filter(({ fingerprint }) => mine.includes(findingSubject(fingerprint))) : found
  const cited = findings.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source ?? []))
  const [sources, assignments] = await Promise.all([
    findSourceChoices(cited),
    findAssignments(findings.map(({ fingerprint }) => findingSubject(fingerprint))),
  ])
  return { findings, decisions, watched, sources, assignments }
}

function findingsAddress(athlete: string, isMine: boolean): string {
  return pageAddress('/admin/findings', { athlete, mine: isMine ? '1' : null })
}

function FindingsHead({ athlete, isMine, findings, decisions, watched }: Lists & { athlete: string; isMine: boolean }) {
  return (
    <>
      <PageHead
        title="Findings"
        remark={`${count(findings.length, 'finding')}, ${decisions.filter(({ broughtBack }) => !broughtBack).length} dismissed`}
      >
        <a href="/admin">Editing</a>
      </PageHead>
      <Chips className="mb-5">
        <Chip href={findingsAddress(athlete, false)} current={!isMine}>
          Everybody’s
        </Chip>
        <Chip href={findingsAddress(athlete, true)} current={isMine}>
          Assigned to me
        </Chip>
      </Chips>
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
        {isMine && <input type="hidden" name="mine" value="1" />}
        <div className="pt-6">
          <Button>Run again</Button>
        </div>
      </form>
    </>
  )
}
