import { renderChapter } from '@/lib/career/biography'
import { type ChapterInLanguages, chaptersInOrder } from '@/lib/career/chapters'
import type { AthleteRecord, BiographyChapter } from '@/lib/record/athlete'
import { languageInItself, languageTag } from '@/lib/text/language'
import { Dagger } from '../record/dagger'
import { DeskLink } from '../record/desk-link'
import { AddLink, EditLink } from '../record/edit-link'
import type { RecordView } from '../record/view'
import { ChapterText, type ShowSegment } from './chapter-text'

/** The life by chapters. Its figures are what the record says today, and lead to the rows they come from. */
export function Biography({ record, view }: { record: AthleteRecord; view: RecordView }) {
  return (
    <div className="max-w-2xl font-serif text-lg leading-relaxed *:not-first:mt-8 print:[orphans:3] print:[widows:3]">
      {chaptersInOrder(record.athlete.chapters).map((languages) => (
        <ChapterWithTranslations key={languages.chapter.id} languages={languages} record={record} view={view} />
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

/** A chapter, and after it a line for each other language, behind which the same chapter is in that one. */
function ChapterWithTranslations({
  languages: { chapter, translations },
  record,
  view,
}: {
  languages: ChapterInLanguages
  record: AthleteRecord
  view: RecordView
}) {
  return (
    <div>
      <div lang={langOf(chapter)}>
        <h3 className="mb-2.5">
          {chapter.title}
          {view.desk && (
            <span lang="en">
              {' '}
              <EditChapter chapter={chapter} />{' '}
              <DeskLink
                href={`/admin/things/chapter/new?of=${encodeURIComponent(record.athlete.id)}&translationOf=${encodeURIComponent(chapter.id)}`}
              >
                Add a translation<span className="sr-only"> of the chapter {chapter.title}</span>
              </DeskLink>
            </span>
          )}
        </h3>
        <ChapterText
          blocks={renderChapter(chapter, record, view.numbers)}
          heading={4}
          show={(segment, isInLink) => part(segment, isInLink, view)}
        />
      </div>
      {translations.map((translation) => (
        <details key={translation.id} className="mt-3" lang={langOf(translation)}>
          <summary className="py-0.5 text-md">{languageInItself(translation.language)}</summary>
          <h4 className="mt-3 mb-2.5 font-semibold">
            {translation.title}
            {view.desk && (
              <span lang="en">
                {' '}
                <EditChapter chapter={translation} />
              </span>
            )}
          </h4>
          <ChapterText
            blocks={renderChapter(translation, record, view.numbers)}
            heading={5}
            show={(segment, isInLink) => part(segment, isInLink, view)}
          />
        </details>
      ))}
    </div>
  )
}

/** The page is in English. */
function langOf({ language }: BiographyChapter): string | undefined {
  return language === 'en' ? undefined : (languageTag(language) ?? undefined)
}

function EditChapter({ chapter: { id, title } }: { chapter: BiographyChapter }) {
  return <EditLink kind="chapter" id={id} what={`the chapter ${title}`} />
}

function part(segment: Parameters<ShowSegment>[0], isInLink: boolean, view: RecordView) {
  switch (segment.kind) {
    case 'figure':
      return segment.resultId && !isInLink ? (
        <a className="decoration-[1.5px] decoration-dotted" href={`${view.base}#r-${segment.resultId}`}>
          {segment.text}
        </a>
      ) : (
        <span className="border-gold-mark border-b-[1.5px] border-dotted">{segment.text}</span>
      )
    case 'citation':
      return <FootnoteNumber segment={segment} isInLink={isInLink} view={view} />
    case 'unbound':
      return <span className="text-quiet">{segment.text}</span>
  }
}

function FootnoteNumber({
  segment: { number, source, locator, contradicts },
  isInLink,
  view,
}: {
  segment: Extract<Parameters<ShowSegment>[0], { kind: 'citation' }>
  isInLink: boolean
  view: RecordView
}) {
  const words = `Source ${number} says ${contradicts}`
  if (isInLink) {
    return (
      <sup title={[source.title, locator].filter(Boolean).join(': ')}>
        {number}
        {contradicts !== null && (
          <>
            <span aria-hidden="true">‡</span>
            <span className="sr-only">{words}</span>
          </>
        )}
      </sup>
    )
  }
  return (
    <sup>
      <a
        href={`${view.base}#source-${number}`}
        title={[source.title, locator].filter(Boolean).join(': ')}
        aria-label={`Source ${number}${locator ? `, ${locator}` : ''}`}
      >
        {number}
      </a>
      {contradicts !== null && <Dagger href={`${view.base}#source-${number}`} words={words} />}
    </sup>
  )
}
