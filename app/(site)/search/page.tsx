import type { Metadata } from 'next'
import { Browse } from '@/components/site/browse'
import { Hits } from '@/components/site/hits'
import { PageHead } from '@/components/site/page-head'
import { SearchForm } from '@/components/site/search-form'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { parameter } from '@/lib/pages/page-address'
import { getMatches, type Match, type SearchKind } from '@/server/search/search'

type Props = PageProps<'/search'>

const OF_EACH_KIND = 30

const GROUPS: readonly (readonly [kind: SearchKind, title: string])[] = [
  ['athlete', 'Athletes'],
  ['series', 'Series'],
  ['competition', 'Competitions'],
  ['source', 'Sources'],
]

const queryOf = async (searchParams: Props['searchParams']) =>
  (parameter(await searchParams, 'query') ?? '').trim().slice(0, 100)

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await queryOf(searchParams)
  return { title: query ? `“${query}”` : 'Search', robots: { index: false } }
}

export default async function SearchPage({ searchParams }: Props) {
  const query = await queryOf(searchParams)
  const { matches, isGuess } = await getMatches(query, OF_EACH_KIND)
  return (
    <>
      <PageHead title="Search">
        <Browse />
      </PageHead>
      <div className="max-w-xl">
        <SearchForm label="Search the record" value={query} large />
      </div>
      {query !== '' && (matches.length === 0 || isGuess) && <Nothing query={query} isGuess={isGuess} />}
      {GROUPS.map(([kind, title]) => (
        <Group key={kind} kind={kind} title={title} query={query} matches={matches} isGuess={isGuess} />
      ))}
    </>
  )
}

function Nothing({ query, isGuess }: { query: string; isGuess: boolean }) {
  if (isGuess) return <Lead className="mt-8">Nothing goes by “{query}”. Did you mean one of these?</Lead>
  return (
    <div className="mt-8">
      <Lead>Nothing goes by “{query}”, nor by anything like it.</Lead>
      <Lead className="mt-3">
        Part of a name is enough: its first letters, an initial, either order, any script that is on record. Or look
        through <a href="/athletes">the athletes</a>, <a href="/series">the series</a> and{' '}
        <a href="/sources">the sources</a>.
      </Lead>
    </div>
  )
}

function Group({
  kind,
  title,
  query,
  matches,
  isGuess,
}: {
  kind: SearchKind
  title: string
  query: string
  matches: readonly Match[]
  isGuess: boolean
}) {
  const own = matches.filter((match) => match.kind === kind)
  if (own.length === 0) return null
  const isCut = own.length === OF_EACH_KIND && !isGuess
  const all = kind === 'athlete' && <a href={`/athletes?query=${encodeURIComponent(query)}`}>all of them by name</a>
  return (
    <Section
      id={kind}
      title={title}
      remark={
        isCut ? (
          <>
            the {own.length} that fit best{all && <>; {all}</>}
          </>
        ) : (
          String(own.length)
        )
      }
    >
      <Hits hits={own} />
    </Section>
  )
}
