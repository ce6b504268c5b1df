import { noteNumbers, renderChapter } from '@/lib/career/biography'
import { type ChapterInLanguages, chaptersInOrder } from '@/lib/career/chapters'
import type { AthleteRecord, BiographyChapter } from '@/lib/record/athlete'
import { languageInItself, languageTag } from '@/lib/text/language'
import { Dagger } from '../record/dagger'
import { DeskLink } from '../record/desk-link'
import { AddLink, EditLink } from '../record/edit-link'
import { profileAddress, type RecordView, resultAddress } from '../record/view'
import { ChapterText, type ShowSegment } from './chapter-text'
import { SourceText } from './sources'

const PROSE = 'max-w-2xl font-serif text-lg leading-relaxed print:[orphans:3] print:[widows:3]'

/** The life by chapters. Its figures are what the record says today, and lead to the rows they come from. */
export function Biography({ record, view }: { record: AthleteRecord; view: RecordView }) {
  return (
    <div className={`${PROSE} *:not-first:mt-8`}>
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

const PARAGRAPHS_SHOWN = 2

/** How the life begins, as text; its figures are those of the record, and its notes are in the whole. */
export function BiographyBeginning({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const { chapters } = record.athlete
  const [first] = chaptersInOrder(chapters)
  const paragraphs = first ? renderChapter(first.chapter, record, view.numbers).filter(isParagraph) : []
  return (
    <div className={PROSE}>
      {first && (
        <div lang={langOf(first.chapter)}>
          <ChapterText
            blocks={paragraphs.slice(0, PARAGRAPHS_SHOWN)}
            heading={4}
            show={(segment) => (segment.kind === 'citation' ? null : part(segment, true, view))}
          />
        </div>
      )}
      <p className="mt-4 font-sans text-base">
        <a href={profileAddress('biography', view)}>
          {chapters.length > 0 ? 'Read the whole biography, with its sources' : 'Write the biography'}
        </a>
      </p>
    </div>
  )
}

function isParagraph({ kind }: { kind: string }): boolean {
  return kind === 'paragraph'
}

/** The sources that the biography cites, under the numbers of its notes. */
export function BiographyReferences({ record, view }: { record: AthleteRecord; view: RecordView }) {
  const numbers = [...noteNumbers(record)]
  return (
    <ol className="max-w-3xl text-md *:grid *:grid-cols-[2rem_minmax(0,1fr)] *:border-rule *:border-b *:py-2 *:target:bg-gold-wash">
      {numbers.map(([slug, number]) => {
        const source = view.sources.get(slug)
        return (
          source && (
            <li key={slug} id={`source-${number}`}>
              <span className="text-gold">{number}</span>
              <SourceText source={source} />
            </li>
          )
        )
      })}
    </ol>
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
        <a className="decoration-[1.5px] decoration-dotted" href={resultAddress({ id: segment.resultId }, view)}>
          {segment.text}
        </a>
      ) : (
        <span className="border-gold-mark border-b-[1.5px] border-dotted">{segment.text}</span>
      )
    case 'citation':
      return <FootnoteNumber segment={segment} isInLink={isInLink} />
    case 'unbound':
      return <span className="text-quiet">{segment.text}</span>
  }
}

function FootnoteNumber({
  segment: { number, source, locator, contradicts },
  isInLink,
}: {
  segment: Extract<Parameters<ShowSegment>[0], { kind: 'citation' }>
  isInLink: boolean
}) {
  const words = `${source.publication} says ${contradicts}`
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
        href={`#source-${number}`}
        title={[source.title, locator].filter(Boolean).join(': ')}
        aria-label={[source.title, locator].filter(Boolean).join(', ')}
      >
        {number}
      </a>
      {contradicts !== null && <Dagger href={`#source-${number}`} words={words} />}
    </sup>
  )
}
