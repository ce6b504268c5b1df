import { changedBy, figureTitle } from '@/components/history/figure-words'
import type { LeftFigure } from '@/lib/record/account-undo'

/** Figures that are not put back, and why. */
export function LeftFigures({ left, label }: { left: readonly LeftFigure[]; label: string }) {
  if (left.length === 0) return null
  return (
    <ul aria-label={label} className="mt-1 text-sm">
      {left.map((figure) => (
        <li key={`${figure.entity} ${figure.figure} ${figure.title}`}>
          Stays: {figureTitle(figure, figure.title)}
          {figure.changedBy.length > 0 && `, ${changedBy(figure.changedBy)}`}
          {figure.rests.length > 0 && `, as long as anything rests on it: ${figure.rests.join('; ')}`}
        </li>
      ))}
    </ul>
  )
}
