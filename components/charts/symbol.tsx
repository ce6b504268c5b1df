/** The shapes of the charts, drawn around a point so that legend and picture cannot drift apart. */
export type SymbolKind = 'championship' | 'race' | 'unfinished' | 'unmarked'

const R = 4.8

/** The path of a symbol at x, y. */
export function symbolPath(kind: SymbolKind, x: number, y: number, grow = 0): string {
  const r = R + grow
  switch (kind) {
    case 'championship': {
      const d = r * 1.28
      return `M${n(x)} ${n(y - d)}l${n(d)} ${n(d)}l${n(-d)} ${n(d)}l${n(-d)} ${n(-d)}z`
    }
    case 'unfinished':
      return `M${n(x - r)} ${n(y - r)}l${n(2 * r)} ${n(2 * r)}m0 ${n(-2 * r)}l${n(-2 * r)} ${n(2 * r)}`
    case 'unmarked':
      return `M${n(x - r)} ${n(y)}h${n(2 * r)}`
    default:
      return `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-2 * r)} 0z`
  }
}

/** A symbol by itself, for a legend. */
export function LegendSymbol({ kind, className = '' }: { kind: SymbolKind | 'steps'; className?: string }) {
  return (
    <svg
      className={`chart overflow-visible ${className}`}
      viewBox="0 0 20 16"
      width="20"
      height="16"
      aria-hidden="true"
    >
      {kind === 'steps' ? <path className="steps" d="M0 12h8V4h12" /> : <path d={symbolPath(kind, 10, 8)} />}
    </svg>
  )
}

function n(value: number): number {
  return Math.round(value * 10) / 10
}
