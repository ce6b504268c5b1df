import { RuledList } from '@/app/admin/ruled-list'
import { Button } from '@/components/form/button'
import { count } from '@/components/record/labels'
import { Section } from '@/components/site/section'
import { type Clash, clashInWords, originInWords, surroundedName, surroundedValue } from '@/lib/import/agreement'

/** Where the rows and their surroundings disagree: nothing can be accepted before somebody has said which is right. */
export function ImportClashes({
  clashes,
  action,
}: {
  clashes: readonly (Clash & { rows: number })[]
  action: (form: FormData) => Promise<void>
}) {
  return (
    <Section id="clashes" title="Which is right?" remark="Nothing is written before this is answered.">
      <RuledList>
        {clashes.map((clash) => (
          <li key={Object.values(clash).join(' ')}>
            <form action={action}>
              <input type="hidden" name="field" value={clash.field} />
              <p className="mb-2">
                {clash.field === 'dayOrder' ? '' : `The ${surroundedName(clash.field)} of `}
                {count(clash.rows, 'row')}: {clashInWords(clash)}
              </p>
              <div className="flex flex-wrap gap-3">
                <Button name="answer" value="near">
                  {wordsOf(clash, 'near')}
                </Button>
                <Button name="answer" value="far">
                  {wordsOf(clash, 'far')}
                </Button>
              </div>
            </form>
          </li>
        ))}
      </RuledList>
    </Section>
  )
}

/** "Women, as the row says": the answer holds for the whole list. */
function wordsOf({ field, near, nearFrom, far, farFrom }: Clash, answer: 'near' | 'far'): string {
  const value = surroundedValue(field, answer === 'near' ? near : far)
  if (field === 'dayOrder') return `${value}: the ${answer === 'near' ? 'day' : 'month'} stands first`
  const said = `${value.charAt(0).toUpperCase()}${value.slice(1)}`
  const from = answer === 'near' ? nearFrom : farFrom
  return nearFrom === farFrom && answer === 'far' ? `${said}, as its event says` : `${said}, as ${saidBy(from)}`
}

function saidBy(from: Clash['nearFrom']): string {
  return from === 'typed' ? 'chosen for the list' : `${originInWords(from)} says`
}
