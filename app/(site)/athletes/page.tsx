import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ChipRow } from '@/components/lists/chips'
import { ChooseForm } from '@/components/lists/choose-form'
import { Filters } from '@/components/lists/filters'
import { Pager } from '@/components/lists/pager'
import { SEX } from '@/components/lists/sex-labels'
import { count } from '@/components/record/labels'
import { CountryLink, DisciplineLink } from '@/components/record/links'
import { AthleteList } from '@/components/site/athlete-list'
import { Browse } from '@/components/site/browse'
import { PageHead } from '@/components/site/page-head'
import { SearchForm } from '@/components/site/search-form'
import { Lead } from '@/components/ui/lead'
import { type AthleteFilter, athletesAddress, LETTERS, parseAthleteFilter } from '@/lib/pages/athlete-filter'
import { SEXES, sexSlug } from '@/lib/pages/mark-list'
import { isAt, parameter } from '@/lib/pages/page-address'
import { countryName } from '@/lib/sport/countries'
import { DISCIPLINES, discipline } from '@/lib/sport/disciplines'
import { getAthleteIndex } from '@/server/athletes/athletes'
import { listAthleteCountries } from '@/server/lists/countries'

type Props = PageProps<'/athletes'>

async function asked(searchParams: Props['searchParams']) {
  const parameters = await searchParams
  const query = parameter(parameters, 'query')?.slice(0, 100) ?? ''
  const cursor = parameter(parameters, 'cursor')
  const filter = parseAthleteFilter(parameters)
  const address = athletesAddress(filter, query, cursor)
  return { query, cursor, filter, address, isItsOwn: isAt(parameters, address) }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query, cursor, filter } = await asked(searchParams)
  const words = filterWords(filter)
  const title = words ? `Athletes: ${words}` : 'Athletes'
  return {
    title,
    description: words
      ? `Athletes in the record book, by name: ${words}.`
      : 'Every athlete in the record book, by name.',
    ...(query || cursor ? { robots: { index: false } } : { alternates: { canonical: athletesAddress(filter) } }),
  }
}

export default async function AthletesPage({ searchParams }: Props) {
  const { query, cursor, filter, address, isItsOwn } = await asked(searchParams)
  if (!isItsOwn) redirect(address)
  const [{ athletes, nextCursor }, countries] = await Promise.all([
    getAthleteIndex(query, filter, cursor),
    listAthleteCountries(),
  ])
  const words = filterWords(filter)
  const more = nextCursor ? ' on this page, more follow' : ''
  return (
    <>
      <PageHead
        title={words ? `Athletes: ${words}` : 'Athletes'}
        remark={(filter.country || filter.discipline) && <Elsewhere filter={filter} />}
      >
        <Browse current="/athletes" />
      </PageHead>
      <div className="mb-6 max-w-xl">
        <SearchForm label="Search the athletes" value={query} large action="/athletes" />
      </div>
      <AthleteFilters filter={filter} query={query} countries={countries} />
      {athletes.length > 0 ? (
        <AthleteList
          athletes={athletes}
          caption={`${count(athletes.length, 'athlete')}${query && ` with “${query}” in the name`}${more}`}
        />
      ) : (
        <Lead>
          {query
            ? `No athlete’s name holds “${query}”. Part of a name is enough, in any script. `
            : 'Nobody fits that. '}
          {(query || words) && <a href="/athletes">See them all.</a>}
        </Lead>
      )}
      <Pager
        first={cursor ? athletesAddress(filter, query) : null}
        next={nextCursor && athletesAddress(filter, query, nextCursor)}
      />
    </>
  )
}

/** "Mongolia, men, marathon, B"; "" for everybody. */
function filterWords({ country, sex, discipline: slug, letter }: AthleteFilter): string {
  return [country && countryName(country), sex && SEX[sex].toLowerCase(), slug && discipline(slug).name, letter]
    .filter(Boolean)
    .join(', ')
}

/** From a country's or a discipline's athletes to its records and lists. */
function Elsewhere({ filter: { country, discipline: slug, sex } }: { filter: AthleteFilter }) {
  return (
    <>
      {country && <CountryLink code={country}>National records of {countryName(country)}</CountryLink>}
      {country && slug && ' · '}
      {slug && (
        <DisciplineLink slug={slug} sex={sex ?? undefined}>
          {discipline(slug).name}: all-time list
        </DisciplineLink>
      )}
    </>
  )
}

function AthleteFilters({
  filter,
  query,
  countries,
}: {
  filter: AthleteFilter
  query: string
  countries: readonly string[]
}) {
  const chip = (text: string, changed: Partial<AthleteFilter>, hidden?: string) => {
    const address = athletesAddress({ ...filter, ...changed }, query)
    return { text, hidden, address, chosen: address === athletesAddress(filter, query) }
  }
  return (
    <>
      <Filters label="Filter the athletes">
        <ChipRow
          label="Who"
          chips={[
            chip('All', { sex: null }),
            ...SEXES.filter(([sex]) => sex !== 'X').map(([sex]) => chip(SEX[sex], { sex })),
          ]}
        />
        <ChipRow
          label="Letter"
          chips={[chip('All', { letter: null }, 'letters'), ...LETTERS.map((letter) => chip(letter, { letter }))]}
        />
      </Filters>
      <ChooseForm
        action="/athletes"
        label="Narrow the list"
        choices={[
          {
            name: 'country',
            label: 'Country',
            value: filter.country ?? '',
            options: [
              ['', 'All countries'],
              ...countries
                .map((code): [string, string] => [code, countryName(code)])
                .sort(([, a], [, b]) => a.localeCompare(b, 'en')),
            ],
          },
          {
            name: 'discipline',
            label: 'Discipline',
            value: filter.discipline ?? '',
            options: [['', 'All disciplines'], ...DISCIPLINES.map(({ slug, name }): [string, string] => [slug, name])],
          },
        ]}
        kept={{ query, sex: filter.sex && sexSlug(filter.sex), letter: filter.letter }}
      />
    </>
  )
}
