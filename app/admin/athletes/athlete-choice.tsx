import type { ReactNode } from 'react'
import { Button } from '@/components/form/button'
import { TextField } from '@/components/form/field'
import type { ListedAthlete } from '@/components/site/athlete-list'
import { countryName } from '@/lib/sport/countries'
import { RuledList } from '../ruled-list'

/** Whose it is, chosen by typing a name; a plain form that asks the same page again. */
export function AthleteChoice({
  typed,
  found,
  page,
  kept = {},
  children,
}: {
  typed: string
  found: readonly ListedAthlete[]
  /** The page that is asked again, with `athlete` and what is kept. */
  page: string
  kept?: Readonly<Record<string, string>>
  /** What is said where nobody has that name. */
  children: ReactNode
}) {
  const addressOf = (athlete: string) => `${page}?${new URLSearchParams({ athlete, ...kept })}`
  return (
    <>
      <form action={page} className="mb-6 flex max-w-xl items-end gap-3">
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
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button look="primary">Find</Button>
      </form>
      {typed !== '' && found.length === 0 && children}
      <RuledList>
        {found.map(({ slug, name, countryCode, birthDate }) => (
          <li key={slug}>
            <a href={addressOf(slug)}>{name}</a>{' '}
            <span className="text-quiet">
              {[countryCode && countryName(countryCode), birthDate?.slice(0, 4)].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </RuledList>
    </>
  )
}
