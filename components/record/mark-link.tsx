import type { Result } from '@/lib/record/result'
import { Mark, type ShownMark } from './mark'
import { type RecordView, resultAddress } from './view'

/** A mark that leads to the performance's own page: its sources, since when, and what others say. */
export function MarkLink({
  result,
  view = { query: '' },
}: {
  result: ShownMark & Pick<Result, 'id'>
  view?: Pick<RecordView, 'query'>
}) {
  return (
    <a href={resultAddress(result, view)} title="Sources and history">
      <Mark result={result} />
    </a>
  )
}
