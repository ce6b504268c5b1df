import type { Citation } from '@/lib/record/source'
import { profileAddress, type RecordView } from './view'

/** The numbers of a figure's sources, small after it: one link to where each of them is quoted. */
export function Notes({
  citations,
  about,
  anchor,
  view,
}: {
  citations: readonly Citation[]
  /** What the sources are cited for, as in "Sources for the date of birth". */
  about: string
  /** Where the page of sources quotes them: "said-birthDate". */
  anchor: string
  view: RecordView
}) {
  const slugs = new Set(citations.filter(({ accepted }) => accepted).map(({ source }) => source.slug))
  const numbers = [...slugs].flatMap((slug) => view.numbers.get(slug) ?? []).sort((a, b) => a - b)
  if (numbers.length === 0) return null
  return (
    <sup>
      <a href={profileAddress('sources', view, `#${anchor}`)} aria-label={`Sources for ${about}`}>
        {numbers.join(', ')}
      </a>
    </sup>
  )
}
