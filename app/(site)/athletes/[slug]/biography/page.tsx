import type { Metadata } from 'next'
import { Biography, BiographyReferences } from '@/components/profile/biography'
import { Section } from '@/components/site/section'
import { Lead } from '@/components/ui/lead'
import { noteNumbers } from '@/lib/career/biography'
import { AthleteFrame, athleteMetadata, readAthletePage } from '../athlete-page'

type Props = PageProps<'/athletes/[slug]/biography'>

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { slug } = await params
  return athleteMetadata({ slug, query: await searchParams, page: 'biography' }, ({ athlete: { displayName } }) => ({
    title: `${displayName}: biography`,
    description: `The life of ${displayName}, bound to the results, with its sources.`,
  }))
}

export default async function BiographyPage({ params, searchParams }: Props) {
  const { slug } = await params
  const reading = await readAthletePage({ slug, query: await searchParams, page: 'biography' })
  if ('answer' in reading) return reading.answer
  const { record, view } = reading
  const isWritten = record.athlete.chapters.length > 0
  return (
    <AthleteFrame reading={reading}>
      <Section
        id="biography"
        title="Biography"
        remark={isWritten && 'underlined figures come from the results, and change with them'}
      >
        {!isWritten && <Lead className="mb-4">No biography has been written yet.</Lead>}
        <Biography record={record} view={view} />
      </Section>
      {noteNumbers(record).size > 0 && (
        <Section id="references" title="References">
          <BiographyReferences record={record} view={view} />
        </Section>
      )}
    </AthleteFrame>
  )
}
