import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FindOther } from '@/app/admin/merge/find-other'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import type { MergeSide } from '@/lib/record/athlete-merge'
import { fieldsOfAthlete, sourcesOf } from '@/lib/record/cited-thing'
import { countryName } from '@/lib/sport/countries'
import { formatDate } from '@/lib/sport/partial-date'
import { requireEditorOrForm } from '@/server/accounts/session'
import { getAthleteRecord } from '@/server/athletes/athletes'
import { previewMerge } from '@/server/athletes/desk'
import { findMatches } from '@/server/search/desk'
import { offerSources } from '@/server/sources/evidence-desk'
import { mergeAction } from './actions'
import { MergeForm } from './merge-form'

export const metadata: Metadata = { title: 'Merge two athletes' }

export default async function MergePage({ params, searchParams }: PageProps<'/admin/athletes/[slug]/merge'>) {
  const { slug } = await params
  const { with: asked } = await searchParams
  const typed = plainText(typeof asked === 'string' ? asked : null)
  const here = `/admin/athletes/${slug}/merge`
  const editor = await requireEditorOrForm(typed === '' ? here : `${here}?with=${encodeURIComponent(typed)}`)
  const action = mergeAction.bind(null, slug, typed)
  if (!editor) return <Form head={null} action={action} preview={null} sources={[]} />

  const record = await getAthleteRecord(slug)
  if (!record) notFound()
  const { displayName } = record.athlete
  const preview = typed === '' ? 'missing' : await previewMerge(slug, typed)
  const head = (
    <PageHead title="Merge two athletes" remark="For one person who is in the record twice.">
      <a href={`/admin/athletes/${slug}`}>{displayName}</a>
    </PageHead>
  )
  if (typeof preview !== 'string') {
    const swap = `/admin/athletes/${preview.into.slug}/merge?with=${preview.from.slug}`
    return (
      <Form
        head={
          <>
            {head}
            <p className="mb-6 text-lg">
              <Who side={preview.from} /> becomes <Who side={preview.into} />. <a href={swap}>Swap</a>
            </p>
          </>
        }
        action={action}
        preview={preview}
        sources={await offerSources(editor, sourcesOf(fieldsOfAthlete(record.athlete)))}
      />
    )
  }
  const found = typed === '' ? null : await findMatches(typed, { kinds: ['athlete'], limit: 20 })
  return (
    <>
      {head}
      <FindOther
        here={here}
        slug={slug}
        typed={preview === 'same' ? '' : typed}
        found={found}
        label={`Who else is ${displayName}?`}
        placeholder="A name, in any script"
        nothing="Nobody"
      />
    </>
  )
}

// One tree for both, so that what was sent without JavaScript is found again where it belongs.
function Form({ head, ...form }: { head: React.ReactNode } & React.ComponentProps<typeof MergeForm>) {
  return (
    <>
      {head}
      <MergeForm {...form} />
    </>
  )
}

function Who({ side: { slug, name, countryCode, birthDate } }: { side: MergeSide }) {
  const details = [countryCode && countryName(countryCode), birthDate && `born ${formatDate(birthDate)}`].filter(
    Boolean,
  )
  return (
    <>
      <a href={`/athletes/${slug}`}>
        <strong>{name}</strong>
      </a>
      {details.length > 0 && <span className="text-quiet"> ({details.join(', ')})</span>}
    </>
  )
}
