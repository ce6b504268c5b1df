import type { Metadata } from 'next'
import { currentPerson } from '@/server/accounts/session'
import { DeskFrame } from '../admin/desk-frame'

export const metadata: Metadata = {
  title: { default: 'Your account', template: '%s · Your account · Palmarès' },
  robots: { index: false, follow: false },
}

/** The gate is not here but in every page and action. */
export default async function AccountLayout({ children }: LayoutProps<'/account'>) {
  const person = await currentPerson()
  return (
    <DeskFrame name={person?.name ?? null} isAdmin={person?.role === 'ADMIN'}>
      {children}
    </DeskFrame>
  )
}
