import type { ReactNode } from 'react'
import { citedFieldLabel } from '@/components/form/labels'
import { valueText } from '@/components/profile/disputes'
import { Sideways } from '@/components/ui/sideways'
import { TableHead } from '@/components/ui/table-head'
import type { Assertion } from '@/lib/record/disputes'

export interface ListedDispute {
  href: string
  /** The thing: "Marathon, London Marathon 2011". */
  title: string
  athlete: { slug: string; name: string } | null
  key: string
  label: string | null
  assertions: readonly Assertion[]
  settled: boolean
  /** Who works on it, and how that is changed. */
  assignment: ReactNode
}

/** Disputed figures in a list, each with every value that is asserted and a link to resolve it. */
export function DisputedFigures({ figures, caption }: { figures: readonly ListedDispute[]; caption: string }) {
  return (
    <Sideways label={caption}>
      <table className="record-table">
        <caption className="sr-only">{caption}</caption>
        <TableHead columns={['Figure', 'Recorded', 'Also asserted', ['Form', 'sr-only']]} />
        <tbody>
          {figures.map(({ href, title, athlete, key, label, assertions, settled, assignment }) => {
            const name = citedFieldLabel({ key, part: { label } })
            return (
              <tr key={href}>
                <th scope="row">
                  {name}
                  <span className="block text-xs leading-tight font-normal text-quiet">
                    {athlete && athlete.name !== title && `${athlete.name}: `}
                    {title}
                  </span>
                  <div className="font-normal">{assignment}</div>
                </th>
                <td>{valuesOf(key, assertions, true)}</td>
                <td>{valuesOf(key, assertions, false)}</td>
                <td className="num">
                  <a href={href}>
                    {settled ? 'Reopen' : 'Resolve'}
                    <span className="sr-only">
                      {' '}
                      {name}, {title}
                    </span>
                  </a>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}

function valuesOf(key: string, assertions: readonly Assertion[], accepted: boolean): string {
  const text = (value: string) => (key.startsWith('place:') ? value : valueText(key, value))
  return assertions.flatMap((assertion) => (assertion.accepted === accepted ? text(assertion.value) : [])).join(', ')
}
