import { notFound } from 'next/navigation'
import { CiteForm } from '@/components/desk/cite-form'
import { CitedFields } from '@/components/desk/cited-fields'
import { citedFieldLabel } from '@/components/desk/labels'
import { count } from '@/components/record/words'
import { PageHead } from '@/components/site/page-head'
import { Section } from '@/components/site/section'
import type { Owner } from '@/lib/cited-thing'
import { getCitationVersions, getCitedThing } from '@/server/cited-things'
import { listSourceChoices } from '@/server/source-choice'
import { citationAction, citeAction } from './actions'

/** Every citation of one thing, and the form to cite another source. The gate is the page's. */
export async function CitationsSheet({ owner, base, chosen }: { owner: Owner; base: string; chosen: string }) {
  const { kind, key } = owner
  const thing = await getCitedThing(kind, key)
  if (!thing) notFound()
  const { title, athlete, fields, version } = thing
  const [versions, sources] = await Promise.all([getCitationVersions(thing), listSourceChoices()])
  const citations = fields.flatMap((field) => field.citations)
  const back = kind === 'result' ? `/admin/results/${key}` : null
  return (
    <>
      <PageHead
        title={`Sources: ${title}`}
        remark={
          <>
            {count(citations.length, 'citation')}
            {back && (
              <>
                {' · '}
                <a href={back}>Correct the result</a>
              </>
            )}
          </>
        }
      >
        {athlete ? (
          <a href={`/admin/athletes/${athlete.slug}`}>{athlete.name}</a>
        ) : (
          <a href={`/competitions/${key}`}>Public page</a>
        )}
      </PageHead>
      <CitedFields
        fields={fields}
        versions={versions}
        base={base}
        disputes={`/admin/disputes/${kind}/${key}`}
        actionOf={(citationId) => citationAction.bind(null, kind, key, citationId)}
      />
      <Section id="cite" title="Cite a source">
        <CiteForm
          key={chosen}
          action={citeAction.bind(null, kind, key)}
          fields={fields.map((field) => ({ key: field.key, label: citedFieldLabel(field), stands: field.stands }))}
          chosen={fields.some((field) => field.key === chosen) ? chosen : ''}
          version={version}
          sources={sources}
        />
      </Section>
    </>
  )
}
