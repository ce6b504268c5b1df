export interface Chip {
  text: string
  /** What is added for those who do not see the row it stands in. */
  said?: string
  address: string
  chosen: boolean
}

/** One row of choices, each an ordinary link. */
export function ChipRow({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <div className="filter-row">
      <span className="eyebrow">{label}</span>
      <ul className="chips">
        {chips.map(({ text, said, address, chosen }) => (
          <li key={address}>
            <a className="chip" href={address} aria-current={chosen ? 'true' : undefined}>
              {text}
              {said && <span className="sr-only"> {said}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
