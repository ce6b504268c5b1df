import type { ReactNode } from 'react'
import type { HistoryEntry } from '@/lib/record/history'
import { HistoryItem } from '../history/entry'
import { PageHead } from '../site/page-head'
import { Section } from '../site/section'
import { Lead } from '../ui/lead'

/** The page of a result that is no longer in the record: that it once was, and why it went. */
export function Withdrawn({
  athlete: { slug, name },
  history,
  past,
}: {
  athlete: { slug: string; name: string }
  history: readonly HistoryEntry[]
  /** The banner of the state that is read, where that is not today's. */
  past: ReactNode
}) {
  const profile = `/athletes/${slug}`
  return (
    <>
      {past}
      <PageHead title={past ? 'Not in the record then' : 'This result was withdrawn'}>
        <a href={profile}>{name}</a>
      </PageHead>
      <Lead>
        {past
          ? 'At that time the record did not hold this result.'
          : 'It is no longer part of the record, and counts for nothing. What it said, and why it went, is kept below.'}
      </Lead>
      {history.length > 0 && (
        <Section id="history" title="Its history" remark={<a href={`${profile}/history`}>all changes</a>}>
          {history.map((entry) => (
            <HistoryItem key={entry.id} entry={entry} desk={false} />
          ))}
        </Section>
      )}
    </>
  )
}
