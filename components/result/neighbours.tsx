import { neighbours } from '@/lib/career/neighbours'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { DisciplineLink } from '../record/links'
import { Mark } from '../record/mark'
import { competitionAndYear, type RecordView, resultAddress } from '../record/view'
import { Unknown } from '../ui/unknown'
import { When } from '../ui/when'

/** The races before and after it: in the career, in its discipline, in its series. */
export function BeforeAndAfter({
  result,
  results,
  view,
}: {
  result: Result
  results: readonly Result[]
  view: RecordView
}) {
  const { career, discipline: inDiscipline, series } = neighbours(result, results)
  const rows = [
    { name: 'In the career', link: null, ...career },
    {
      name: discipline(result.discipline).name,
      link: <DisciplineLink slug={result.discipline} sex={result.sex} />,
      ...inDiscipline,
    },
    ...(series && result.competition.series
      ? [
          {
            name: result.competition.series.name,
            link: <a href={`/series/${result.competition.series.slug}`}>{result.competition.series.name}</a>,
            ...series,
          },
        ]
      : []),
  ]
  return (
    <table className="record-table max-sm:table-fixed [&_td]:w-[37%] [&_th:first-child]:w-[26%]">
      <caption className="sr-only">The races before and after</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, link, previous, next }) => (
          <tr key={name}>
            <th scope="row">{link ?? name}</th>
            <td>
              <Neighbour result={previous} view={view} none="the first known" />
            </td>
            <td>
              <Neighbour result={next} view={view} none="the last known" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Neighbour({ result, view, none }: { result: Result | null; view: RecordView; none: string }) {
  if (!result) return <Unknown what={`none: this is ${none}`} />
  return (
    <>
      <a href={resultAddress(result, view)}>{competitionAndYear(result)}</a>{' '}
      <span className="remark block">
        {discipline(result.discipline).name}, <Mark result={result} />, <When date={result.date} />
      </span>
    </>
  )
}
