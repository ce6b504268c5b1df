import { renderChapter, type Segment } from '@/lib/career/biography'
import type { AthleteRecord } from '@/lib/record/athlete'
import { Dagger } from '../record/dagger'
import { AddLink, EditLink } from '../record/edit-link'
import type { RecordView } from '../record/view'

/** The life by chapters. Its figures are what the record says today, and lead to the rows they come from. */
export function Biography({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const chapters = record.athlete.chapters.toSorted((a, b) => a.position - b.position)
  return (
    <div className="max-w-2xl font-serif text-lg leading-relaxed *:not-first:mt-8 print:[orphans:3] print:[widows:3] [&_h3]:mb-2.5 [&_p+p]:mt-[0.9em] [&_p>a]:decoration-[1.5px] [&_p>a]:decoration-dotted">
      {chapters.map((chapter) => (
        <div key={chapter.id} lang={chapter.language === 'en' ? undefined : chapter.language}>
          <h3>
            {chapter.title}
            {view.desk && (
              <>
                {' '}
                <EditLink kind="chapter" id={chapter.id} what={`the chapter ${chapter.title}`} />
              </>
            )}
          </h3>
          {renderChapter(chapter, record, view.numbers).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their order.
            <p key={index}>{paragraph.map((segment, at) => part(segment, at, view))}</p>
          ))}
        </div>
      ))}
      {view.desk && (
        <p>
          <AddLink kind="chapter" athleteId={record.athlete.id}>
            Add a chapter
          </AddLink>
        </p>
      )}
    </div>
  )
}

function part(segment: Segment, key: number, view: RecordView) {
  switch (segment.kind) {
    case 'text':
      return segment.text
    case 'figure':
      return segment.resultId ? (
        <a key={key} href={`${view.base}#r-${segment.resultId}`}>
          {segment.text}
        </a>
      ) : (
        <span key={key} className="border-gold-mark border-b-[1.5px] border-dotted">
          {segment.text}
        </span>
      )
    case 'citation':
      return (
        <sup key={key}>
          <a
            href={`${view.base}#source-${segment.number}`}
            title={[segment.source.title, segment.locator].filter(Boolean).join(': ')}
            aria-label={`Source ${segment.number}${segment.locator ? `, ${segment.locator}` : ''}`}
          >
            {segment.number}
          </a>
          {segment.contradicts !== null && (
            <Dagger
              href={`${view.base}#source-${segment.number}`}
              words={`Source ${segment.number} says ${segment.contradicts}`}
            />
          )}
        </sup>
      )
    case 'unbound':
      return (
        <span key={key} className="text-quiet">
          {segment.text}
        </span>
      )
  }
}
