import { Button } from '../form/button'

export interface Choice {
  name: string
  label: string
  value: string
  /** Value and words of each option, in order; the first is "all". */
  options: readonly (readonly [value: string, words: string])[]
}

/** Fields beside each other, with their labels above them. */
export const chooseClass =
  'mb-6 flex flex-wrap items-end gap-x-4 gap-y-[0.6rem] max-sm:*:[div]:flex-[1_1_9rem] print:hidden [&_label]:block [&_label]:text-xs [&_label]:text-quiet'

/** One of those fields. */
export const chosenClass =
  'min-h-10 max-w-full rounded border border-quiet bg-sheet px-2 py-[0.3rem] text-base max-sm:w-full'

/** Choices that are too many for a row of links: a plain form that leads to the same address with other parameters. */
export function ChooseForm({
  action,
  label,
  choices,
  kept,
}: {
  action: string
  label: string
  choices: readonly Choice[]
  /** Parameters of the address that the form leaves as they are. */
  kept: Record<string, string | null>
}) {
  return (
    <form action={action} className={chooseClass} aria-label={label}>
      {choices.map(({ name, label, value, options }) => (
        <div key={name}>
          <label htmlFor={`choose-${name}`}>{label}</label>
          <select id={`choose-${name}`} className={chosenClass} name={name} defaultValue={value}>
            {/* A value that is not offered is still the current one. */}
            {!options.some(([option]) => option === value) && <option value={value}>{value}</option>}
            {options.map(([option, words]) => (
              <option key={option} value={option}>
                {words}
              </option>
            ))}
          </select>
        </div>
      ))}
      {Object.entries(kept).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button>Show</Button>
    </form>
  )
}
