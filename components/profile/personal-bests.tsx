import type { PersonalBest, ProgressionStep } from '@/lib/career/bests'
import { ageOn } from '@/lib/sport/age'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import type { PartialDate } from '@/lib/sport/partial-date'
import { yearOf } from '@/lib/sport/partial-date'
import { CorrectLink } from '../record/desk-link'
import { Disputed } from '../record/disputed'
import { count } from '../record/labels'
import { DisciplineLink } from '../record/links'
import { markText, Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import { RecordTags } from '../record/tags'
import { CompetitionLink } from '../record/venue'
import { competitionAndYear, type RecordView } from '../record/view'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

/** The best of each discipline: mark, when, where, at what age, and the steps that led to it. */
export function PersonalBests({
  bests,
  birthDate,
  view,
}: {
  bests: readonly PersonalBest[]
  birthDate: PartialDate | null
  view: RecordView
}) {
  return (
    <table className="record-table sm:[&_.name]:w-40" data-copy="">
      <caption className="sr-only">Personal bests</caption>
      <TableHead columns={['Event', ['Mark', 'num mark'], 'Competition', ['Date', 'wide'], ['Age', 'num wide']]} />
      <tbody>
        {bests.map(({ discipline: slug, result, history }) => {
          const age = ageOn(birthDate, result.date)
          return (
            <tr key={slug}>
              <th scope="row" className="name">
                <DisciplineLink slug={slug} sex={result.sex} />
              </th>
              <td className="num mark">
                <MarkLink result={result} view={view} />
                <Disputed result={result} field="mark" view={view} />
                <Wind wind={result.wind} />
                <span className="slot">
                  <RecordTags records={result.records} />
                </span>
                {view.desk && <CorrectLink id={result.id} name={result.competition.name} />}
              </td>
              <td>
                <CompetitionLink competition={result.competition} />
                {view.bestKnown.onTheDay.has(result.id) && (
                  <span className="remark block">the best known; the marks of some races before it are not</span>
                )}
                <span className="narrow">
                  <When date={result.date} bounds={result} />
                </span>
                {history.length > 1 && <Progress history={history} view={view} />}
              </td>
              <td className="wide nowrap">
                <When date={result.date} bounds={result} />
                <Disputed result={result} field="date" view={view} />
              </td>
              <td className="num wide">{age && (age.exact ? age.years : `${age.years} or ${age.years + 1}`)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Progress({ history, view }: { history: readonly ProgressionStep[]; view: RecordView }) {
  return (
    <details className="text-sm">
      <summary className="text-quiet underline decoration-dotted underline-offset-[0.2em]">
        {count(history.length, 'step')}
      </summary>
      <ol className="mt-1">
        {history.map(({ result, improvement }) => (
          <li key={result.id}>
            {yearOf(result.date)} <a href={`${view.base}#r-${result.id}`}>{markText(result)}</a>{' '}
            <span className="text-quiet">
              {competitionAndYear(result)}
              {improvement !== null &&
                `, better by ${formatGap(improvement, result.precision ?? discipline(result.discipline).precision, result.discipline)}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
