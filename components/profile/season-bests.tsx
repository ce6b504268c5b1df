import type { SeasonBest } from '@/lib/career/bests'
import { EVERYTHING, resultsAddress } from '@/lib/pages/result-filter'
import type { Result } from '@/lib/record/result'
import type { DisciplineSlug } from '@/lib/sport/disciplines'
import { Disputed } from '../record/disputed'
import { groupBy } from '../record/group-by'
import { DisciplineLink } from '../record/links'
import { markText } from '../record/mark'
import { type RecordView, resultAddress } from '../record/view'
import { Sideways } from '../ui/sideways'
import { matrixTableClass } from '../ui/table-class'

/** The best of each year, a column a discipline; today's personal bests in gold. */
export function SeasonBestsTable({
  bests,
  disciplines,
  view,
}: {
  bests: readonly SeasonBest[]
  /** The columns, the primary discipline first; those without a season's best are left out. */
  disciplines: readonly DisciplineSlug[]
  view: RecordView
}) {
  const columns = disciplines.filter((slug) => bests.some((best) => best.discipline === slug))
  const years = groupBy(bests, ({ year }) => year)
  return (
    <Sideways label="Season's bests by year and discipline">
      <table className={matrixTableClass} data-copy="">
        <caption className="sr-only">Season’s bests</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {columns.map((slug) => (
              <th key={slug} scope="col">
                <DisciplineLink slug={slug} sex={bests[0]?.result.sex} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...years].map(([year, inYear]) => (
            <tr key={year}>
              <th scope="row">
                <a href={resultsAddress(view.slug, { ...EVERYTHING, year }, view.query)}>{year}</a>
              </th>
              {columns.map((slug) => {
                const best = inYear.find((candidate) => candidate.discipline === slug)
                return (
                  <td key={slug} className={best?.isPersonalBest ? 'best' : undefined}>
                    {best ? (
                      <>
                        <a href={resultAddress(best.result, view)} title={best.result.competition.name}>
                          {markText(best.result)}
                          {best.isPersonalBest && <span className="sr-only"> (personal best)</span>}
                        </a>
                        <Disputed result={best.result} field="mark" view={view} />
                        <OnlyKnown result={best.result} view={view} />
                      </>
                    ) : (
                      <span className="sr-only">none known</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}

/** That a race of the year has no known mark, and might have been better; a source may say that it was. */
function OnlyKnown({ result, view }: { result: Result; view: RecordView }) {
  const claimed = view.bestKnown.claimedOfSeason.get(result.id)
  if (claimed) {
    return (
      <small className="block text-quiet">
        best known; a source calls{' '}
        <a href={resultAddress(claimed, view)} title={claimed.competition.name}>
          a race of unknown time
        </a>{' '}
        the best
      </small>
    )
  }
  return view.bestKnown.ofSeason.has(result.id) && <small className="block text-quiet">best known</small>
}
