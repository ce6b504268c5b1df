import type { ProgressionStep, SeparateBest } from '@/lib/career/bests'
import { ageOn } from '@/lib/sport/age'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import type { PartialDate } from '@/lib/sport/partial-date'
import { yearOf } from '@/lib/sport/partial-date'
import { type ListKey, listInWords, MAIN_LIST } from '@/lib/sport/separate-lists'
import { CorrectLink } from '../record/desk-link'
import { Disputed } from '../record/disputed'
import { DisciplineLink } from '../record/links'
import { markText, Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import { RecordTags } from '../record/tags'
import { VenueText } from '../record/venue'
import { competitionAndYear, type RecordView, resultAddress } from '../record/view'
import { TableHead } from '../ui/table-head'
import { When } from '../ui/when'

/** The best of each discipline, and of each other list that the athlete has marks in: mark, when, where, at what age, and the steps that led to it. */
export function PersonalBests({
  bests,
  birthDate,
  view,
}: {
  /** Those of a discipline one after the other, that of the main list first. */
  bests: readonly SeparateBest[]
  birthDate: PartialDate | null
  view: RecordView
}) {
  return (
    <table className="record-table stacked-table sm:[&_.name]:w-40" data-copy={view.page === 'bests' ? '' : undefined}>
      <caption className="sr-only">Personal bests</caption>
      <TableHead columns={['Event', ['Mark', 'num mark'], 'Competition', 'Date', ['Age', 'num']]} />
      <tbody>
        {bests.map(({ discipline: slug, list, result, history }) => (
          <tr key={`${slug} ${list}`}>
            <th scope="row" className="name">
              {view.page === 'bests' ? (
                <DisciplineLink slug={slug} sex={result.sex} list={list} />
              ) : (
                discipline(slug).name
              )}
              {list !== MAIN_LIST && <span className="remark block font-normal">{listInWords(list)}</span>}
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
            <td className="line">
              {result.competition.name} <VenueText of={result.venue} />
              {list === MAIN_LIST && view.bestKnown.onTheDay.has(result.id) && (
                <span className="remark block">best known; the times of some earlier races are not known</span>
              )}
              {history.length > 1 && <Progression history={history} list={list} view={view} />}
            </td>
            <td className="after sm:whitespace-nowrap">
              <When date={result.date} bounds={result} />
              <Disputed result={result} field="date" view={view} />
            </td>
            <td className="num after">
              <Age birthDate={birthDate} date={result.date} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Age({ birthDate, date }: { birthDate: PartialDate | null; date: PartialDate }) {
  const age = ageOn(birthDate, date)
  if (age === null) return null
  return (
    <>
      <span className="sm:sr-only">age </span>
      {age.exact ? age.years : `${age.years} or ${age.years + 1}`}
    </>
  )
}

/** Every best on its day, newest first, and by how much it was better than the one before. */
function Progression({
  history,
  list,
  view,
}: {
  history: readonly ProgressionStep[]
  list: ListKey
  view: RecordView
}) {
  const name = history[0] && discipline(history[0].result.discipline).name
  return (
    <details className="text-sm">
      <summary className="inline-block min-h-6 text-quiet underline decoration-dotted underline-offset-[0.2em]">
        Progression ({history.length})
        <span className="sr-only">
          : {name}
          {list !== MAIN_LIST && `, ${listInWords(list)}`}
        </span>
      </summary>
      <ol className="mt-1">
        {history.toReversed().map(({ result, improvement, precision }) => (
          <li key={result.id}>
            {yearOf(result.date)} <a href={resultAddress(result, view)}>{markText(result)}</a>{' '}
            <span className="text-quiet">
              {competitionAndYear(result)}
              {improvement !== null && `, better by ${formatGap(improvement, precision, result.discipline)}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
