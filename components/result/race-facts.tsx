import type { RaceContext } from '@/lib/record/race-context'
import type { Result } from '@/lib/record/result'
import { formatGap } from '@/lib/sport/marks'
import { Fact } from '../profile/fact-list'
import { count } from '../record/labels'

/** Who won and by how much, for a result that was no win; and how many finished. */
export function RaceFacts({ result, race }: { result: Result; race: RaceContext | undefined }) {
  if (!race) return null
  const { winners, gap, precision, finishers } = race
  return (
    <>
      {!hasWon(result, race) && winners.length > 0 && (
        <Fact name="Won by">
          {winners.map(({ resultId, slug, name, mark }, index) => (
            <span key={resultId}>
              {index > 0 && ', '}
              {slug ? <a href={`/athletes/${slug}`}>{name}</a> : name}
              {mark && `, ${mark}`}
            </span>
          ))}
          {gap !== null && <small>{formatGap(gap, precision, result.discipline)} ahead</small>}
        </Fact>
      )}
      {finishers !== null && <Fact name="Finished">{count(finishers, 'athlete')}</Fact>}
    </>
  )
}

/** The same in a line below the row of a result; nothing where nothing is known. In short, the names lead nowhere. */
export function RaceLine({
  result,
  race,
  isShort = false,
}: {
  result: Result
  race: RaceContext | undefined
  isShort?: boolean
}) {
  if (!race) return null
  const { winners, gap, precision, finishers } = race
  const isLost = !hasWon(result, race) && winners.length > 0
  if (!isLost && finishers === null) return null
  return (
    <p className="remark">
      {isLost && (
        <>
          won by{' '}
          {winners.map(({ resultId, slug, name }, index) => (
            <span key={resultId}>
              {index > 0 && ', '}
              {slug && !isShort ? <a href={`/athletes/${slug}`}>{name}</a> : name}
            </span>
          ))}
          {gap !== null && gap > 0 && `, ${formatGap(gap, precision, result.discipline)} ahead`}
        </>
      )}
      {finishers !== null && `${isLost ? '; ' : ''}${count(finishers, 'finisher')}`}
    </p>
  )
}

function hasWon({ id }: Result, { winners }: RaceContext): boolean {
  return winners.some(({ resultId }) => resultId === id)
}
