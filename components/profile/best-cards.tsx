import { countingResults } from '@/lib/career/bests'
import type { Result } from '@/lib/record/result'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { Sparkline } from '../charts/sparkline'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { RecordTags } from '../record/tags'
import { competitionAndYear, type RecordView, resultAddress } from '../record/view'
import { eyebrowClass } from '../ui/type-class'

/** The best of each discipline with its years drawn small, the primary discipline first. */
export function BestCards({
  results,
  disciplines,
  view,
}: {
  results: readonly Result[]
  disciplines: readonly DisciplineSlug[]
  view: RecordView
}) {
  const years = results.map(({ date }) => yearOf(date))
  const span: [number, number] = [Math.min(...years), Math.max(...years)]
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.25rem,1fr))] gap-x-7 gap-y-6 lining-nums tabular-nums *:border-strong *:border-t *:pt-2.5 [&_a]:font-bold [&_a]:font-serif [&_a]:text-2xl [&_a]:leading-tight [&_a]:no-underline [&_small]:block [&_small]:text-quiet [&_small]:text-xs">
      {disciplines
        .flatMap((slug) => view.bests.find((best) => best.discipline === slug) ?? [])
        .map(({ discipline: slug, result }) => (
          <li key={slug}>
            <h3 className={eyebrowClass}>{discipline(slug).name}</h3>
            <a href={resultAddress(result, view)}>{markText(result)}</a> <RecordTags records={result.records} />
            <small>{competitionAndYear(result)}</small>
            <Sparkline results={results} slug={slug} years={span} />
            <small>{count(countingResults(results, slug).length, 'mark')}</small>
          </li>
        ))}
    </ul>
  )
}
