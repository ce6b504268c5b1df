import type { ReactNode } from 'react'
import type { Result } from '@/lib/record'
import { type RecordView, resultAddress } from './view'

/** A figure that leads to the performance's own page: who says so, since when, and what others say. */
export function ResultLink({
  result,
  view,
  children,
}: {
  result: Pick<Result, 'id'>
  view: Pick<RecordView, 'query'>
  children: ReactNode
}) {
  return (
    <a className="to-sources" href={resultAddress(result, view)} title="Sources and history">
      {children}
    </a>
  )
}
