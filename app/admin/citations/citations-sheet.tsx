import { notFound } from 'next/navigation'
import { FormList } from '@/components/form/form-list'
import { citedFieldLabel } from '@/components/form/labels'
import { count } from '@/components/record/labels'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import { plainText } from '@/lib/form/plain-text'
import { type CitedField, type Owner, sourcesOf } from '@/lib/record/cited-thing'
import { competitionLabel } from '@/lib/record/competition-form'
import type { Author } from '@/server/accounts/editor'
import { requireAuthorOrForm } from '@/server/accounts/session'
import { drafted } from '@/server/proposals/desk'
import { type CitedThing, getCitationVersions, getCitedThing } from '@/server/sources/cited-things'
import { offerSources } from '@/server/sources/evidence-desk'
import { citationAction, citeAction } from './actions'
import { SentCitation } from './citation-form'
import { CiteForm } from './cite-form'
import { CitedFields } from './cited-fields'

/**
 * Every citation of one thing, and the form to cite another source.
 *
 * @param base address of the page.
 * @param asked the field that the address names.
 */
export async function CitationsSheet({
  owner,
  base,
  asked,
}: {
  owner: Owner
  base: string
  asked: string | string[] | undefined
}) {
  const editor = await requireAuthorOrForm(base)
  return editor ? drafted(editor, () => sheetOf(editor, owner, base, asked)) : sheetOf(null, owner, base, asked)
}

/** @param editor null where the session has ended: nothing of the record is shown then. */
async function sheetOf(editor: Author | null, owner: Owner, base: string, asked: string | string[] | undefined) {
  const { kind, key } = owner
  const thing = editor && (await getCitedThing(kind, key))
  if (editor && !thing) notFound()
  const chosen = plainText(typeof asked === 'string' ? asked : null)
  const fields = thing?.fields ?? []
  // One tree for all, so that what was sent without JavaScript is found again where it belongs.
  return (
    <>
      {thing ? <SheetHead thing={thing} /> : <PageHead title="Sources" />}
      <FormList action={citationAction.bind(null, kind, key)}>
        {thing ? (
          <Section
            id="cited"
            title="Citations"
            remark={count(fields.flatMap(({ citations }) => citations).length, 'citation')}
          >
            <CitedFields
              fields={fields.map((field) => withWords(field, thing))}
              versions={await getCitationVersions(thing)}
              base={base}
              disputes={`/admin/disputes/${kind}/${key}`}
            />
          </Section>
        ) : (
          <SentCitation />
        )}
      </FormList>
      <Section id="cite" title="Cite a source">
        <CiteForm
          key={chosen}
          action={citeAction.bind(null, kind, key)}
          fields={fields.map((field) => ({ key: field.key, label: citedFieldLabel(field), recorded: field.stands }))}
          chosen={fields.some((field) => field.key === chosen) ? chosen : ''}
          version={thing?.version ?? null}
          sources={editor ? await offerSources(editor, sourcesOf(fields)) : []}
        />
      </Section>
    </>
  )
}

/** The competition of a result by its name, where the form of the result has its slug. */
function withWords(field: CitedField, { result }: CitedThing): CitedField {
  return result && field.key === 'competition' ? { ...field, stands: competitionLabel(result.competition) } : field
}

function SheetHead({ thing: { owner, title, athlete } }: { thing: CitedThing }) {
  return (
    <PageHead
      title={`Sources: ${title}`}
      remark={owner.kind === 'result' && <a href={`/admin/results/${owner.key}`}>Correct the result</a>}
    >
      {athlete ? (
        <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>
      ) : (
        <a href={`/competitions/${owner.key}`}>Public page</a>
      )}
    </PageHead>
  )
}
