import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { formatGap } from '@/lib/sport/marks'
import { Fact } from '../profile/fact-list'
import { count } from '../record/labels'

/** What is known of the race as a whole. */
export interface RaceAround {
  winners: readonly { resultId: string; slug: string | null; name: string; mark: string | null }[]
  gap: number | null
  finishers: number | null
}

/** Who won and by how much, for a result that was no win; and how many finished. */
export function RaceFacts({ result, race }: { result: Result; race: RaceAround | undefined }) {
  if (!race) return null
  const { winners, gap, finishers } = race
  const hasWon = winners.some(({ resultId }) => resultId === result.id)
  const step = result.precision ?? discipline(result.discipline).precision
  return (
    <>
      {!hasWon && winners.length > 0 && (
        <Fact name="Won by">
          {winners.map(({ resultId, slug, name, mark }, index) => (
            <span key={resultId}>
              {index > 0 && ', '}
              {slug ? <a href={`/athletes/${slug}`}>{name}</a> : name}
              {mark && `, ${mark}`}
            </span>
          ))}
          {gap !== null && <small>{formatGap(gap, step, result.discipline)} ahead</small>}
        </Fact>
      )}
      {finishers !== null && <Fact name="Finished">{count(finishers, 'athlete')}</Fact>}
    </>
  )
}
