import type { RecordClaim, Result } from '@/lib/record/result'
import { tagClass } from '../ui/tag-class'
import { recordName } from './labels'
import type { RecordView } from './view'

/** NR, =NR …: what the mark was on the day it was set. */
export function RecordTags({
  records,
}: {
  records: readonly Pick<RecordClaim, 'id' | 'code' | 'scope' | 'state' | 'equalled'>[]
}) {
  return records
    .filter(({ state }) => state !== 'RESCINDED')
    .map(({ id, code, scope, equalled, state }) => (
      <abbr
        key={id}
        className={tagClass.gold}
        title={`${equalled ? 'equalled the ' : ''}${recordName(code)}${scope ? ` (${scope})` : ''} when set${state === 'PENDING' ? ', pending' : ''}`}
      >
        {equalled ? '=' : ''}
        {code}
      </abbr>
    ))
}

/** Everything that a mark was: records claimed, and the personal best on its day, which is computed. */
export function Tags({ result, view }: { result: Result; view: RecordView }) {
  const today = view.bestsToday.has(result.id)
  const isOnlyKnown = view.bestKnown.onTheDay.has(result.id)
  return (
    <>
      <RecordTags records={result.records} />
      {view.bestsOnTheDay.has(result.id) && (
        <abbr
          className={today ? tagClass.gold : tagClass.quiet}
          title={`${isOnlyKnown ? 'best known' : 'personal best'}${today ? ', still standing' : ' on its day'}${
            isOnlyKnown ? '; the marks of some races before it are not known' : ''
          }`}
        >
          PB
        </abbr>
      )}
    </>
  )
}
