import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { type CompetitionEvent, EventSection, eventTitle } from '@/components/competition/event'
import { CompetitionFacts } from '@/components/competition/facts'
import { competitionLinkedData } from '@/components/competition/linked-data'
import { MedalTable } from '@/components/competition/medals'
import { ChooseForm } from '@/components/lists/choose-form'
import { Filters } from '@/components/lists/filters'
import { Pager } from '@/components/lists/pager'
import { DeskLink } from '@/components/record/desk-link'
import { EditLink, MergeLink, WatchLink } from '@/components/record/edit-link'
import { count } from '@/components/record/labels'
import { venueText } from '@/components/record/venue'
import { competitionAndYear } from '@/components/record/view'
import { Asserted } from '@/components/result/source-statements'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Chip, Chips } from '@/components/ui/chip'
import { FlagSheet } from '@/components/ui/flag-sheet'
import { Lead } from '@/components/ui/lead'
import { isAt, pageAddress, parameter } from '@/lib/pages/page-address'
import type { Competition } from '@/lib/record/competition'
import { assertedFieldsOf } from '@/lib/record/disputes'
import { medalClaims } from '@/lib/record/medal-claims'
import { isDesk } from '@/server/accounts/desk-hint'
import { type CompetitionResults, getCompetition } from '@/server/competitions/competitions'
import { readSettings, siteUrl } from '@/server/env'
import { getCitationDates } from '@/server/history/history'
import { followMergedThing } from '@/server/merging/former-address'

type Props = PageProps<'/competitions/[slug]'>

/** Of more events a row of links, and of more countries a table of medals, would hide what follows. */
const MOST_CHIPS = 12
const MEDALS_FIRST = 12

/** The competition as it is asked for; where that is no event or page of it, the whole of it, at its own address. */
async function find({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const event = parameter(query, 'event')
  const asked = parameter(query, 'page')
  const page = event && asked && /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1
  const narrowed = event && (await getCompetition(slug, event, page))
  const found = narrowed || (await getCompetition(slug))
  if (!found) return null
  const at = found.event ? page : 1
  const address = addressOf(found, at)
  return { ...found, page: at, address, isItsOwn: isAt(query, address) }
}

function addressOf({ competition, event }: CompetitionResults, page: number): string {
  return pageAddress(`/competitions/${competition.slug}`, { event: event?.key, page: page > 1 ? page : null })
}

async function followMerged({ params, searchParams }: Props): Promise<void> {
  const { slug } = await params
  const addressOf = (other: string) => `/competitions/${other}`
  await followMergedThing('competitions', slug, { addressOf, query: await searchParams })
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (!found) return {}
  const { competition, event, page, address } = found
  const { name, year } = competition
  const title = [`${name} (${year})`, event && eventTitle(event), page > 1 && `page ${page}`].filter(Boolean).join(', ')
  return {
    title,
    description: [`${title}: results by event and race.`, venueText(competition)].filter(Boolean).join(' '),
    alternates: { canonical: address },
    openGraph: { title, url: address },
  }
}

export default async function CompetitionPage(props: Props) {
  const found = await find(props)
  if (!found) await followMerged(props)
  if (!found) notFound()
  const { competition, events, event, page, pages, medals, total, address, isItsOwn } = found
  if (!isItsOwn) redirect(address)
  const desk = await isDesk()
  const base = `/competitions/${competition.slug}`
  const shown = events.flatMap(({ races }) => races.flatMap(({ results }) => results))
  const codes = shown.map(({ countryCode, athlete }) => countryCode ?? athlete?.countryCode ?? null)
  const medalTable = !event && medals && <MedalTable {...medals} claims={medalClaims(competition)} />
  const isLong = medals !== null && medals.rows.length > MEDALS_FIRST
  return (
    <>
      <JsonLd data={competitionLinkedData(competition, siteUrl(readSettings(process.env)))} />
      <PageHead
        title={[event && eventTitle(event), competitionAndYear(found)].filter(Boolean).join(': ')}
        remark={<CompetitionFacts competition={competition} />}
      >
        <Where found={found} />
        {desk && (
          <>
            {' · '}
            <EditLink kind="competition" id={competition.id} what={competition.name} />
            {' · '}
            <DeskLink href={sheetFor(competition, event)}>Enter a race</DeskLink>
            {' · '}
            <MergeLink href={`/admin/competitions/${competition.slug}/merge`} what={competition.name} />
            {' · '}
            <WatchLink kind="competition" id={competition.id} what={competition.name} />
          </>
        )}
      </PageHead>
      <FlagSheet codes={[...codes, ...(medals?.rows.map(({ countryCode }) => countryCode) ?? [])]} />
      {event && (
        <p>
          <a href={base}>All events of this competition</a>
          {pages > 1 && `; ${count(event.total, 'result')}, page ${page} of ${pages}`}
        </p>
      )}
      {total === 0 && <Lead>No results are known here yet.</Lead>}
      {!event && <EventChoice events={events} base={base} isWhole={shown.length === total} />}
      {medalTable && isLong && (
        <p>
          <a href="#medals">Medals by country</a>
        </p>
      )}
      {!isLong && medalTable}
      {events.map((one) => (
        <EventSection
          key={one.key}
          event={one}
          classification={competition.within?.classification ?? null}
          desk={desk}
          address={event ? null : pageAddress(base, { event: one.key })}
        />
      ))}
      {isLong && medalTable}
      {!event && competition.citations.length > 0 && <Said competition={competition} />}
      {event && (
        <Pager
          first={page > 1 ? addressOf(found, 1) : null}
          previous={page > 2 ? addressOf(found, page - 1) : null}
          next={page < pages ? addressOf(found, page + 1) : null}
        />
      )}
    </>
  )
}

/** The sheet for a race of it, of the event that is looked at. */
function sheetFor({ slug }: Competition, event: CompetitionResults['event']): string {
  return pageAddress('/admin/sheet', { competition: slug, discipline: event?.discipline, sex: event?.sex })
}

/** The way to each event, where there are several: a row of links, or a plain form where there are too many for one. */
function EventChoice({
  events,
  base,
  isWhole,
}: {
  events: readonly CompetitionEvent[]
  base: string
  /** Whether every result is on this page, so that an event is further down on it. */
  isWhole: boolean
}) {
  if (events.length < 2) return null
  if (events.length > MOST_CHIPS) {
    const options = events.map((one): [string, string] => [one.key, `${eventTitle(one)} (${one.total})`])
    const choice = { name: 'event', label: 'Event', value: '', options: [['', 'All events'] as const, ...options] }
    return <ChooseForm action={base} label="One event" choices={[choice]} kept={{}} />
  }
  return (
    <Filters label="Events of this competition">
      <Chips>
        {events.map((one) => (
          <Chip key={one.key} href={isWhole ? `#${one.key}` : pageAddress(base, { event: one.key })}>
            {eventTitle(one)} <small>{one.total}</small>
          </Chip>
        ))}
      </Chips>
    </Filters>
  )
}

async function Said({ competition }: { competition: Competition }) {
  const dates = await getCitationDates(competition.citations.map(({ id }) => id))
  return (
    <Section id="said" title="Sources" remark="of the competition itself; each result has its own sources">
      <Asserted fields={assertedFieldsOf(competition)} dates={dates} />
    </Section>
  )
}

/** The series, the year, and the editions before and after. */
function Where({ found: { competition, previous, next } }: { found: CompetitionResults }) {
  const { series, year } = competition
  return (
    <>
      {series && <a href={`/series/${series.slug}`}>{series.name}</a>}
      {series && ' · '}
      {previous && (
        <a href={`/competitions/${previous.slug}`} rel="prev" title={previous.name}>
          <span aria-hidden="true">← </span>
          {previous.year}
        </a>
      )}{' '}
      <b>{year}</b>{' '}
      {next && (
        <a href={`/competitions/${next.slug}`} rel="next" title={next.name}>
          {next.year}
          <span aria-hidden="true"> →</span>
        </a>
      )}
    </>
  )
}
