import { renderChapter, type Segment } from '@/lib/career/biography'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { RecordView } from '../record/view'

/** The life by chapters. Its figures are what the record says today, and lead to the rows they come from. */
export function Biography({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const chapters = record.athlete.chapters.toSorted((a, b) => a.position - b.position)
  return (
    <div className="prose">
      {chapters.map((chapter) => (
        <div key={chapter.id} lang={chapter.language === 'en' ? undefined : chapter.language}>
          <h3>{chapter.title}</h3>
          {renderChapter(chapter, record, view.numbers).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their order.
            <p key={index}>{paragraph.map((segment, at) => part(segment, at, view))}</p>
          ))}
        </div>
      ))}
    </div>
  )
}

function part(segment: Segment, key: number, view: RecordView) {
  switch (segment.kind) {
    case 'text':
      return segment.text
    case 'figure':
      return segment.resultId ? (
        <a key={key} className="bound" href={`${view.base}#r-${segment.resultId}`}>
          {segment.text}
        </a>
      ) : (
        <span key={key} className="computed">
          {segment.text}
        </span>
      )
    case 'citation':
      return (
        <span key={key} className="notes">
          <a
            href={`${view.base}#source-${segment.number}`}
            title={[segment.source.title, segment.locator].filter(Boolean).join(': ')}
            aria-label={`Source ${segment.number}${segment.locator ? `, ${segment.locator}` : ''}`}
          >
            {segment.number}
          </a>
        </span>
      )
    case 'unbound':
      return (
        <span key={key} className="unknown">
          {segment.text}
        </span>
      )
  }
}
