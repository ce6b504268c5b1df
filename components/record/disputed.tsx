import type { Result } from '@/lib/record/result'
import { Dagger } from './dagger'
import { fieldName } from './labels'
import { type DisputeView, resultAddress } from './view'

/** The dagger of a disputed figure, leading to what each source says. */
export function Disputed({ result, field, view }: { result: Result; field: string; view: DisputeView }) {
  if (!view.disputed.get(result.id)?.includes(field)) return null
  return <Dagger href={`${resultAddress(result, view)}#said`} words={`Sources disagree on the ${fieldName(field)}`} />
}
