import { Choice } from './choice'
import type { ClashState, Filled } from './form-state'
import { fieldLabel, fieldValue } from './labels'
import { ErrorMessage, Hint } from './messages'
import { Notice } from './notice'

/** What a colleague saved in between: what was merged is shown, what clashes is asked about, field by field. */
export function ClashFields({
  clash: { clashes, taken },
  form,
  idOf,
  labelOf = fieldLabel,
  wordsOf = fieldValue,
}: {
  clash: ClashState
  form: Filled
  idOf: (input: string) => string
  labelOf?: (field: string) => string
  /** A value of a field in words; "nothing" for an empty one. */
  wordsOf?: (field: string, value: string) => string
}) {
  return (
    <Notice
      look="danger"
      title="A colleague has saved this since you opened it"
      titleId={idOf('clash')}
      className="mb-6"
    >
      {taken.length > 0 && (
        <>
          <p className="mt-2">These changes of theirs do not touch yours and now stand in the form below:</p>
          <ul>
            {taken.map(({ field, value }) => (
              <li key={field}>
                {labelOf(field)}: <strong>{wordsOf(field, value)}</strong>
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
            <legend className="font-semibold">{labelOf(field)}</legend>
            <Hint>It was {wordsOf(field, base)} when you opened it.</Hint>
            <input type="hidden" name="clash" value={field} />
            <Choice type="radio" name={`choice:${field}`} value="theirs" defaultChecked={choice === 'theirs'}>
              Theirs: <strong>{wordsOf(field, theirs)}</strong>
            </Choice>
            <Choice type="radio" name={`choice:${field}`} value="mine" defaultChecked={choice === 'mine'}>
              Mine: <strong>{wordsOf(field, mine)}</strong>{' '}
              <span className="text-quiet">(as it stands in the form)</span>
            </Choice>
            {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
          </fieldset>
        )
      })}
    </Notice>
  )
}
