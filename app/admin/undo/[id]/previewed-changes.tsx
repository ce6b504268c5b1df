import { BeforeAfter } from '@/components/history/before-after'
import { Byline } from '@/components/history/byline'
import { figureTitle, refusalInWords } from '@/components/history/figure-words'
import { count } from '@/components/record/labels'
import { Instant } from '@/components/ui/when'
import type { PreviewedChange } from '@/lib/record/account-undo'
import { RuledList } from '../../ruled-list'
import { LeftFigures } from '../left-figures'

/** What undoing each change would put back, and what it would leave. */
export function PreviewedChanges({ changes }: { changes: readonly PreviewedChange[] }) {
  return (
    <RuledList>
      {changes.map(({ entry, figures, more, left, refusal }) => (
        <li key={entry.id}>
          <p className="[overflow-wrap:anywhere]">
            <a href={`/changes/${entry.id}`}>Change {entry.id}</a>: {entry.reason}
          </p>
          <Byline>
            <Instant iso={entry.at} />
          </Byline>
          {refusal && <p>{refusalInWords(refusal, 'undo')}</p>}
          {figures.length > 0 && (
            <ul aria-label={`What is put back of change ${entry.id}`} className="mt-1">
              {figures.map((line) => (
                <li key={`${line.entity} ${line.figure} ${line.of.title}`}>
                  <p className="text-sm text-quiet">{figureTitle(line, line.of.title)}</p>
                  <BeforeAfter entity={line.entity} fields={line.values} />
                </li>
              ))}
              {more > 0 && <li>and {count(more, 'more figure')}</li>}
            </ul>
          )}
          <LeftFigures left={left} label={`What stays of change ${entry.id}`} />
        </li>
      ))}
    </RuledList>
  )
}
