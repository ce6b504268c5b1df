import type { Source } from '@/lib/record/source'
import { Fact, FactList } from '../profile/fact-list'
import { When } from '../ui/when'

const LANGUAGES = new Intl.DisplayNames('en-GB', { type: 'language' })

/** What a library would want to know of a source; what is unknown has no line. */
export function SourceDetails({ source }: { source: Source }) {
  const { publication, author, translator, date, language, url, accessed } = source
  const lines = [
    ['Publisher', publication],
    ['By', author],
    ['Translated by', translator],
    ['Date', date && <When date={date} />],
    ['Language', language && (LANGUAGES.of(language) ?? language)],
    ['Address', url && <a href={url}>{url}</a>],
    ['Read on', accessed && <When date={accessed} />],
  ] as const
  return (
    <FactList>
      {lines.map(
        ([name, value]) =>
          value && (
            <Fact key={name} name={name}>
              {value}
            </Fact>
          ),
      )}
    </FactList>
  )
}
