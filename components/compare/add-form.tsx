import { compareAddress } from '@/lib/pages/compared'
import { countryName } from '@/lib/sport/countries'
import { formatDate } from '@/lib/sport/partial-date'
import { Button } from '../form/button'
import { chooseClass, chosenClass } from '../lists/choose-form'
import { Chip, Chips } from '../ui/chip'

export interface AddedAthlete {
  slug: string
  name: string
  countryCode: string | null
  birthDate: string | null
}

/** A plain form that adds an athlete by name or address; several of one name are offered as links. */
export function AddForm({
  slugs,
  typed,
  candidates,
}: {
  slugs: readonly string[]
  typed: string
  /** Those that the typed text may mean; empty where nothing was typed. */
  candidates: readonly AddedAthlete[]
}) {
  return (
    <>
      <form action="/compare" className={chooseClass} aria-label="Whom to compare">
        {slugs.length > 0 && <input type="hidden" name="athletes" value={slugs.join(',')} />}
        <div>
          <label htmlFor="add">{slugs.length === 0 ? 'First athlete' : 'Add an athlete'}</label>
          <input
            id="add"
            className={`${chosenClass} w-88`}
            type="text"
            name="add"
            defaultValue={typed}
            placeholder="A name, or the end of an address"
            autoComplete="off"
            required
          />
        </div>
        <Button>Add</Button>
      </form>
      {typed && candidates.length === 0 && (
        <p className="mb-4" role="status">
          Nobody here goes by “{typed}”. Part of a name is enough, in any script.
        </p>
      )}
      {candidates.length > 0 && (
        <div className="mb-4">
          <p>Who is meant by “{typed}”?</p>
          <Chips className="mt-2">
            {candidates.map(({ slug, name, countryCode, birthDate }) => (
              <Chip key={slug} href={compareAddress([...slugs, slug])}>
                {name}{' '}
                <small>
                  {[countryCode && countryName(countryCode), birthDate && `born ${formatDate(birthDate)}`]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </Chip>
            ))}
          </Chips>
        </div>
      )}
    </>
  )
}
