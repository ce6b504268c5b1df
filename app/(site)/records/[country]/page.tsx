import type { Metadata } from 'next'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { Fragment } from 'react'
import { Progression } from '@/components/lists/record-progression'
import { type RecordRow, RecordTable } from '@/components/lists/record-table'
import { SEX } from '@/components/lists/sex-labels'
import { count } from '@/components/record/labels'
import { DisciplineLink } from '@/components/record/links'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Flag } from '@/components/ui/flag'
import { Lead } from '@/components/ui/lead'
import { athletesAddress, EVERYBODY } from '@/lib/pages/athlete-filter'
import { allTimeList, type ListedMark, markListAddress, SEXES } from '@/lib/pages/mark-list'
import { isAt, pageAddress, parameter } from '@/lib/pages/page-address'
import { countryName, country as findCountryOf } from '@/lib/sport/countries'
import { type DisciplineSlug, discipline, isDisciplineSlug } from '@/lib/sport/disciplines'
import { type CountryCounts, getCountry } from '@/server/lists/countries'
import { getNationalProgression, getNationalRecords, type NationalRecord } from '@/server/lists/national-records'

type Props = PageProps<'/records/[country]'>

async function asked({ params, searchParams }: Props) {
  const { country: written } = await params
  const upper = written.toUpperCase()
  if (!/^[A-Z]{3}$/.test(upper)) return null
  const code = findCountryOf(upper)?.code ?? upper
  const query = await searchParams
  const wanted = parameter(query, 'discipline')
  const slug = wanted && isDisciplineSlug(wanted) ? wanted : null
  const address = pageAddress(`/records/${code}`, { discipline: slug })
  return { code, slug, address, isItsOwn: written === code && isAt(query, address) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await asked(props)
  if (!found) return {}
  const { code, slug, address } = found
  const name = countryName(code)
  const title = slug ? `${name}: ${discipline(slug).name} records` : `${name}: national records`
  return {
    title,
    description: slug
      ? `How the best marks of ${name} fell in the discipline ${discipline(slug).name}, and which of them sources call national records.`
      : `What sources call national records of ${name}, discipline by discipline, and apart from them the best marks on record here.`,
    alternates: { canonical: address },
    openGraph: { title, url: address },
  }
}

export default async function NationalRecordsPage(props: Props) {
  const found = await asked(props)
  if (!found) notFound()
  const { code, slug, address, isItsOwn } = found
  const counts = await getCountry(code)
  if (!counts) notFound()
  if (!isItsOwn) {
    if (isAt(await props.searchParams, address)) permanentRedirect(address)
    redirect(address)
  }
  return slug ? <HowItFell code={code} slug={slug} /> : <Records counts={counts} />
}

async function Records({ counts }: { counts: CountryCounts }) {
  const { code } = counts
  const name = countryName(code)
  const { rows, claimants } = await getNationalRecords(code)
  return (
    <>
      <PageHead
        title={`${name}: national records`}
        remark={
          <>
            <a href={athletesAddress({ ...EVERYBODY, country: code })}>{count(counts.athletes, 'athlete')}</a>,{' '}
            {count(counts.marks, 'mark')}. A national record is what a source calls one; the other marks are the best on
            record here of those who represented {name} on the day.
          </>
        }
      >
        <Flag code={code} /> <a href="/countries">Countries</a>
      </PageHead>
      {rows.length === 0 && <Lead>No marks for {name} are on record yet.</Lead>}
      {SEXES.map(([sex]) => {
        const ofSex = rows.filter((row) => row.sex === sex)
        const records = marksOf(ofSex, ({ records }) => records)
        const bests = marksOf(ofSex, ({ bests }) => bests)
        const who = SEX[sex].toLowerCase()
        return (
          <Fragment key={sex}>
            {records.length > 0 && (
              <Section id={who} title={SEX[sex]} remark="the name of an event leads to how its record fell">
                <RecordTable
                  rows={records}
                  countryCode={code}
                  caption={`${name}: national records, ${who}`}
                  claimants={claimants}
                />
              </Section>
            )}
            {bests.length > 0 && (
              <Section
                id={`${who}-best-on-record`}
                title={`${SEX[sex]}: best on record here`}
                remark="no source here calls any of these a national record"
              >
                <RecordTable
                  rows={bests}
                  countryCode={code}
                  caption={`${name}: best marks on record here, ${who}`}
                  claimants={null}
                />
              </Section>
            )}
          </Fragment>
        )
      })}
    </>
  )
}

/** The disciplines in which there are such marks. */
function marksOf(rows: readonly NationalRecord[], which: (row: NationalRecord) => readonly ListedMark[]): RecordRow[] {
  return rows.flatMap((row) => (which(row).length > 0 ? [{ discipline: row.discipline, marks: which(row) }] : []))
}

async function HowItFell({ code, slug }: { code: string; slug: DisciplineSlug }) {
  const name = countryName(code)
  const { name: event } = discipline(slug)
  const { progressions, claimants } = await getNationalProgression(code, slug)
  return (
    <>
      <PageHead
        title={`${name}: how the record fell`}
        remark={
          <>
            <DisciplineLink slug={slug} />, oldest first, as far as this record knows
          </>
        }
      >
        <Flag code={code} /> <a href={`/records/${code}`}>{name}: national records</a>
      </PageHead>
      {progressions.length === 0 && (
        <Lead>
          No marks of {name} in this discipline are on record. <a href={`/records/${code}`}>See its other records.</a>
        </Lead>
      )}
      {progressions.map(({ sex, steps }) => (
        <Section
          key={sex}
          id={SEX[sex].toLowerCase()}
          title={`${event}, ${SEX[sex].toLowerCase()}`}
          remark={<a href={markListAddress({ ...allTimeList(slug, sex), country: code })}>all-time list of {name}</a>}
        >
          <Progression
            steps={steps}
            claimants={claimants}
            caption={`${name}, ${event}, ${SEX[sex].toLowerCase()}: how the record fell`}
          />
        </Section>
      ))}
    </>
  )
}
