import { Chip } from '../ui/chip'
import { FilterRow } from './filters'

export interface Choice {
  text: string
  /** Added for readers who do not see the row that it is in. */
  hidden?: string
  address: string
  chosen: boolean
}

/** One row of choices, each an ordinary link. */
export function ChipRow({ label, chips }: { label: string; chips: readonly Choice[] }) {
  return (
    <FilterRow label={label}>
      {chips.map(({ text, hidden, address, chosen }) => (
        <Chip key={address} href={address} current={chosen}>
          {text}
          {hidden && <span className="sr-only"> {hidden}</span>}
        </Chip>
      ))}
    </FilterRow>
  )
}
