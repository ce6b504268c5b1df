import { Button } from '../form/button'

export interface Choice {
  name: string
  label: string
  value: string
  /** Value and words of each option, in order; the first is "all". */
  options: readonly (readonly [value: string, words: string])[]
}

/** Choices that are too many for a row of links: a plain form that asks for the same address with other parameters. */
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
    <form action={action} className="choose" aria-label={label}>
      {choices.map(({ name, label, value, options }) => (
        <div key={name}>
          <label htmlFor={`choose-${name}`}>{label}</label>
          <select id={`choose-${name}`} name={name} defaultValue={value}>
            {/* A value that is not offered is still the one that holds. */}
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
