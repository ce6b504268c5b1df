import { nthAppearance } from '@/lib/career/appearances'
import { careerRank, countingResults, progression, seasonBests, whyNotBest } from '@/lib/career/bests'
import { isRecordStep, type NationalMark } from '@/lib/career/national-progression'
import type { AthleteRecord } from '@/lib/record/athlete'
import type { Result } from '@/lib/record/result'
import { discipline } from '@/lib/sport/disciplines'
import { ineligibility } from '@/lib/sport/eligibility'
import { formatGap } from '@/lib/sport/marks'
import { formatDate, yearOf } from '@/lib/sport/partial-date'
import { ordinal, rankInWords } from '@/lib/text/number-words'
import { gained } from '../lists/record-progression'
import { Claimants, claimantOf } from '../record/claimants'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { competitionAndYear, type RecordView, resultAddress } from '../record/view'

/** What the performance was in the career, sentence by sentence, each of them computed from the results. */
export function Standing({ result, record, view }: { result: Result; record: AthleteRecord; view: RecordView }) {
  const { results } = record
  const appearance = nthAppearance(result, results)
  return (
    <ul className="mt-5 font-serif text-lg leading-normal *:not-first:mt-1.5">
      <Best result={result} results={results} view={view} />
      <Rank result={result} results={results} />
      <NationalRecord result={result} results={results} view={view} />
      {appearance !== null && result.competition.series && (
        <li>
          The {ordinal(appearance)} appearance at the {result.competition.series.name}.
        </li>
      )}
    </ul>
  )
}

/** Whether it was a best, by how much, until when; or why it was, or is, none. */
function Best({ result, results, view }: { result: Result; results: readonly Result[]; view: RecordView }) {
  const { name } = discipline(result.discipline)
  const steps = progression(results, result.discipline)
  const at = steps.findIndex((step) => step.result.id === result.id)
  const [step, before, after] = [steps[at], steps[at - 1], steps[at + 1]]
  const season = seasonBests(results).some((best) => best.result.id === result.id)
  if (!step) {
    const reasons = whyNotBest(result, results)
    const excluded = ineligibility(result)
    const claimedBest = view.bestKnown.claimedOfSeason.get(result.id)
    return (
      <>
        {excluded.length > 0 ? (
          <li>
            {result.status === 'ENTERED'
              ? 'An announced start: whether it was made, and how it ended, is not known here.'
              : `It does not count for bests and records: ${excluded.join('; ')}.`}
          </li>
        ) : (
          reasons.length > 0 && <li>Not the personal best: {reasons.join('; ')}.</li>
        )}
        {season && (
          <li>
            The best {view.bestKnown.ofSeason.has(result.id) && 'known '}of {yearOf(result.date)}, but not of the career
            by then.
            {claimedBest && (
              <>
                {' '}
                A source calls another race the best of that season, whose time is not known:{' '}
                <a href={resultAddress(claimedBest, view)}>{competitionAndYear(claimedBest)}</a>.
              </>
            )}
          </li>
        )}
      </>
    )
  }
  const gap = step.improvement === null ? null : formatGap(step.improvement, step.precision, result.discipline)
  return (
    <>
      <li>
        {before ? (
          <>
            {view.bestKnown.onTheDay.has(result.id)
              ? 'The best known on its day (the marks of some races before it are not)'
              : 'A personal best on its day'}
            , better by {gap} than <Other result={before.result} view={view} />.
          </>
        ) : (
          `The first mark known here in the ${name.toLowerCase()}, and so the best on its day.`
        )}
      </li>
      <li>
        {after ? (
          <>
            It stood as the best until {formatDate(after.result.date)}: <Other result={after.result} view={view} />.
          </>
        ) : (
          `It is the ${view.bestKnown.onTheDay.has(result.id) ? 'best known' : 'personal best'} to this day.`
        )}
      </li>
    </>
  )
}

function Rank({ result, results }: { result: Result; results: readonly Result[] }) {
  const rank = careerRank(result, results)
  if (rank === null) return null
  const marks = countingResults(results, result.discipline).length
  return (
    <li>
      The {rankInWords(rank)} of the career, of {count(marks, 'mark')} in the{' '}
      {discipline(result.discipline).name.toLowerCase()}.
    </li>
  )
}

/** What the mark was in the progression of its country: a national record is what a source calls one. */
function NationalRecord({ result, results, view }: { result: Result; results: readonly Result[]; view: RecordView }) {
  return view.national.flatMap(({ steps, discipline: slug, scope, sex }) => {
    const at = steps.findIndex(({ mark }) => mark.id === result.id)
    const step = steps[at]
    if (!step) return []
    const before = steps.slice(0, at).findLast(({ isBest }) => isBest)
    const next = steps.slice(at + 1).find(({ claim }) => claim !== null)
    const isRecord = isRecordStep(step)
    return (
      <li key={`${slug} ${scope} ${sex}`}>
        {isRecord
          ? 'Called a national record when it was set'
          : step.claim
            ? 'Called a national record once'
            : 'The best national mark on record here on its day, which no source here calls a record'}
        {step.isBest && before && (
          <>
            , {gained(step)} than <OtherMark mark={before.mark} results={results} view={view} />
          </>
        )}
        {step.stands ? (
          '; it stands, as far as sources here say.'
        ) : isRecord && next ? (
          <>
            ; the next one known here is <OtherMark mark={next.mark} results={results} view={view} />.
          </>
        ) : (
          '.'
        )}
        {step.claim && (
          <small className="block font-sans text-quiet text-sm">
            <Claimants claim={step.claim} by={claimantOf(result, step.claim.id)} />
          </small>
        )}
      </li>
    )
  })
}

/** A mark of the progression: the athlete's own with its competition, anybody else's by itself. */
function OtherMark({ mark, results, view }: { mark: NationalMark; results: readonly Result[]; view: RecordView }) {
  const own = results.find(({ id }) => id === mark.id)
  if (own) return <Other result={own} view={view} />
  return (
    <a href={resultAddress(mark, view)}>
      {mark.mark} of {yearOf(mark.date)}
    </a>
  )
}

function Other({ result, view }: { result: Result; view: RecordView }) {
  return (
    <>
      <a href={resultAddress(result, view)}>{markText(result) ?? 'a mark unknown'}</a>, {competitionAndYear(result)}
    </>
  )
}
