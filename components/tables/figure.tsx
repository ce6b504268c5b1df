import type { Result } from '@/lib/record'
import { Disputed } from '../record/disputed'
import { Wind } from '../record/mark'
import { MarkLink } from '../record/mark-link'
import type { DisputeView } from '../record/view'

/** A mark with its marks of dispute, and the wind. */
export function Figure({ result, view }: { result: Result; view: DisputeView }) {
  return (
    <>
      <span className="figure">
        <MarkLink result={result} view={view} />
        <Disputed result={result} field="mark" view={view} />
        <Disputed result={result} field="status" view={view} />
      </span>
      <Wind wind={result.wind} />
    </>
  )
}
