import { Button } from '@/components/form/button'
import { Choice } from '@/components/form/choice'
import { TextField } from '@/components/form/field'
import { Notice } from '@/components/form/notice'
import { Section } from '@/components/site/section'
import type { PreviewRow } from '@/lib/import/preview'

/** Who the athlete of this line is, found by a search: the others of the name in this list stay as they are. */
export function PointRow({
  row,
  who,
  matches,
  isMissed,
  action,
}: {
  row: PreviewRow
  /** What was searched for. */
  who: string
  matches: readonly { slug: string; label: string; detail: string; url: string }[]
  isMissed: boolean
  action: (form: FormData) => Promise<void>
}) {
  const { athlete, personState, listing } = row
  return (
    <Section id="who" title="Who it is">
      <p className="mb-4">
        {athlete ? (
          <a href={`/athletes/${athlete.slug}`}>{athlete.name}</a>
        ) : personState === 'NEW' ? (
          'Somebody whom the record does not have.'
        ) : (
          'Not decided.'
        )}
      </p>
      {isMissed && (
        <Notice look="danger" className="mb-4 max-w-2xl" role="alert">
          <p>Nothing was decided: choose one of the answers first.</p>
        </Notice>
      )}
      <form action="#who" className="mb-4 flex max-w-xl items-end gap-3">
        <div className="min-w-0 flex-1">
          <TextField
            id="who-text"
            type="search"
            name="who"
            label="Look for somebody"
            defaultValue={who || listing?.name}
          />
        </div>
        <Button>Find</Button>
      </form>
      <form action={action}>
        <fieldset className="mb-2.5 min-w-0">
          <legend className="sr-only">Who is meant by this line alone</legend>
          {who !== '' && matches.length === 0 && <p className="text-quiet">Nobody here is called “{who}”.</p>}
          {matches.map(({ slug, label, detail, url }) => (
            <Choice key={slug} type="radio" name="other" value={slug}>
              <a href={url}>{label}</a> <span className="text-quiet">{detail}</span>
            </Choice>
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-3">
          {matches.length > 0 && (
            <Button name="choice" value="other">
              It is the chosen athlete
            </Button>
          )}
          <Button name="choice" value="new">
            Somebody whom the record does not have
          </Button>
        </div>
      </form>
    </Section>
  )
}
