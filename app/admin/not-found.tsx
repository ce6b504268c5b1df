import type { Metadata } from 'next'
import { PageHead } from '@/components/site/page-head'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <>
      <PageHead title="There is nothing at this address" />
      <p>
        What was here may have been numbered otherwise. <a href="/admin">Back to editing</a>
      </p>
    </>
  )
}
