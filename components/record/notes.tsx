import type { Citation } from '@/lib/record/source'
import type { RecordView } from './view'

/** The small numbers after a figure that lead to its sources. */
export function Notes({ citations, view }: { citations: readonly Citation[]; view: RecordView }) {
  const slugs = new Set(citations.filter(({ accepted }) => accepted).map(({ source }) => source.slug))
  const notes = [...slugs]
    .map((slug) => ({ slug, number: view.numbers.get(slug) }))
    .filter((note): note is { slug: string; number: number } => note.number !== undefined)
    .sort((a, b) => a.number - b.number)
  if (notes.length === 0) return null
  return (
    <sup>
      {notes.map(({ slug, number }) => (
        <a key={slug} href={`${view.base}#source-${number}`} aria-label={`Source ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  )
}
