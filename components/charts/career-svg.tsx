import type { Result } from '@/lib/record/result'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatMark } from '@/lib/sport/marks'
import { formatDate } from '@/lib/sport/partial-date'
import { statusInWords } from '@/lib/sport/status'
import { ordinal } from '@/lib/text/number-words'
import { markText } from '../record/mark'
import { competitionAndYear } from '../record/view'
import type { CareerPlot, Frame, Point, Rail } from './career-plot'
import { symbolPath } from './symbol'

const SHOWN = { wide: 'block max-md:hidden print:block', narrow: 'block md:hidden print:hidden' }

/** The picture itself: axes, and a link for each race. */
export function CareerSvg({
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
      <Axes plot={plot} slug={slug} />
      {plot.points.map((point) => (
        <PointLink key={point.result.id} point={point} base={base} />
      ))}
      {plot.rails.map((rail) => (
        <RailLinks key={rail.label} rail={rail} base={base} />
      ))}
      {plot.best && <BestLabel best={plot.best} left={plot.plot.left} right={plot.plot.right} />}
    </svg>
  )
}

/** Both axes with their labels, the rails, the line of bests, and the periods of races whose day is unknown. */
function Axes({ plot, slug }: { plot: CareerPlot; slug: DisciplineSlug }) {
  const { left, right, bottom, base: floor } = plot.plot
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus; the axes are for the eye.
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

/** "2:10" for the long runs, whole seconds for the shorter, metres or points for the rest. */
function axisLabel(value: number, slug: DisciplineSlug): string {
  const text = formatMark(value, 1_000, slug)
  return value >= 3_600_000 && discipline(slug).unit === 'MILLISECOND' ? text.replace(/:\d\d$/, '') : text
}
