import type { Metadata } from 'next'
import { Frame } from '@/components/site/frame'
import { Missing } from '@/components/site/missing'
import { isDesk } from '@/server/accounts/desk-hint'

export const metadata: Metadata = { title: 'Not found' }

/** For addresses that belong to no page at all. */
export default async function NotFound() {
  return (
    <Frame desk={await isDesk()}>
      <Missing />
    </Frame>
  )
}
