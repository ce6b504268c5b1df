import { roundName } from '@/components/record/labels'
import { Mark } from '@/components/record/mark'
import { Places } from '@/components/record/places'
import { Lead } from '@/components/ui/lead'
import { TableHead } from '@/components/ui/table-head'
import { When } from '@/components/ui/when'
import { competitionLabel } from '@/lib/record/competition-form'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'

/** Results in a list, each with the way to its form. */
export function DeskResults({ results }: { results: readonly Result[] }) {
  if (results.length === 0) return <Lead>No result is known yet.</Lead>
  return (
    <table className="record-table">
      <caption className="sr-only">Results, newest first</caption>
      <TableHead columns={['Competition', ['Place', 'num'], ['Mark', 'num'], ['Form', 'sr-only']]} />
      <tbody>
        {results.map((result) => {
          const title = `${discipline(result.discipline).name}, ${competitionLabel(result.competition)}`
          return (
            <tr key={result.id}>
              <th scope="row">
                {competitionLabel(result.competition)}
                <span className="block text-xs leading-tight font-normal text-quiet">
                  {discipline(result.discipline).name}
                  {result.round !== 'FINAL' && `, ${roundName(result)}`} · <When date={result.date} />
                </span>
              </th>
              <td className="num">
                <Places result={result} />
              </td>
              <td className="num">
                <Mark result={result} />
              </td>
              <td className="num">
                <a href={`/admin/results/${result.id}`}>
                  Correct<span className="sr-only"> {title}</span>
                </a>{' '}
                <a href={`/admin/results/${result.id}/citations`}>
                  Sources<span className="sr-only"> of {title}</span>
                </a>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
