import type { Result } from '@/lib/record/result'
import { Disputed } from './disputed'
import { Wind } from './mark'
import { MarkLink } from './mark-link'
import type { DisputeView } from './view'

/** A mark with its marks of dispute, and the wind. */
export function Figure({ result, view }: { result: Result; view: DisputeView }) {
  return (
    <>
      <span className="whitespace-nowrap">
        <MarkLink result={result} view={view} />
        <Disputed result={result} field="mark" view={view} />
        <Disputed result={result} field="status" view={view} />
      </span>
      <Wind wind={result.wind} />
    </>
  )
}
