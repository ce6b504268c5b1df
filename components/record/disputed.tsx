import type { Result } from '@/lib/record/result'
import { fieldName } from './labels'
import { type DisputeView, resultAddress } from './view'

/** A double dagger at a figure on which the sources disagree; it leads to what each of them says. */
export function Disputed({ result, field, view }: { result: Result; field: string; view: DisputeView }) {
  if (!view.disputed.get(result.id)?.includes(field)) return null
  const words = `Sources disagree on the ${fieldName(field)}`
  return (
    <a className="disputed" href={`${resultAddress(result, view)}#said`} title={words}>
      <span aria-hidden="true">‡</span>
      <span className="sr-only">{words}</span>
    </a>
  )
}
