import type { ReactNode } from 'react'
import { groupBy } from '@/components/record/group-by'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { whyClass } from '@/components/ui/why-class'
import type { Evidence, Finding, Rule, Severity } from '@/lib/findings/finding'
import { fixForm } from '@/lib/findings/fix-form'
import type { SourceChoice } from '@/lib/record/source-choice'
import { RuledList } from '../ruled-list'
import { SetAsideForm } from './set-aside-form'

type ListedRule = Pick<Rule, 'name' | 'title' | 'explanation'>

export const WEIGHT: Record<Severity, { title: string; remark: string }> = {
  error: { title: 'Errors', remark: 'the record contradicts itself' },
  warning: { title: 'Warnings', remark: 'something cannot be right' },
  notice: { title: 'Notices', remark: 'worth a look' },
}

/** Findings by severity and rule, each with its evidence, a link to where it is fixed, and a form to set it aside. */
export function FindingList({
  findings,
  rules,
  sources,
  assignmentOf,
}: {
  findings: readonly Finding[]
  rules: readonly ListedRule[]
  sources: readonly SourceChoice[]
  /** Who works on a finding, and how that is changed. */
  assignmentOf: (finding: Finding) => ReactNode
}) {
  return (['error', 'warning', 'notice'] as const).map((severity) => {
    const ofWeight = findings.filter((finding) => finding.severity === severity)
    const { title, remark } = WEIGHT[severity]
    return (
      <Section
        key={severity}
        id={severity}
        title={title}
        remark={ofWeight.length > 0 && `${count(ofWeight.length, 'finding')}: ${remark}`}
      >
        {ofWeight.length === 0 && <Lead>None.</Lead>}
        {[...groupBy(ofWeight, ({ rule }) => rule)].map(([name, found]) => (
          <OfRule
            key={name}
            rule={rules.find((rule) => rule.name === name) ?? { name, title: name, explanation: '' }}
            findings={found}
            sources={sources}
            assignmentOf={assignmentOf}
          />
        ))}
      </Section>
    )
  })
}

function OfRule({
  rule: { name, title, explanation },
  findings,
  sources,
  assignmentOf,
}: {
  rule: ListedRule
  findings: readonly Finding[]
  sources: readonly SourceChoice[]
  assignmentOf: (finding: Finding) => ReactNode
}) {
  return (
    <section className="border-t border-rule py-4" aria-labelledby={`rule-${name}`}>
      <h3 id={`rule-${name}`}>
        {title}{' '}
        <small className="ml-1 font-sans text-md font-normal text-quiet">{count(findings.length, 'finding')}</small>
      </h3>
      <p className="max-w-2xl text-quiet">{explanation}</p>
      <RuledList>
        {findings.map((finding) => (
          <li key={finding.fingerprint}>
            <p>
              <strong>{finding.label}</strong>
            </p>
            <p>{finding.explanation}</p>
            <EvidenceList evidence={finding.evidence} sources={sources} />
            <p className="mt-1.5 mb-0.75">
              <a href={fixForm(finding)}>
                Fix<span className="sr-only">: {finding.label}</span>
              </a>
            </p>
            {assignmentOf(finding)}
            <SetAsideForm
              fingerprint={finding.fingerprint}
              subject={finding.subject}
              rule={finding.rule}
              label={finding.label}
            />
          </li>
        ))}
      </RuledList>
    </section>
  )
}

function EvidenceList({ evidence, sources }: { evidence: readonly Evidence[]; sources: readonly SourceChoice[] }) {
  const name = (slug: string) => sources.find((source) => source.slug === slug)?.label ?? slug
  if (evidence.length === 0) return null
  return (
    <details className={whyClass}>
      <summary>{count(evidence.length, 'piece')} of evidence</summary>
      <ul>
        {evidence.map(({ source, locator, asserts }) => (
          <li key={`${source} ${locator} ${asserts}`}>
            {source ? <a href={`/sources/${source}`}>{name(source)}</a> : 'The record'}
            {locator && <>, {locator}</>}
            {asserts && <>: “{asserts}”</>}
          </li>
        ))}
      </ul>
    </details>
  )
}
