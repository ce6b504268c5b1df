import type { Filled, ResultFormState } from '@/components/form/form-state'
import { fieldLabel, fieldValue } from '@/components/form/labels'

/** What a colleague saved in between: what was merged is shown, what clashes is asked about, field by field. */
export function ClashFields({
  clash: { clashes, taken },
  form,
  idOf,
}: {
  clash: NonNullable<ResultFormState['clash']>
  form: Filled
  idOf: (input: string) => string
}) {
  return (
    <section className="notice notice-danger mb-6" aria-labelledby={idOf('clash')}>
      <h2 id={idOf('clash')}>A colleague has saved this result since you opened it</h2>
      {taken.length > 0 && (
        <>
          <p className="mt-2">These changes of theirs do not touch yours and now stand in the form below:</p>
          <ul>
            {taken.map(({ field, value }) => (
              <li key={field}>
                {fieldLabel(field)}: <strong>{fieldValue(field, value)}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-2">You both changed the following. Choose what stands, then save.</p>
      {clashes.map(({ field, base, theirs, mine }) => {
        const choice = form.value(`choice:${field}`)
        const error = form.error(`choice:${field}`)
        const id = idOf(`choice:${field}`)
        return (
          <fieldset
            key={field}
            id={id}
            className="mt-3"
            aria-describedby={error ? `${id}-error` : undefined}
            tabIndex={-1}
          >
            <legend className="font-semibold">{fieldLabel(field)}</legend>
            <p className="hint">It was {fieldValue(field, base)} when you opened it.</p>
            <input type="hidden" name="clash" value={field} />
            <label className="choice">
              <input type="radio" name={`choice:${field}`} value="theirs" defaultChecked={choice === 'theirs'} />
              <span>
                Theirs: <strong>{fieldValue(field, theirs)}</strong>
              </span>
            </label>
            <label className="choice">
              <input type="radio" name={`choice:${field}`} value="mine" defaultChecked={choice === 'mine'} />
              <span>
                Mine: <strong>{fieldValue(field, mine)}</strong>{' '}
                <span className="text-quiet">(as it stands in the form)</span>
              </span>
            </label>
            {error && (
              <p id={`${id}-error`} className="error">
                {error}
              </p>
            )}
          </fieldset>
        )
      })}
    </section>
  )
}
