import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { ChipRow } from '@/components/lists/chips'
import { ChooseForm } from '@/components/lists/choose-form'
import { Filters } from '@/components/lists/filters'
import { SEX } from '@/components/lists/sex-labels'
import { EditLink, MergeLink } from '@/components/record/edit-link'
import { count } from '@/components/record/labels'
import { Editions } from '@/components/series/editions'
import { seriesLinkedData } from '@/components/series/linked-data'
import { Regulars } from '@/components/series/regulars'
import { JsonLd } from '@/components/site/json-ld'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { FlagSheet } from '@/components/ui/flag-sheet'
import { Lead } from '@/components/ui/lead'
import { isAt, pageAddress, parameter } from '@/lib/pages/page-address'
import { eventKey, parseEventKey, type SeriesEvent } from '@/lib/pages/series-event'
import { CATEGORY } from '@/lib/record/things/words'
import { discipline } from '@/lib/sport/disciplines'
import { isDesk } from '@/server/accounts/desk-hint'
import { getSeries } from '@/server/competitions/series'
import { readSettings, siteUrl } from '@/server/env'
import { followMergedThing } from '@/server/merging/former-address'

type Props = PageProps<'/series/[slug]'>

/** Of more events than this a row of links would be a page of links. */
const MOST_CHIPS = 8

async function find({ params, searchParams }: Props) {
  const { slug } = await params
  const query = await searchParams
  const event = parseEventKey(parameter(query, 'event'))
  const found = await getSeries(slug, event?.discipline, event?.sex)
  if (!found) return null
  const known = event && found.events.some((other) => eventKey(other) === eventKey(event)) ? event : null
  const address = addressOf(slug, known)
  return { ...found, event: known, address, isItsOwn: isAt(query, address) }
}

async function followMerged({ params, searchParams }: Props): Promise<void> {
  const { slug } = await params
  await followMergedThing('series', slug, { addressOf: (other) => `/series/${other}`, query: await searchParams })
}

function addressOf(slug: string, event: SeriesEvent | null): string {
  return pageAddress(`/series/${slug}`, { event: event && eventKey(event) })
}

function eventName({ discipline: slug, sex }: SeriesEvent): string {
  return `${discipline(slug).name}, ${SEX[sex].toLowerCase()}`
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await find(props)
  if (!found) return {}
  const { series, event, address } = found
  const title = event ? `${series.name}: ${eventName(event)}` : series.name
  return {
    title,
    description: `${title}: every edition on record, who won, and who won or took part most often.`,
    alternates: { canonical: address },
    openGraph: { title, url: address },
  }
}

export default async function SeriesPage(props: Props) {
  const found = await find(props)
  if (!found) await followMerged(props)
  if (!found) notFound()
  const { series, event, events, editions, mostWins, mostAppearances, address, isItsOwn } = found
  if (!isItsOwn) redirect(address)
  const years = editions.map(({ competition }) => competition.year)
  const without = editions.filter(({ results }) => results === 0).map(({ competition }) => competition.year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return (
    <>
      <JsonLd data={seriesLinkedData(series, editions, siteUrl(readSettings(process.env)))} />
      <PageHead
        title={series.name}
        remark={[
          CATEGORY[series.category],
          `${count(editions.length, 'edition')} on record${years.length > 0 ? `, ${first === last ? first : `${first}–${last}`}` : ''}`,
        ].join(' · ')}
      >
        <a href="/series">Series</a>
        {(await isDesk()) && (
          <>
            {' · '}
            <EditLink kind="series" id={series.id} what={series.name} />
            {' · '}
            <MergeLink href={`/admin/series/${series.slug}/merge`} what={series.name} />
          </>
        )}
      </PageHead>
      <FlagSheet
        codes={[
          ...editions.flatMap(({ winners }) => winners.map(({ countryCode }) => countryCode)),
          ...[...mostWins, ...mostAppearances].map(({ countryCode }) => countryCode),
        ]}
      />
      {events.length > 1 && <EventChoice slug={series.slug} events={events} event={event} />}
      <Section id="editions" title="Editions" remark={event && eventName(event)}>
        {editions.length > 0 ? (
          <Editions
            editions={editions}
            series={series.name}
            caption={`${series.name}: editions`}
            ofOneEvent={event !== null || events.length === 1}
          />
        ) : (
          <Lead>No edition is on record yet.</Lead>
        )}
        {without.length > 0 && without.length < editions.length && (
          <p className="mt-2 text-sm text-quiet">
            {event ? 'Of this event nothing' : 'Nothing'} is in the record yet from {without.toReversed().join(', ')}.
          </p>
        )}
      </Section>
      {mostWins.length > 0 && (
        <Section id="wins" title="Most wins" remark="finals, as far as this record knows">
          <Regulars regulars={mostWins} caption="Most wins" counted="Wins" />
        </Section>
      )}
      {mostAppearances.length > 0 && (
        <Section id="appearances" title="Most appearances" remark="editions started, as far as this record knows">
          <Regulars regulars={mostAppearances} caption="Most appearances" counted="Editions" />
        </Section>
      )}
    </>
  )
}

function EventChoice({ slug, events, event }: { slug: string; events: SeriesEvent[]; event: SeriesEvent | null }) {
  if (events.length > MOST_CHIPS) {
    return (
      <ChooseForm
        action={`/series/${slug}`}
        label="One event"
        choices={[
          {
            name: 'event',
            label: 'Event',
            value: event ? eventKey(event) : '',
            options: [['', 'All events'], ...events.map((one): [string, string] => [eventKey(one), eventName(one)])],
          },
        ]}
        kept={{}}
      />
    )
  }
  return (
    <Filters label="Choose an event">
      <ChipRow
        label="Event"
        chips={[null, ...events].map((one) => ({
          text: one ? eventName(one) : 'All',
          address: addressOf(slug, one),
          chosen: addressOf(slug, one) === addressOf(slug, event),
        }))}
      />
    </Filters>
  )
}
