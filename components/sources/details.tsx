import type { Source } from '@/lib/record/source'
import { languageName } from '@/lib/text/language'
import { webAddress } from '@/lib/text/web-address'
import { Fact, FactList } from '../profile/fact-list'
import { When } from '../ui/when'

/** What a library would want to know of a source; what is unknown has no line. */
export function SourceDetails({ source }: { source: Source }) {
  const { publication, author, translator, date, language, url, accessed } = source
  const link = webAddress(url)
  const lines = [
    ['Publisher', publication],
    ['By', author],
    ['Translated by', translator],
    ['Date', date && <When date={date} />],
    ['Language', language && languageName(language)],
    ['Address', (link && <a href={link}>{link}</a>) ?? url],
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
