import { ErrorMessage, Hint } from '@/components/form/messages'

/** The picture that a form is about. It is sent in a form of its own, above this one. */
export function PictureField({
  id,
  name,
  label,
  value,
  error,
}: {
  id: string
  name: string
  label: string
  value: string
  error?: string
}) {
  return (
    <div id={id} className="col-span-full min-w-0" tabIndex={-1}>
      <p className="mb-0.75 text-sm font-semibold">{label}</p>
      <input type="hidden" name={name} value={value} />
      {value === '' ? (
        <Hint>None yet: send one first.</Hint>
      ) : (
        // biome-ignore lint/performance/noImgElement: it has been made small already, and is private.
        <img
          className="max-h-80 max-w-full rounded border border-rule"
          src={`/admin/photos/${value}`}
          alt="As it was sent"
        />
      )}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
    </div>
  )
}
