import type { AthleteRecord } from '@/lib/record/athlete'
import type { Source } from '@/lib/record/source'
import { languageName } from '@/lib/text/language'
import { webAddress } from '@/lib/text/web-address'
import { count } from '../record/labels'
import { type RecordView, resultAddress } from '../record/view'
import { When } from '../ui/when'
import { type CitedLine, citationCounts, citedLines } from './source-statements'

const LIST = [
  '*:grid *:grid-cols-[2rem_minmax(0,1fr)] *:border-rule *:border-b *:py-3.5 *:target:bg-gold-wash',
  '[&>li>span]:font-bold [&>li>span]:font-serif [&>li>span]:text-gold [&>li>span]:text-lg',
  '[&_strong]:font-semibold [&_summary]:min-h-6 [&_summary]:py-0.5 [&_summary]:text-quiet [&_summary]:text-sm',
  '[&_ul]:mt-2 [&_ul]:text-sm [&_ul]:leading-snug [&_ul>li]:border-rule [&_ul>li]:border-t [&_ul>li]:py-0.75',
  '[&_small]:text-2xs [&_small]:text-quiet',
].join(' ')

/** The sources by number, and under each everything it is cited for. */
export function Sources({
  sources,
  record,
  view,
}: {
  sources: readonly Source[]
  record: AthleteRecord
  view: RecordView
}) {
  const cited = citedLines(record)
  const counts = citationCounts(record)
  const numbered = sources
    .map((source) => ({ source, number: view.numbers.get(source.slug) ?? 0 }))
    .sort((a, b) => a.number - b.number)
  return (
    <ol className={LIST}>
      {numbered.map(({ source, number }) => (
        <li key={source.id} id={`source-${number}`}>
          <span>{number}</span>
          <div>
            <SourceText source={source} />
            <details>
              <summary>{citedText(counts.get(source.slug))}</summary>
              <CitedLines lines={cited.get(source.slug) ?? []} view={view} />
            </details>
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Publication, title, who wrote and translated it, when, in what language, where. */
export function SourceText({ source }: { source: Source }) {
  const { slug, publication, title, author, translator, date, language, accessed } = source
  const url = webAddress(source.url)
  return (
    <p>
      <strong>
        <a href={`/sources/${slug}`}>{title}</a>
      </strong>
      . {publication}
      {author && <>. By {author}</>}
      {translator && <>, translated by {translator}</>}
      {date && (
        <>
          , <When date={date} />
        </>
      )}
      {language && language !== 'en' && <>, in {languageName(language)}</>}
      {accessed && (
        <>
          , read <When date={accessed} />
        </>
      )}
      .
      {url && (
        <>
          {' '}
          <a href={url} rel="external">
            Read the article<span className="sr-only">: {title}</span>
          </a>
        </>
      )}
    </p>
  )
}

function CitedLines({ lines, view }: { lines: readonly CitedLine[]; view: RecordView }) {
  return (
    <ul>
      {lines.map(({ subject, resultId, locator, text }) => (
        <li key={`${resultId ?? subject} ${locator}`}>
          {resultId ? <a href={resultAddress({ id: resultId }, view)}>{subject}</a> : subject}
          {`: ${text}. `}
          <small>{locator}</small>
        </li>
      ))}
    </ul>
  )
}

function citedText(counts: { cited: number; aside: number } = { cited: 0, aside: 0 }): string {
  const { cited, aside } = counts
  return `Cited ${count(cited, 'time')}${aside > 0 ? `, ${aside} of them not used` : ''}`
}
