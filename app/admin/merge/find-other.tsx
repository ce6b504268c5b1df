import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import { Hits } from '@/components/site/hits'
import { Lead } from '@/components/ui/lead'
import type { Matches } from '@/server/search/search'

/** Finds the other of two that are one and the same, by name. Complete without JavaScript. */
export function FindOther({
  here,
  slug,
  typed,
  found,
  label,
  placeholder,
  nothing,
}: {
  /** The address of the page, which takes the other one's address as `with`. */
  here: string
  /** Of the first, which is not offered. */
  slug: string
  typed: string
  /** Null before anything was looked for. */
  found: Matches | null
  label: string
  placeholder: string
  /** "Nobody", "No competition". */
  nothing: string
}) {
  return (
    <>
      <p className="mb-4 max-w-xl text-quiet">Find the other one. Its address stays; you can swap them afterwards.</p>
      <form action={here} className="mb-6 flex max-w-xl items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            id="with"
            name="with"
            label={label}
            placeholder={placeholder}
            defaultValue={typed}
            autoComplete="off"
          />
        </div>
        <Button look="primary">Find</Button>
      </form>
      {found && <Found found={found} typed={typed} slug={slug} here={here} nothing={nothing} />}
    </>
  )
}

function Found({
  found,
  typed,
  slug,
  here,
  nothing,
}: {
  found: Matches
  typed: string
  slug: string
  here: string
  nothing: string
}) {
  const others = found.matches.filter((match) => match.slug !== slug)
  if (others.length === 0) return <Lead>{`${nothing} else goes by “${typed}”.`}</Lead>
  return (
    <>
      <p className="mb-2 text-quiet">
        {found.isGuess ? `${nothing} goes by “${typed}”; these are like it.` : 'Choose which it is.'}
      </p>
      <div className="max-w-xl">
        <Hits hits={others.map(({ slug, label, detail }) => ({ url: `${here}?with=${slug}`, label, detail }))} />
      </div>
    </>
  )
}
