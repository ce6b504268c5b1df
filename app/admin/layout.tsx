import type { Metadata } from 'next'
import { currentAuthor } from '@/server/accounts/session'
import { getDraftBar } from '@/server/proposals/desk'
import { DeskFrame } from './desk-frame'

export const metadata: Metadata = {
  title: { default: 'Editing', template: '%s · Editing · Palmarès' },
  robots: { index: false, follow: false },
}

/** The frame of the desk. The gate is not here but in every page, action and route handler. */
export default async function DeskLayout({ children }: LayoutProps<'/admin'>) {
  const author = await currentAuthor()
  return (
    <DeskFrame
      name={author?.name ?? null}
      isAdmin={author?.role === 'ADMIN'}
      publishes={author?.publishes}
      draft={author && (await getDraftBar(author))}
    >
      {children}
    </DeskFrame>
  )
}
