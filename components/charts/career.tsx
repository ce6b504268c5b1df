import type { Result } from '@/lib/record/result'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatMark } from '@/lib/sport/marks'
import { formatDate } from '@/lib/sport/partial-date'
import { statusInWords } from '@/lib/sport/status'
import { ordinal } from '@/lib/text/number-words'
import { count } from '../record/labels'
import { markText } from '../record/mark'
import { competitionAndYear } from '../record/view'
import { type CareerPlot, careerPlot, type Frame, type Point, type Rail } from './career-plot'
import { LegendSymbol, symbolPath } from './symbol'

const WIDE: Frame = { width: 920, height: 480, margin: { top: 22, right: 12, bottom: 28, left: 54 }, yearStep: 2 }
const NARROW: Frame = { width: 358, height: 420, margin: { top: 18, right: 6, bottom: 26, left: 40 }, yearStep: 5 }

/**
 * Every race of one discipline by date, as SVG drawn on the server: one for a desk and one for a phone, of which the
 * style sheet shows one. Each point is a link to its row.
 */
export function CareerChart({
  results,
  slug,
  name,
  base,
}: {
  results: readonly Result[]
  slug: DisciplineSlug
  name: string
  base: string
}) {
  const wide = careerPlot(results, slug, WIDE)
  const narrow = careerPlot(results, slug, NARROW)
  const description = summarise(wide, slug)
  const title = `${discipline(slug).name}: every race of ${name} by date`
  return (
    <figure className="relative" data-career="">
      <figcaption>
        <Legend plot={wide} />
      </figcaption>
      <a
        className="sr-only z-20 focus:not-sr-only focus:absolute focus:m-2 focus:bg-ink focus:px-4 focus:py-2.5 focus:text-paper print:hidden"
        href="#after-career"
      >
        Skip the picture
      </a>
      <CareerSvg {...{ plot: wide, frame: WIDE, slug, base, title, description }} variant="wide" />
      <CareerSvg {...{ plot: narrow, frame: NARROW, slug, base, title, description }} variant="narrow" />
      <p id="after-career" className="mt-3 text-quiet text-sm">
        {description}
      </p>
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

const SHOWN = { wide: 'block max-md:hidden print:block', narrow: 'block md:hidden print:hidden' }

function CareerSvg({
  plot,
  frame,
  slug,
  base,
  title,
  description,
  variant,
}: {
  plot: CareerPlot
  frame: Frame
  slug: DisciplineSlug
  base: string
  title: string
  description: string
  variant: 'wide' | 'narrow'
}) {
  const { left, right, bottom, base: floor } = plot.plot
  const ids = { title: `career-title-${variant}`, description: `career-description-${variant}` }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG that holds links is a group, which HTML has no element for here.
    <svg
      className={`chart h-auto w-full overflow-visible font-sans text-[13px] lining-nums tabular-nums ${SHOWN[variant]}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="group"
      aria-labelledby={ids.title}
      aria-describedby={ids.description}
    >
      <title id={ids.title}>{title}</title>
      <desc id={ids.description}>{description}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus; the axes are for the eye. */}
      <g aria-hidden="true">
        <path className="grid" d={plot.values.map(({ y }) => `M${left} ${y}H${right}`).join('')} />
        {plot.values.map(({ value, y }) => (
          <text key={value} x={left - 8} y={y + 4} textAnchor="end">
            {axisLabel(value, slug)}
          </text>
        ))}
        <path className="axis" d={plot.years.map(({ x, label }) => `M${x} ${floor}v${label ? 7 : 4}`).join('')} />
        {plot.years.map(
          ({ year, x, label }) =>
            label && (
              <text key={year} x={x} y={floor + 20} textAnchor="middle">
                {year}
              </text>
            ),
        )}
        <path className="rail" d={plot.rails.map(({ y }) => `M${left} ${y}H${right}`).join('')} />
        {plot.rails.map(({ label, y }) => (
          <text key={label} x={left - 8} y={y + 4} textAnchor="end">
            {label}
          </text>
        ))}
        <path className="axis" d={`M${left} ${floor}H${right}`} />
        {plot.rails.length > 0 && <path className="grid" d={`M${left} ${bottom}H${right}`} />}
        <path className="steps" d={plot.steps} />
        <path
          className="span"
          d={[...plot.points, ...plot.rails.flatMap((rail) => rail.points)]
            .map(({ span, y }) => (span ? `M${span[0]} ${y}H${span[1]}` : ''))
            .join('')}
        />
      </g>
      {plot.points.map((point) => (
        <PointLink key={point.result.id} point={point} base={base} />
      ))}
      {plot.rails.map((rail) => (
        <RailLinks key={rail.label} rail={rail} base={base} />
      ))}
      {plot.best && <BestLabel best={plot.best} left={left} right={right} />}
    </svg>
  )
}

function PointLink({ point, base }: { point: Point; base: string }) {
  const { result, championship, step, counts, x, y } = point
  const kind = championship ? 'championship' : 'race'
  const classes = [kind === 'championship' ? 'p-champ' : 'p-race', step && 'p-best', !counts && 'p-out']
  return (
    <a href={`${base}#r-${result.id}`} className={classes.filter(Boolean).join(' ')}>
      <title>{pointTitle(result, step)}</title>
      <path d={symbolPath(kind, x, y, step ? 1.4 : 0)} />
    </a>
  )
}

function RailLinks({ rail, base }: { rail: Rail; base: string }) {
  return rail.points.map(({ result, x, y, championship }) => (
    <a key={result.id} href={`${base}#r-${result.id}`} className={`p-rail ${championship ? 'p-champ' : 'p-race'}`}>
      <title>{pointTitle(result, false)}</title>
      <path className="hit" d={`M${x - 8} ${y - 10}h16v20h-16z`} />
      <path d={symbolPath(result.status ? 'unfinished' : 'unmarked', x, y)} />
    </a>
  ))
}

/** The best by name beside its point, on the side that has room; on a phone, where neither has, by its mark alone. */
function BestLabel({ best, left, right }: { best: Point; left: number; right: number }) {
  const mark = markText(best.result) ?? ''
  const where = competitionAndYear(best.result)
  const width = mark.length * 8.5 + where.length * 6.4 + 20
  const fits = best.x + width < right || best.x - width > left
  const flip = best.x + (fits ? width : 80) > right
  return (
    <text className="best-label" x={best.x + (flip ? -10 : 10)} y={best.y - 8} textAnchor={flip ? 'end' : 'start'}>
      {mark}
      {fits && <tspan> {where}</tspan>}
    </text>
  )
}

function Legend({ plot }: { plot: CareerPlot }) {
  const unfinished = plot.rails.some(({ label }) => label === 'DNF')
  const unmarked = plot.rails.some(({ points }) => points.some(({ result }) => result.status === null))
  const spans = [...plot.points, ...plot.rails.flatMap(({ points }) => points)].some(({ span }) => span)
  return (
    <ul className="mb-3 flex flex-wrap gap-x-5 gap-y-0.5 text-quiet text-sm *:inline-flex *:items-center *:gap-1.5">
      <li>
        <LegendSymbol kind="championship" className="p-champ" /> championship
      </li>
      <li>
        <LegendSymbol kind="race" className="p-race" /> city race
      </li>
      <li>
        <LegendSymbol kind="steps" /> best so far
      </li>
      {unfinished && (
        <li>
          <LegendSymbol kind="unfinished" className="p-race p-rail" /> did not finish
        </li>
      )}
      {unmarked && (
        <li>
          <LegendSymbol kind="unmarked" className="p-race p-rail" /> mark unknown
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

/** "2:08:50, 8th, Fukuoka Marathon 2014, 7 December 2014, best so far". */
function pointTitle(result: Result, step: boolean): string {
  const overall = result.places.find(({ classification }) => classification === 'overall')
  return [
    result.status ? statusInWords(result.status) : (markText(result) ?? 'mark unknown'),
    overall && ordinal(overall.place),
    competitionAndYear(result),
    formatDate(result.date),
    step && 'a best',
  ]
    .filter(Boolean)
    .join(', ')
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
    unknown > 0 && `${unknown} with no known mark`,
  ].filter(Boolean)
  return `${count(all.length, 'race')} from ${Math.min(...years)} to ${Math.max(...years)}${remarks.map((remark) => `, ${remark}`).join('')}.${verb}`
}

/** "2:10" for the long runs, whole seconds for the shorter, metres or points for the rest. */
function axisLabel(value: number, slug: DisciplineSlug): string {
  const text = formatMark(value, 1_000, slug)
  return value >= 3_600_000 && discipline(slug).unit === 'MILLISECOND' ? text.replace(/:\d\d$/, '') : text
}
