import { Button } from '@/components/form/button'
import { Byline } from '@/components/history/byline'
import { figureLabel } from '@/components/history/figure-words'
import { Lead } from '@/components/ui/lead'
import { Instant } from '@/components/ui/when'
import { PAGE_KINDS } from '@/lib/record/page-kinds'
import type { Protection } from '@/server/protection/protections'
import { RuledList } from '../ruled-list'
import { liftAction } from './actions'

/** What only editors change, each with a button to lift it. */
export function ProtectionList({ protections }: { protections: readonly Protection[] }) {
  if (protections.length === 0) return <Lead>Nothing is protected.</Lead>
  return (
    <RuledList>
      {protections.map(({ id, kind, title, href, field, reason, by, at }) => {
        const what = field === null ? 'the whole page' : figureLabel({ entity: PAGE_KINDS[kind].table, figure: field })
        return (
          <li key={id}>
            <p>
              {href === null ? title : <a href={href}>{title}</a>}: {what}
            </p>
            <p className="[overflow-wrap:anywhere]">{reason}</p>
            <Byline>
              {by}, <Instant iso={at} />
            </Byline>
            <form action={liftAction} className="mt-2">
              <input type="hidden" name="protection" value={id} />
              <Button>
                Lift
                <span className="sr-only">
                  {' '}
                  the protection of {what}, {title}
                </span>
              </Button>
            </form>
          </li>
        )
      })}
    </RuledList>
  )
}
