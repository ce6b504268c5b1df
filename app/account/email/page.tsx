import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/site/page-head'
import { requireFresh } from '@/server/accounts/session'
import { emailAction } from '../actions'

export const metadata: Metadata = { title: 'E-mail address' }

export default async function EmailPage() {
  const { email } = await requireFresh('/account/email')
  return (
    <>
      <PageHead
        title="Change the e-mail address"
        remark={`It is ${email}. You sign in with it; nobody else sees it but administrators.`}
      >
        <a href="/account">Your account</a>
      </PageHead>
      <AccountForm
        id="email"
        action={emailAction}
        fields={[
          { name: 'email', label: 'New e-mail address', type: 'email', autoComplete: 'email' },
          { name: 'password', label: 'Your password', type: 'password', autoComplete: 'current-password' },
        ]}
        button="Change the address"
        look="primary"
      />
    </>
  )
}
