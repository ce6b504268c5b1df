import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Button } from '@/components/form/button'
import { LatestChanges } from '@/components/history/latest'
import { PatrolNote } from '@/components/history/patrol-note'
import { ChipRow } from '@/components/lists/chips'
import { chooseClass, chosenClass } from '@/components/lists/choose-form'
import { Filters } from '@/components/lists/filters'
import { Pager } from '@/components/lists/pager'
import { PageHead } from '@/components/site/page-head'
import { Chip, Chips } from '@/components/ui/chip'
import { Lead } from '@/components/ui/lead'
import { When } from '@/components/ui/when'
import {
  CHANGE_KINDS,
  CHANGED_THINGS,
  type ChangedThing,
  type ChangeFilter,
  changesAddress,
  isFiltered,
  parseBefore,
  parseChangeFilter,
} from '@/lib/pages/change-filter'
import { isAt, parameter } from '@/lib/pages/page-address'
import { isDesk } from '@/server/accounts/desk-hint'
import { type FilterNames, getChanges } from '@/server/history/changes'
import { findPatrols } from '@/server/patrolling/desk'
import { getMatches, type Match } from '@/server/search/search'

type Props = PageProps<'/changes'>

const MATCHES = 8

export const metadata: Metadata = {
  title: 'Changes',
  description: 'Every change to the record book, newest first: who, when, why, and from which source.',
  alternates: { canonical: '/changes' },
}

export default async function ChangesPage({ searchParams }: Props) {
  const parameters = await searchParams
  const today = new Date().toISOString().slice(0, 10)
  const filter = parseChangeFilter(parameters, today)
  const before = parseBefore(parameters)
  const query = parameter(parameters, 'query')?.slice(0, 100) ?? null
  if (query === null && !isAt(parameters, changesAddress(filter, before))) redirect(changesAddress(filter, before))
  const list = await getChanges(filter, before)
  if (!list) notFound()
  const { entries, next, names } = list
  const [desk, patrols] = await Promise.all([isDesk(), findPatrols(entries.map(({ id }) => id))])
  return (
    <>
      <PageHead title="Changes" remark="Every accepted change, newest first: who, when, why, and from which source." />
      <ChangeFilters filter={filter} desk={desk} today={today} />
      <Find filter={filter} query={query} />
      <Narrowed filter={filter} names={names} />
      {entries.length > 0 ? (
        <LatestChanges
          entries={entries}
          named
          noteOf={desk ? (entry) => <PatrolNote entry={entry} patrol={patrols.get(entry.id) ?? null} /> : undefined}
        />
      ) : (
        <Lead>
          {next === null ? 'No change fits that. ' : 'None of the latest changes fits that; older ones may. '}
          {isFiltered(filter) && <a href="/changes">See them all.</a>}
        </Lead>
      )}
      <Pager
        first={before === null ? null : changesAddress(filter)}
        next={next === null ? null : changesAddress(filter, next)}
      />
    </>
  )
}

/** What needs no typing: plain links. */
function ChangeFilters({ filter, desk, today }: { filter: ChangeFilter; desk: boolean; today: string }) {
  const chip = (text: string, changed: Partial<ChangeFilter>, hidden?: string) => {
    const address = changesAddress({ ...filter, ...changed })
    return { text, hidden, address, chosen: address === changesAddress(filter) }
  }
  const things = Object.keys(CHANGED_THINGS) as ChangedThing[]
  return (
    <>
      <Filters label="Filter the changes">
        <ChipRow
          label="Kind"
          chips={[
            chip('All', { kind: null }, 'kinds'),
            ...CHANGE_KINDS.map(([, kind, words]) => chip(words, { kind })),
          ]}
        />
        <ChipRow
          label="About"
          chips={[
            chip('All', { thing: null }, 'things'),
            ...things.map((thing) => chip(CHANGED_THINGS[thing].words, { thing })),
          ]}
        />
        {desk && (
          <ChipRow
            label="Seen"
            chips={[chip('All', { isUnpatrolled: false }, 'changes'), chip('Not patrolled', { isUnpatrolled: true })]}
          />
        )}
      </Filters>
      <form action="/changes" className={chooseClass} aria-label="Changes of one day">
        <div>
          <label htmlFor="day">Day (UTC)</label>
          <input id="day" className={chosenClass} type="date" name="day" max={today} defaultValue={filter.day ?? ''} />
        </div>
        <Kept filter={{ ...filter, day: null }} />
        <Button>Show</Button>
      </form>
    </>
  )
}

/** A filter as the hidden inputs of a form, which leaves it as it is. */
function Kept({ filter }: { filter: ChangeFilter }) {
  const said = [...new URLSearchParams(changesAddress(filter).split('?')[1] ?? '')]
  return said.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

/** Narrows the list to somebody or something, which is found by name. */
async function Find({ filter, query }: { filter: ChangeFilter; query: string | null }) {
  const found = query === null ? null : (await getMatches(query, MATCHES)).matches.filter(isFilter)
  return (
    <>
      <form action="/changes" className={chooseClass} aria-label="Changes of an athlete, a competition or a source">
        <div className="min-w-0 grow">
          <label htmlFor="query">An athlete, a competition or a source</label>
          <input
            id="query"
            className={`${chosenClass} w-full`}
            name="query"
            defaultValue={query ?? ''}
            placeholder="Part of a name, in any script"
            maxLength={100}
            autoComplete="off"
          />
        </div>
        <Kept filter={filter} />
        <Button>Find</Button>
      </form>
      {found && found.length === 0 && (
        <Lead className="mb-6">Nothing goes by “{query}”. Part of a name is enough, in any script.</Lead>
      )}
      {found && found.length > 0 && (
        <nav aria-label={`What goes by “${query}”`} className="mb-6">
          <Chips>
            {found.map(({ kind, slug, label, detail }) => (
              <Chip key={`${kind} ${slug}`} href={changesAddress({ ...filter, [kind]: slug })}>
                {label}
                {detail && <small> {detail}</small>}
              </Chip>
            ))}
          </Chips>
        </nav>
      )}
    </>
  )
}

function isFilter({ kind }: Match): boolean {
  return kind === 'athlete' || kind === 'competition' || kind === 'source'
}

/** What the list is narrowed to by name, each with the way to widen it again. */
function Narrowed({ filter, names }: { filter: ChangeFilter; names: FilterNames }) {
  const { day } = filter
  const said = (['athlete', 'competition', 'editor', 'source'] as const).filter((name) => filter[name] !== null)
  if (said.length === 0 && day === null) return null
  return (
    <p className="mb-6 flex flex-wrap items-baseline gap-x-4 gap-y-2">
      <strong>
        {said.map((name) => names[name]).join(', ')}
        {day !== null && (
          <>
            {said.length > 0 && ', '}
            <When date={day} />
          </>
        )}
      </strong>
      {said.map((name) => (
        <a key={name} href={changesAddress({ ...filter, [name]: null })}>
          Of every {name}
        </a>
      ))}
      {day !== null && <a href={changesAddress({ ...filter, day: null })}>Of every day</a>}
      {filter.athlete !== null && <a href={`/athletes/${filter.athlete}/history`}>The whole history</a>}
    </p>
  )
}
