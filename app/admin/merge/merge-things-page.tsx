import { notFound } from 'next/navigation'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import type { MergedKind, MergedSide } from '@/lib/record/thing-merge'
import { requireEditorOrForm } from '@/server/accounts/session'
import { findMergeSide, previewThingMerge } from '@/server/merging/desk'
import { followMergedThing } from '@/server/merging/former-address'
import { findMatches } from '@/server/search/desk'
import { findSourcesCitedFor, offerSources } from '@/server/sources/evidence-desk'
import { mergeThingsAction } from './actions'
import { FindOther } from './find-other'
import { mergeAddress, PUBLIC_PATH } from './kinds'
import { MergeThingsForm } from './merge-things-form'

const WORDS: Record<MergedKind, { title: string; remark: string; placeholder: string; nothing: string }> = {
  competition: {
    title: 'Merge two competitions',
    remark: 'For one competition that is in the record twice.',
    placeholder: 'Fukuoka Marathon 2014',
    nothing: 'No competition',
  },
  series: {
    title: 'Merge two series',
    remark: 'For one series that is in the record twice.',
    placeholder: 'Fukuoka Marathon',
    nothing: 'No series',
  },
  source: {
    title: 'Merge two sources',
    remark: 'For one source that is in the record twice.',
    placeholder: 'Words of its title or publisher',
    nothing: 'No source',
  },
}
const TABLES = { competition: 'competitions', series: 'series', source: 'sources' } as const

/** Finds the other of two that are one and the same, shows what merging them would do, and merges them. */
export async function MergeThingsPage({
  kind,
  slug,
  asked,
}: {
  kind: MergedKind
  slug: string
  /** The other one's address, or words to find it by. */
  asked: string | string[] | undefined
}) {
  const typed = plainText(typeof asked === 'string' ? asked : null)
  const here = mergeAddress(kind, slug) ?? ''
  const editor = await requireEditorOrForm(typed === '' ? here : `${here}?with=${encodeURIComponent(typed)}`)
  const action = mergeThingsAction.bind(null, { kind, from: slug, into: typed })
  if (!editor) return <Form head={null} action={action} preview={null} sources={[]} />

  const side = await findMergeSide(kind, slug)
  if (!side) await followMergedThing(TABLES[kind], slug, { addressOf: (other) => mergeAddress(kind, other) ?? '' })
  if (!side) notFound()
  const { title, remark, placeholder, nothing } = WORDS[kind]
  const preview = typed === '' ? 'missing' : await previewThingMerge(kind, { from: slug, into: typed })
  const head = (
    <PageHead title={title} remark={remark}>
      <a href={`${PUBLIC_PATH[kind]}/${slug}`}>{side.title}</a>
    </PageHead>
  )
  if (typeof preview !== 'string') {
    const swap = `${mergeAddress(kind, preview.into.slug)}?with=${preview.from.slug}`
    const column = kind === 'competition' ? 'competitionId' : null
    return (
      <Form
        head={
          <>
            {head}
            <p className="mb-6 text-lg wrap-anywhere">
              <Which kind={kind} side={preview.from} /> becomes <Which kind={kind} side={preview.into} />.{' '}
              <a href={swap}>Swap</a>
            </p>
          </>
        }
        action={action}
        preview={preview}
        sources={await offerSources(editor, await findSourcesCitedFor(column, side.id))}
      />
    )
  }
  return (
    <>
      {head}
      <FindOther
        here={here}
        slug={slug}
        typed={preview === 'same' ? '' : typed}
        found={typed === '' ? null : await findMatches(typed, { kinds: [kind], limit: 20 })}
        label={`What else is ${side.title} in the record as?`}
        placeholder={placeholder}
        nothing={nothing}
      />
    </>
  )
}

// One tree for both, so that what was sent without JavaScript is found again where it belongs.
function Form({ head, ...form }: { head: React.ReactNode } & React.ComponentProps<typeof MergeThingsForm>) {
  return (
    <>
      {head}
      <MergeThingsForm {...form} />
    </>
  )
}

function Which({ kind, side: { slug, title } }: { kind: MergedKind; side: MergedSide }) {
  return (
    <>
      <a href={`${PUBLIC_PATH[kind]}/${slug}`}>
        <strong>{title}</strong>
      </a>{' '}
      <span className="text-quiet">({slug})</span>
    </>
  )
}
