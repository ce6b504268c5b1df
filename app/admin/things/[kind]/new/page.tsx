import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import { typedThing } from '@/lib/record/things/submission'
import { isThingKind, type ThingKind, thingOf } from '@/lib/record/things/things'
import { requireEditorOrForm } from '@/server/accounts/session'
import { offerSources } from '@/server/sources/evidence-desk'
import { findChoices, findShownAt } from '@/server/things/desk'
import { saveThingAction } from '../../actions'
import { PictureUpload } from '../../picture-upload'
import { ThingForm } from '../../thing-form'

export const metadata: Metadata = { title: 'Add to the record' }

/** What a new form begins with, where something is likelier than nothing. */
const INITIAL: Partial<Record<ThingKind, Record<string, string>>> = {
  athlete: { nameOrder: 'GIVEN_FAMILY' },
  name: { script: 'Latn' },
  affiliation: { kind: 'CLUB' },
  chapter: { language: 'en' },
  series: { category: 'ROAD_RACE' },
  competition: { category: 'ROAD_RACE' },
  claim: { kind: 'AGE_ON' },
  'external-id': { authority: 'WORLD_ATHLETICS' },
}

/** Made by themselves, or as part of another thing whose id is in `of`. Events and races are made with results. */
export default async function AddThingPage({ params, searchParams }: PageProps<'/admin/things/[kind]/new'>) {
  const { kind } = await params
  if (!isThingKind(kind) || kind === 'event' || kind === 'race') notFound()
  const thing = thingOf(kind)
  const { of, picture, problem } = await searchParams
  const partOf = thing.partOf ? queryText(of) : null
  const here = `/admin/things/${kind}/new${partOf === null ? '' : `?of=${encodeURIComponent(partOf)}`}`
  const editor = await requireEditorOrForm(here)
  const row = thing.partOf ? { [thing.partOf.column]: partOf } : {}
  const shownAt = editor && thing.partOf ? await findShownAt(kind, row) : null
  if (editor && thing.partOf && !shownAt) notFound()
  const fileId = queryText(picture)
  return (
    <>
      <PageHead title={`Add ${/^[aeio]/.test(thing.name) ? 'an' : 'a'} ${thing.name}`}>
        {shownAt ? <a href={shownAt.href}>{shownAt.title}</a> : <a href="/admin">Editing</a>}
      </PageHead>
      {editor && kind === 'photo' && (
        <PictureUpload to={{ of: partOf ?? '' }} isFirst={fileId === ''} problem={queryText(problem)} />
      )}
      {(kind !== 'photo' || fileId !== '' || !editor) && (
        <ThingForm
          kind={kind}
          action={saveThingAction.bind(null, { kind, id: null, partOf })}
          initial={typedThing({ ...INITIAL[kind], ...(kind === 'photo' && { fileId }) })}
          base={null}
          choices={editor ? await findChoices(thing, shownAt?.athleteId ?? null) : {}}
          subject={{ id: '', partOf: partOf ?? '' }}
          sources={editor ? await offerSources(editor, []) : []}
        />
      )}
    </>
  )
}

function queryText(value: string | string[] | undefined): string {
  return plainText(typeof value === 'string' ? value : null).slice(0, 300)
}
