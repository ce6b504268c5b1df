import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import type { ListedAthlete } from '@/components/site/athlete-list'
import { Lead } from '@/components/ui/lead'
import { countryName } from '@/lib/sport/countries'
import { RuledList } from '../../ruled-list'

/**
 * Whose result it is, chosen by typing a name; a plain form that asks the same page again.
 *
 * @param after the change before, whose competition, event and source the form keeps; null where there is none.
 */
export function AthleteChoice({
  typed,
  found,
  after,
}: {
  typed: string
  found: readonly ListedAthlete[]
  after: number | null
}) {
  const kept = after === null ? '' : `&after=${after}`
  return (
    <>
      <form action="/admin/results/new" className="mb-6 flex max-w-xl items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            id="athlete"
            name="athlete"
            label="Athlete"
            defaultValue={typed}
            placeholder="A name, in any script"
            autoComplete="off"
          />
        </div>
        {after !== null && <input type="hidden" name="after" value={after} />}
        <Button look="primary">Find</Button>
      </form>
      {typed !== '' && found.length === 0 && (
        <Lead>
          Nobody of that name is in the record yet. <a href="/admin/things/athlete/new">Add the athlete</a>
        </Lead>
      )}
      <RuledList>
        {found.map(({ slug, name, countryCode, birthDate }) => (
          <li key={slug}>
            <a href={`/admin/results/new?athlete=${slug}${kept}`}>{name}</a>{' '}
            <span className="text-quiet">
              {[countryCode && countryName(countryCode), birthDate?.slice(0, 4)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </RuledList>
    </>
  )
}
