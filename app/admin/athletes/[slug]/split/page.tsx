import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/site/page-head'
import type { AthleteRecord } from '@/lib/record/athlete'
import { fieldsOfAthlete, resultTitle, sourcesOf } from '@/lib/record/cited-thing'
import { AUTHORITY } from '@/lib/record/external-id'
import { AFFILIATION } from '@/lib/record/things/words'
import { formatDate } from '@/lib/sport/partial-date'
import { requireEditorOrForm } from '@/server/accounts/session'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { offerSources } from '@/server/sources/evidence-desk'
import { splitAction } from './actions'
import { SplitForm } from './split-form'

export const metadata: Metadata = { title: 'Split an athlete' }

export default async function SplitPage({ params }: PageProps<'/admin/athletes/[slug]/split'>) {
  const { slug } = await params
  const editor = await requireEditorOrForm(`/admin/athletes/${slug}/split`)
  const record = editor && (await getAthleteRecord(slug))
  if (editor && !record) notFound()
  // One tree for both, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {record ? (
        <PageHead title="Split an athlete" remark="For two people whom the record has taken for one.">
          <a href={`/admin/athletes/${slug}`}>{record.athlete.displayName}</a>
        </PageHead>
      ) : null}
      <SplitForm
        action={splitAction.bind(null, slug)}
        athlete={record && parts(record)}
        sources={record ? await offerSources(editor, sourcesOf(fieldsOfAthlete(record.athlete))) : []}
      />
    </>
  )
}

function parts({ athlete, results }: AthleteRecord) {
  return {
    name: athlete.displayName,
    sex: athlete.sex,
    countryCode: athlete.countryCode ?? '',
    results: results.map((result) => ({
      id: result.id,
      title: resultTitle(result),
      detail: [result.mark ?? result.status, formatDate(result.date), result.team].filter(Boolean).join(' · '),
    })),
    names: athlete.names.map(({ id, text, usedBy }) => ({ id, text, detail: usedBy ?? '' })),
    affiliations: athlete.affiliations.map(({ id, kind, name, startDate }) => ({
      id,
      text: name,
      detail: [AFFILIATION[kind], startDate && `from ${formatDate(startDate)}`].filter(Boolean).join(' · '),
    })),
    externalIds: athlete.externalIds.map(({ id, authority, value }) => ({
      id,
      text: AUTHORITY[authority],
      detail: value,
    })),
    photos: athlete.photos.map(({ id, author, caption }) => ({
      id,
      text: `Picture by ${author}`,
      detail: caption ?? '',
    })),
  }
}
