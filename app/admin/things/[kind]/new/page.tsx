import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/site/page-head'
import { plainText } from '@/lib/form/plain-text'
import type { Draft } from '@/lib/record/merge'
import { typedThing } from '@/lib/record/things/submission'
import { isThingKind, type ThingKind, thingOf } from '@/lib/record/things/things'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { readSigned } from '@/server/accounts/signing'
import { drafted } from '@/server/proposals/desk'
import { offerSources } from '@/server/sources/evidence-desk'
import { findChoices, findShownAt, findThing } from '@/server/things/desk'
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
  const { of, picture, problem, translationOf } = await searchParams
  const partOf = thing.partOf ? queryText(of) : null
  const query = new URLSearchParams({
    ...(partOf !== null && { of: partOf }),
    ...(kind === 'chapter' && translationOf !== undefined && { translationOf: queryText(translationOf) }),
  })
  const here = `/admin/things/${kind}/new${query.size > 0 ? `?${query}` : ''}`
  const editor = await requireAuthorOrForm(here)
  const asked = { partOf, fileId: queryText(picture), problem, translationOf: queryText(translationOf) }
  return editor ? drafted(editor, () => filledForm(editor, kind, asked)) : filledForm(null, kind, asked)
}

/** @param editor null where the session has ended: nothing of the record is shown then. */
async function filledForm(
  editor: Author | null,
  kind: ThingKind,
  {
    partOf,
    fileId,
    problem,
    translationOf,
  }: { partOf: string | null; fileId: string; problem: string | string[] | undefined; translationOf: string },
) {
  const thing = thingOf(kind)
  const row = thing.partOf ? { [thing.partOf.column]: partOf } : {}
  const shownAt = editor && thing.partOf ? await findShownAt(kind, row) : null
  if (editor && thing.partOf && !shownAt) notFound()
  const original = editor && kind === 'chapter' ? await findOriginal(translationOf, partOf) : {}
  return (
    <>
      <PageHead title={`Add ${/^[aeio]/.test(thing.name) ? 'an' : 'a'} ${thing.name}`}>
        {shownAt ? <a href={shownAt.href}>{shownAt.title}</a> : <a href="/admin">Editing</a>}
      </PageHead>
      {editor && kind === 'photo' && (
        <PictureUpload to={{ of: partOf ?? '' }} isFirst={fileId === ''} problem={readSigned(problem)} />
      )}
      {(kind !== 'photo' || fileId !== '' || !editor) && (
        <ThingForm
          kind={kind}
          action={saveThingAction.bind(null, { kind, id: null, partOf })}
          initial={typedThing({ ...INITIAL[kind], ...(kind === 'photo' && { fileId }), ...original })}
          base={null}
          choices={editor ? await findChoices(thing, shownAt?.athleteId ?? null) : {}}
          subject={{ id: '', partOf: partOf ?? '' }}
          sources={editor ? await offerSources(editor, []) : []}
        />
      )}
    </>
  )
}

/** What a new translation has of the chapter that it is made of; nothing where that is none of the athlete's. */
async function findOriginal(id: string, athleteId: string | null): Promise<Draft> {
  const found = id === '' ? null : await findThing('chapter', id)
  if (!found || found.withdrawn || found.row.athleteId !== athleteId || found.row.translationOfId !== null) return {}
  return { translationOfId: id, position: found.draft.position ?? '', language: '' }
}

function queryText(value: string | string[] | undefined): string {
  return plainText(typeof value === 'string' ? value : null).slice(0, 300)
}
