import type { ComponentProps, ReactNode } from 'react'

interface Parts {
  /** Unique in the page: the label, the hint and the error are tied to the input by it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  /** Shown under the input beside hint and error, such as how a mark was read; must be announced by itself. */
  below?: ReactNode
  size?: 'short' | 'half' | 'whole'
}

interface Wired {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** One input with its label above it, and its hint and error under it and tied to it. */
export function Field({
  id,
  label,
  hint,
  error,
  below,
  size,
  children,
}: Parts & { children: (wired: Wired) => ReactNode }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={size ? `field field-${size}` : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
      {below}
    </div>
  )
}

type Given<Tag extends 'input' | 'select' | 'textarea'> = Parts & Omit<ComponentProps<Tag>, 'id' | 'size' | 'className'>

export function TextField({ id, label, hint, error, below, size, ...input }: Given<'input'>) {
  return (
    <Field {...{ id, label, hint, error, below, size }}>{(wired) => <input type="text" {...input} {...wired} />}</Field>
  )
}

export function TextArea({ id, label, hint, error, below, size, ...input }: Given<'textarea'>) {
  return <Field {...{ id, label, hint, error, below, size }}>{(wired) => <textarea {...input} {...wired} />}</Field>
}

/** @param choices value and words of each option, in order. */
export function SelectField({
  id,
  label,
  hint,
  error,
  below,
  size,
  choices,
  ...select
}: Given<'select'> & { choices: readonly (readonly [value: string, words: string])[] }) {
  return (
    <Field {...{ id, label, hint, error, below, size }}>
      {(wired) => (
        <select {...select} {...wired}>
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
