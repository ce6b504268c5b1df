import type { ReactNode } from 'react'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import type { Waiting } from '@/server/waiting/waiting'
import { importState } from './import/import-labels'
import { RuledList } from './ruled-list'

/** What needs somebody first: a line and a link for each, and nothing for what is empty. */
export function WaitingList({ waiting, most }: { waiting: Waiting; most: { watched: number; unpatrolled: number } }) {
  const { proposals, suggestions, findings, assigned, watched, unpatrolled, imports } = waiting
  const upTo = (n: number, limit: number, one: string) => (n >= limit ? `${limit} ${one}s or more` : count(n, one))
  const lines: [key: string, href: string, line: ReactNode][] = [
    ['proposals', '/admin/review', `${count(proposals, 'proposal')} to review`],
    ['suggestions', '/admin/suggestions', `${count(suggestions, 'suggestion')} from visitors`],
    ['assigned', '/admin/findings?mine=1', `${count(assigned.findings, 'finding')} assigned to you`],
    ['disputes', '/admin/disputes?mine=1', `${count(assigned.disputes, 'dispute')} assigned to you`],
    ['findings', '/admin/watched#findings', `${count(findings, 'finding')} about athletes you watch`],
    ['watched', '/admin/watched', `${upTo(watched, most.watched, 'change')} in what you watch`],
    ['unpatrolled', '/admin/patrol', `${upTo(unpatrolled, most.unpatrolled, 'change')} of others to patrol`],
    ...imports.map(({ id, fileName, state }): [string, string, string] => [
      id,
      `/admin/import/${id}`,
      `Import of ${fileName}: ${importState(state)}`,
    ]),
  ]
  const counts: Record<string, number> = {
    proposals,
    suggestions,
    assigned: assigned.findings,
    disputes: assigned.disputes,
    findings,
    watched,
    unpatrolled,
  }
  const shown = lines.filter(([key]) => counts[key] !== 0)
  return (
    <Section id="waiting" title="Waiting for somebody">
      {shown.length === 0 ? (
        <Lead>Nothing is waiting.</Lead>
      ) : (
        <RuledList>
          {shown.map(([key, href, line]) => (
            <li key={key}>
              <a href={href}>{line}</a>
            </li>
          ))}
        </RuledList>
      )}
    </Section>
  )
}
