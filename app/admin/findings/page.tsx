import type { Metadata } from 'next'
import { FindingDecisions } from '@/components/desk/finding-decisions'
import { FindingList } from '@/components/desk/finding-list'
import { count } from '@/components/record/words'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { RULES } from '@/lib/findings/rules'
import { plainText } from '@/lib/result-form'
import { listAthletes } from '@/server/athletes'
import { listDecisions, listFindings } from '@/server/finding-decisions'
import { requireEditor } from '@/server/session'
import { bringBackAction, setAsideAction } from './actions'

export const metadata: Metadata = { title: 'Findings' }

/** What the record's own rules notice, computed as the page is asked for. */
export default async function FindingsPage({ searchParams }: PageProps<'/admin/findings'>) {
  await requireEditor('/admin/findings')
  const query = await searchParams
  const athlete = plainText(typeof query.athlete === 'string' ? query.athlete : null)
  const of = athlete === '' ? undefined : athlete
  const [findings, decisions, athletes] = await Promise.all([listFindings(of), listDecisions(of), listAthletes()])
  const rules = RULES.map(({ name, title, explanation }) => ({ name, title, explanation }))
  return (
    <>
      <PageHead title="Findings" remark={`${count(findings.length, 'finding')}, ${decisions.length} set aside`}>
        <a href="/admin">The desk</a>
      </PageHead>
      <form action="/admin/findings" className="mb-6 flex max-w-xl items-end gap-3">
        <div className="min-w-0 flex-1">
          <SelectField
            id="athlete"
            name="athlete"
            label="In whose record"
            defaultValue={athlete}
            choices={[['', 'Everybody’s'], ...athletes.map(({ slug, name }) => [slug, name] as const)]}
          />
        </div>
        <Button>Run again</Button>
      </form>
      <FindingList
        findings={findings}
        rules={rules}
        actionOf={({ subject, fingerprint }) => setAsideAction.bind(null, athlete, subject, fingerprint)}
      />
      <Section id="set-aside" title="Set aside" remark={String(decisions.length)}>
        <FindingDecisions
          decisions={decisions.map((decision) => ({
            ...decision,
            rule: RULES.find(({ name }) => name === decision.rule)?.title ?? decision.rule,
          }))}
          actionOf={(id) => bringBackAction.bind(null, athlete, id)}
        />
      </Section>
    </>
  )
}
