import type { Result } from '@/lib/record/result'
import { type DisciplineSlug, discipline } from '@/lib/sport/disciplines'
import { formatMark } from '@/lib/sport/marks'
import { formatDate } from '@/lib/sport/partial-date'
import { statusInWords } from '@/lib/sport/status'
import { ordinal } from '@/lib/text/number-words'
import { unknownMark } from '../record/labels'
import { markText } from '../record/mark'
import { competitionAndYear, resultAddress } from '../record/view'
import type { CareerPlot, Frame, Point, Rail } from './career-plot'
import { symbolPath } from './symbol'

const SHOWN = { wide: 'block max-md:hidden print:block', narrow: 'block md:hidden print:hidden' }

/** The picture itself: axes, and a link for each race. */
export function CareerSvg({
  plot,
  frame,
  slug,
  query,
  title,
  description,
  variant,
}: {
  plot: CareerPlot
  frame: Frame
  slug: DisciplineSlug
  /** "" or, where the record is read as it stood, "?asOf=2024-08-01". */
  query: string
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
      <Remarks plot={plot} isWide={variant === 'wide'} />
      {plot.points.map((point) => (
        <PointLink
          key={point.result.id}
          point={point}
          isFirst={point === plot.best}
          hasLabel={variant === 'wide'}
          query={query}
        />
      ))}
      {plot.rails.map((rail) => (
        <RailLinks key={rail.label} rail={rail} query={query} />
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

/** What a reader asks of the picture: which Games these were, and why there is nothing for a year or more. */
function Remarks({ plot: { games, gaps, plot }, isWide }: { plot: CareerPlot; isWide: boolean }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: as above; the points say the same of themselves.
    <g aria-hidden="true" className="remarks">
      <path className="rail" d={games.map(({ x, y }) => `M${x} ${plot.top - 4}V${y - 8}`).join('')} />
      {games.map(({ x, place, year }) => (
        <text key={year} x={x} y={plot.top - 9} textAnchor="middle">
          {isWide ? `${place} ${year}` : `’${String(year).slice(-2)}`}
        </text>
      ))}
      <path
        className="gap"
        d={gaps.map(({ from, to }) => `M${from + 3} ${plot.bottom - 12}v6h${round(to - from - 6)}v-6`).join('')}
      />
      {gaps.map(({ from, to, months }) => (
        <text key={from} x={(from + to) / 2} y={plot.bottom - 16} textAnchor="middle">
          {gapText(to - from, months)}
        </text>
      ))}
    </g>
  )
}

/**
 * A point that leads to its result. One point takes the keyboard's focus, and public/career.mjs moves on from there:
 * the same results are in a table, so that nobody has to pass sixty points.
 */
function PointLink({
  point,
  isFirst,
  hasLabel,
  query,
}: {
  point: Point
  isFirst: boolean
  /** Whether there is room to say that it was a record. */
  hasLabel: boolean
  query: string
}) {
  const { result, championship, step, counts, x, y } = point
  const kind = championship ? 'championship' : 'race'
  const classes = [kind === 'championship' ? 'p-champ' : 'p-race', step && 'p-best', !counts && 'p-out']
  const isRecord =
    hasLabel && !isFirst && result.records.some(({ code, state }) => code === 'NR' && state !== 'RESCINDED')
  return (
    <a
      href={resultAddress(result, { query })}
      className={classes.filter(Boolean).join(' ')}
      tabIndex={isFirst ? undefined : -1}
    >
      <title>{pointTitle(result, step)}</title>
      <circle cx={x} cy={y} />
      {isRecord && (
        <text x={x} y={y - 11} textAnchor="middle">
          NR
        </text>
      )}
      <path d={symbolPath(kind, x, y, step ? 1.4 : 0)} />
    </a>
  )
}

function RailLinks({ rail, query }: { rail: Rail; query: string }) {
  return rail.points.map(({ result, x, y, championship }) => (
    <a
      key={result.id}
      href={resultAddress(result, { query })}
      className={`p-rail ${championship ? 'p-champ' : 'p-race'}`}
      tabIndex={-1}
    >
      <title>{pointTitle(result, false)}</title>
      <circle cx={x} cy={y} />
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

/** "2:08:50, 8th, Fukuoka Marathon 2014, 7 December 2014, PB". */
function pointTitle(result: Result, step: boolean): string {
  const overall = result.places.find(({ classification }) => classification === 'overall')
  return [
    result.status ? statusInWords(result.status) : (markText(result) ?? unknownMark(result.discipline)),
    overall && ordinal(overall.place),
    competitionAndYear(result),
    formatDate(result.date),
    step && 'PB',
  ]
    .filter(Boolean)
    .join(', ')
}

/** "2:10" for the long runs, whole seconds for the shorter, metres or points for the rest. */
function axisLabel(value: number, slug: DisciplineSlug): string {
  const text = formatMark(value, 1_000, slug)
  return value >= 3_600_000 && discipline(slug).unit === 'MILLISECOND' ? text.replace(/:\d\d$/, '') : text
}

/** What fits above a bracket of this width. */
function gapText(width: number, months: number): string {
  if (width > 150) return `no race on record for ${months} months`
  return width > 38 ? `${months} mo.` : ''
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
