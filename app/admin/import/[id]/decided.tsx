import { Button } from '@/components/form/button'
import { InsetDetails } from '@/components/form/inset'
import { count } from '@/components/record/labels'
import type { Decided } from '@/lib/import/preview'

/** What was decided about people and competitions, each of which can be taken back. */
export function ImportDecided({
  people,
  meetings,
  action,
  path,
}: {
  people: readonly Decided[]
  meetings: readonly Decided[]
  action: (form: FormData) => Promise<void>
  path: string
}) {
  const total = people.length + meetings.length
  if (total === 0) return null
  return (
    <div id="decided">
      <InsetDetails summary={`Decided: ${total}`} className="mb-6">
        <form action={action}>
          <ul className="mb-3 grid gap-1.5">
            {people.map((one) => (
              <One key={one.id} name="person" one={one} path={path} />
            ))}
            {meetings.map((one) => (
              <One key={one.id} name="meeting" one={one} path={path} />
            ))}
          </ul>
          <Button>Take back the ticked decisions</Button>
        </form>
      </InsetDetails>
    </div>
  )
}

const STATE: Readonly<Record<string, string>> = { NEW: 'new', LEFT_OUT: 'left out', ASK: 'open', KNOWN: 'known' }

function One({ name, one, path }: { name: 'person' | 'meeting'; one: Decided; path: string }) {
  return (
    <li>
      <label>
        <input type="checkbox" name={name} value={one.id} /> {one.name}: {one.is ?? STATE[one.state] ?? one.state}
      </label>{' '}
      <span className="text-quiet">
        {one.line === null ? count(one.rows, 'row') : <a href={`${path}/row/${one.line}`}>line {one.line} alone</a>}
      </span>
    </li>
  )
}
