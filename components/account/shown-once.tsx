import { Input } from '../form/field'

/** What is shown this once, to be kept or handed over. */
export function ShownOnce({ once }: { once: { codes: string[] } | { link: string; isMailed: boolean } }) {
  if ('link' in once) {
    return (
      <>
        <p className="mt-2">
          {once.isMailed
            ? 'It was sent by mail as well. The link works once, and is shown only now:'
            : 'Hand over this link. It works once, and is shown only now:'}
        </p>
        <div className="mt-2">
          <Input readOnly value={once.link} aria-label="Link to hand over" />
        </div>
      </>
    )
  }
  if (once.codes.length === 0) return null
  return (
    <>
      <p className="mt-2">
        These are your recovery codes. Each lets you in once, without your second factor. Print them or write them down:
        they are shown only now.
      </p>
      <ul
        className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-x-4 font-mono"
        aria-label="Recovery codes"
      >
        {once.codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  )
}
