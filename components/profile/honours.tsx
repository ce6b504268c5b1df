import type { Honour } from '@/lib/career/honours'
import { discipline } from '@/lib/sport/disciplines'
import { yearOf } from '@/lib/sport/partial-date'
import { ordinal } from '@/lib/text/number-words'
import { classificationName, count } from '../record/labels'
import { markText } from '../record/mark'
import { venueText } from '../record/venue'
import { type RecordView, resultAddress } from '../record/view'

const GROUPS = [
  { kind: 'medal', title: 'Championship medals' },
  { kind: 'win', title: 'Victories' },
  { kind: 'podium', title: 'Second and third places' },
] as const

/** The place in a circle, which is a medal of its metal at a championship, and gold in outline for a victory. */
const MEDALS = [
  '**:data-medal:inline-grid **:data-medal:size-7 **:data-medal:place-items-center **:data-medal:rounded-full',
  '**:data-medal:border **:data-medal:border-quiet **:data-medal:font-heavy **:data-medal:text-md',
  '**:data-[medal=1]:border-[#a87d0d] **:data-[medal=1]:bg-[#e9c455] **:data-[medal=1]:text-[#231a00]',
  '**:data-[medal=2]:border-[#858c92] **:data-[medal=2]:bg-[#cfd3d6] **:data-[medal=2]:text-[#1b1e21]',
  '**:data-[medal=3]:border-[#96592a] **:data-[medal=3]:bg-[#d99a66] **:data-[medal=3]:text-[#231003]',
  '**:data-[medal=win]:border-gold-mark **:data-[medal=win]:text-gold',
].join(' ')

const LINES = [
  'lining-nums tabular-nums [&_li]:grid [&_li]:break-inside-avoid [&_li]:grid-cols-[2.1rem_minmax(0,1fr)_auto]',
  '[&_li]:items-baseline [&_li]:gap-3 [&_li]:border-rule [&_li]:border-b [&_li]:py-1.75',
  '[&_small]:block [&_small]:text-quiet [&_small]:text-sm [&_small]:leading-[1.3]',
].join(' ')

/** How many are shown at once. */
const SHOWN = 6

/** Medals, victories and podium places, computed from the places: the weightiest, and the rest folded. */
export function Honours({ honours, view }: { honours: readonly Honour[]; view: RecordView }) {
  const rest = honours.slice(SHOWN)
  return (
    <>
      <HonourGroups honours={honours.slice(0, SHOWN)} view={view} />
      {rest.length > 0 && (
        <details>
          <summary className="py-1 font-semibold text-md">{count(rest.length, 'more honour')}</summary>
          <div className="mt-4">
            <HonourGroups honours={rest} view={view} />
          </div>
        </details>
      )}
    </>
  )
}

function HonourGroups({ honours, view }: { honours: readonly Honour[]; view: RecordView }) {
  const groups = GROUPS.map((group) => ({ ...group, items: honours.filter(({ kind }) => kind === group.kind) }))
  return (
    <div className={`columns-[24rem_2] gap-x-12 *:mb-6 ${LINES} ${MEDALS}`}>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ kind, title, items }) => (
          <div key={kind}>
            <h3 className="mb-1.5 break-after-avoid">{title}</h3>
            <ol>
              {items.map((honour) => (
                <HonourLine key={`${honour.result.id} ${honour.classification}`} honour={honour} view={view} />
              ))}
            </ol>
          </div>
        ))}
    </div>
  )
}

function HonourLine({ honour, view }: { honour: Honour; view: RecordView }) {
  const { kind, place, classification, championship, result } = honour
  const { competition } = result
  const within = classification === 'overall' || championship ? null : classificationName(classification)
  const metal = { medal: place, win: 'win', podium: '' }[kind]
  const remarks = [
    championship && `within the ${competition.name}`,
    within,
    discipline(result.discipline).name,
    markText(result),
    venueText(result.venue),
  ]
  return (
    <li>
      <span data-medal={metal}>
        <span aria-hidden="true">{place}</span>
        <span className="sr-only">{ordinal(place)}</span>
      </span>
      <span>
        <a href={resultAddress(result, view)}>{(championship ?? competition).name}</a>
        <small>{remarks.filter(Boolean).join(', ')}</small>
      </span>
      <span className="text-quiet">{yearOf(result.date)}</span>
    </li>
  )
}
