import type { ComponentProps, ReactNode } from 'react'
import { ErrorMessage, Hint } from './messages'

// Smaller than 16 px, and a phone zooms in on the input.
const INPUT =
  'block w-full rounded border border-quiet bg-sheet px-2.5 py-1.5 text-base leading-snug text-ink lining-nums tabular-nums placeholder:text-quiet focus-visible:outline-offset-1 aria-invalid:border-champ aria-invalid:shadow-[inset_3px_0_0_var(--color-champ)]'

const SIZES = { short: '', half: 'col-span-2 @max-[21rem]:col-auto', whole: 'col-span-full' }

interface Parts {
  /** Unique in the page: the label, the hint and the error are tied to the input by it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  /** Shown under the input with its hint and error, such as how a mark was read; must announce itself. */
  below?: ReactNode
  size?: keyof typeof SIZES
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
  size = 'short',
  children,
}: Parts & { children: (wired: Wired) => ReactNode }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`min-w-0 ${SIZES[size]}`.trimEnd()}>
      <label htmlFor={id} className="mb-0.75 block text-sm font-semibold">
        {label}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {below}
    </div>
  )
}

type Given<Tag extends 'input' | 'select' | 'textarea'> = Parts & Omit<ComponentProps<Tag>, 'id' | 'size' | 'className'>

export function TextField({ id, label, hint, error, below, size, ...input }: Given<'input'>) {
  return (
    <Field {...{ id, label, hint, error, below, size }}>{(wired) => <Input type="text" {...input} {...wired} />}</Field>
  )
}

/** The input alone, for a field that is put together by hand. */
export function Input(input: Omit<ComponentProps<'input'>, 'className'>) {
  return <input className={`min-h-10 ${INPUT}`} {...input} />
}

export function TextArea({ id, label, hint, error, below, size, ...input }: Given<'textarea'>) {
  return (
    <Field {...{ id, label, hint, error, below, size }}>
      {(wired) => <textarea className={`min-h-18 ${INPUT}`} {...input} {...wired} />}
    </Field>
  )
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
        <select className={`min-h-10 ${INPUT}`} {...select} {...wired}>
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
