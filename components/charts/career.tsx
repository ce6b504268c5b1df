import type { Result } from '@/lib/record/result'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { count, unknownMark } from '../record/labels'
import { markText } from '../record/mark'
import { type CareerPlot, careerPlot, type Frame } from './career-plot'
import { CareerSvg } from './career-svg'
import { LegendSymbol } from './symbol'

const WIDE: Frame = { width: 920, height: 480, margin: { top: 34, right: 12, bottom: 28, left: 54 }, yearStep: 2 }
const NARROW: Frame = { width: 358, height: 420, margin: { top: 30, right: 6, bottom: 26, left: 40 }, yearStep: 5 }

/**
 * Every race of one discipline by date, as SVG drawn on the server: one for a desk and one for a phone, of which the
 * style sheet shows one. Each point is a link to its result.
 */
export function CareerChart({
  results,
  slug,
  name,
  query = '',
}: {
  results: readonly Result[]
  slug: DisciplineSlug
  name: string
  /** Of the state of the record that is read, or "". */
  query?: string
}) {
  const wide = careerPlot(results, slug, WIDE)
  const narrow = careerPlot(results, slug, NARROW)
  const description = summarise(wide, slug)
  const title = `${discipline(slug).name}: every race of ${name} by date`
  return (
    <figure className="relative" data-career="">
      <figcaption>
        <Legend plot={wide} slug={slug} />
      </figcaption>
      <CareerSvg {...{ plot: wide, frame: WIDE, slug, query, title, description }} variant="wide" />
      <CareerSvg {...{ plot: narrow, frame: NARROW, slug, query, title, description }} variant="narrow" />
      <p className="mt-3 text-quiet text-sm">{description}</p>
      {/* Here public/career.mjs shows what is known of the point under the pointer. */}
      <p
        className="pointer-events-none absolute z-5 max-w-68 rounded bg-ink px-2.5 py-1.5 text-paper text-xs leading-[1.3]"
        data-readout=""
        aria-hidden="true"
        hidden
      />
    </figure>
  )
}

function Legend({ plot, slug }: { plot: CareerPlot; slug: DisciplineSlug }) {
  const unfinished = plot.rails.some(({ label }) => label === 'DNF')
  const unmarked = plot.rails.some(({ points }) => points.some(({ result }) => result.status === null))
  const spans = [...plot.points, ...plot.rails.flatMap(({ points }) => points)].some(({ span }) => span)
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-0.5 text-quiet text-sm *:inline-flex *:items-center *:gap-1.5">
      <li>
        <LegendSymbol kind="championship" className="p-champ" /> championship
      </li>
      <li>
        <LegendSymbol kind="race" className="p-race" />{' '}
        {discipline(slug).surface === 'ROAD' ? 'road race' : 'other competition'}
      </li>
      <li>
        <LegendSymbol kind="steps" /> PB progression
      </li>
      {unfinished && (
        <li>
          <LegendSymbol kind="unfinished" className="p-race p-rail" /> did not finish
        </li>
      )}
      {unmarked && (
        <li>
          <LegendSymbol kind="unmarked" className="p-race p-rail" /> {unknownMark(slug)}
        </li>
      )}
      {spans && (
        <li>
          <svg className="chart overflow-visible" viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
            <path className="span" d="M0 8h20" />
          </svg>{' '}
          day unknown: some time in this period
        </li>
      )}
    </ul>
  )
}

/** The picture in a sentence, for those who do not look at it. */
function summarise(plot: CareerPlot, slug: DisciplineSlug): string {
  const rails = plot.rails.flatMap(({ points }) => points)
  const all = [...plot.points, ...rails]
  const years = all.map(({ result }) => Number(result.date.slice(0, 4)))
  const championships = all.filter(({ championship }) => championship).length
  const unfinished = rails.filter(({ result }) => result.status === 'DNF').length
  const unknown = rails.filter(({ result }) => result.status === null).length
  const first = plot.points.filter(({ step }) => step).sort((a, b) => a.x - b.x)[0]
  const improved =
    plot.best && first && first !== plot.best
      ? ` The best came down from ${markText(first.result)} (${first.result.date.slice(0, 4)}) to ${markText(plot.best.result)} (${plot.best.result.date.slice(0, 4)}).`
      : ''
  const verb = discipline(slug).unit === 'MILLISECOND' ? improved : improved.replace('came down', 'rose')
  const remarks = [
    championships > 0 && `${championships} of them at championships`,
    unfinished > 0 && `${unfinished} not finished`,
    unknown > 0 && `${unknown} with ${unknownMark(slug)}`,
  ].filter(Boolean)
  return `${count(all.length, 'race')} from ${Math.min(...years)} to ${Math.max(...years)}${remarks.map((remark) => `, ${remark}`).join('')}.${verb}`
}
