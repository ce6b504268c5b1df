import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AddForm } from '@/components/compare/add-form'
import { BestsBeside, SeasonsBeside, sharedDisciplines } from '@/components/compare/bests'
import { Meetings } from '@/components/compare/meetings'
import { DisciplineLink } from '@/components/record/links'
import { Browse } from '@/components/site/browse'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { type Compared, compareAddress, MOST_COMPARED, parseCompared } from '@/lib/pages/compared'
import { isAt, parameter } from '@/lib/pages/page-address'
import type { AthleteRecord } from '@/lib/record/athlete'
import { discipline } from '@/lib/sport/disciplines'
import { findCandidates, followAll, getCompared } from '@/server/athletes/compare'

type Props = PageProps<'/compare'>

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { slugs } = parseCompared(await searchParams)
  const { records } = await getCompared(slugs)
  const description = 'Two or three athletes on one page: bests, seasons, and the races that they both ran.'
  if (records.length === 0) {
    return { title: 'Compare athletes', description, alternates: { canonical: '/compare' } }
  }
  // Any two athletes make a page; nobody is helped by all of them in a search engine.
  return { title: `${namesOf(records)} compared`, description, robots: { index: false } }
}

export default async function ComparePage({ searchParams }: Props) {
  const query = await searchParams
  const asked = parseCompared(query)
  const slugs = await followAll(asked.slugs)
  const typed = parameter(query, 'add')?.slice(0, 100) ?? ''
  const { records, unknown } = await getCompared(slugs)
  const known = records.map(({ athlete }) => athlete.slug)
  const candidates = typed ? await findCandidates(typed) : []
  const [only] = candidates
  const isFull = known.length >= MOST_COMPARED
  if (only && candidates.length === 1 && !isFull && !known.includes(only.slug)) {
    redirect(compareAddress([...known, only.slug]))
  }
  const hasProblems = asked.twice.length > 0 || asked.tooMany.length > 0
  if (!hasProblems && !isAt(query, compareAddress(slugs, typed || null))) redirect(compareAddress(slugs, typed || null))
  const already = only !== undefined && candidates.length === 1 && known.includes(only.slug) ? only.name : null
  return (
    <>
      <PageHead
        title={records.length > 0 ? namesOf(records) : 'Compare athletes'}
        remark="Bests, seasons, and the races that they both ran"
      >
        <Browse current="/compare" />
      </PageHead>
      <Problems asked={asked} unknown={unknown} already={already} full={isFull && typed !== ''} />
      {records.length > 1 && (
        <p className="mb-4 flex flex-wrap gap-x-6">
          {records.map(({ athlete }) => (
            <a key={athlete.slug} href={compareAddress(known.filter((slug) => slug !== athlete.slug))}>
              without {athlete.displayName}
            </a>
          ))}
        </p>
      )}
      {!isFull && <AddForm slugs={known} typed={already ? '' : typed} candidates={already ? [] : candidates} />}
      {records.length === 1 && <Lead>One more athlete, and there is something to compare.</Lead>}
      {records.length > 1 && <Comparison records={records} />}
    </>
  )
}

function Comparison({ records }: { records: readonly AthleteRecord[] }) {
  const shared = sharedDisciplines(records)
  return (
    <>
      <Section id="bests" title="Personal bests" remark="of the marks that count; the best in a row in gold">
        <BestsBeside records={records} />
      </Section>
      <Section id="meetings" title="Head to head" remark="races that both started">
        {pairs(records).map(([one, other]) => (
          <div key={`${one.athlete.slug} ${other.athlete.slug}`} className="mb-8">
            {records.length > 2 && (
              <h3 className="mb-2">
                {one.athlete.displayName} and {other.athlete.displayName}
              </h3>
            )}
            <Meetings one={one} other={other} />
          </div>
        ))}
      </Section>
      <Section id="seasons" title="Season’s bests" remark="in the disciplines that they share">
        {shared.length === 0 && <Lead>They have no discipline in common here.</Lead>}
        {shared.map((slug) => (
          <div key={slug} className="mb-8">
            <h3 className="mb-2">
              <DisciplineLink slug={slug} sex={records[0]?.athlete.sex} />
            </h3>
            <SeasonsBeside records={records} slug={slug} name={discipline(slug).name} />
          </div>
        ))}
      </Section>
    </>
  )
}

/** What of the address could not be followed, and why. */
function Problems({
  asked: { twice, tooMany },
  unknown,
  already,
  full,
}: {
  asked: Compared
  unknown: readonly string[]
  already: string | null
  full: boolean
}) {
  const problems = [
    ...unknown.map((slug) => `There is no athlete “${slug}” here. Add them by name instead.`),
    ...twice.map((slug) => `“${slug}” was named twice, and stands here once.`),
    already && `${already} is on this page already.`,
    (tooMany.length > 0 || full) &&
      `At most ${MOST_COMPARED} athletes fit on this page${tooMany.length > 0 ? `; left out: ${tooMany.join(', ')}` : ''}.`,
  ].filter(Boolean)
  if (problems.length === 0) return null
  return (
    <div className="mb-4" role="status">
      {problems.map((problem) => (
        <p key={String(problem)}>{problem}</p>
      ))}
    </div>
  )
}

function namesOf(records: readonly AthleteRecord[]): string {
  return new Intl.ListFormat('en-GB').format(records.map(({ athlete }) => athlete.displayName))
}

function pairs(records: readonly AthleteRecord[]): [AthleteRecord, AthleteRecord][] {
  return records.flatMap((one, index) =>
    records.slice(index + 1).map((other): [AthleteRecord, AthleteRecord] => [one, other]),
  )
}
