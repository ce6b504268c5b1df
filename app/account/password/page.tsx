import type { Metadata } from 'next'
import { AccountForm } from '@/components/account/account-form'
import { PageHead } from '@/components/site/page-head'
import { requireFresh } from '@/server/accounts/session'
import { passwordAction } from '../actions'

export const metadata: Metadata = { title: 'Password' }

export default async function PasswordPage() {
  await requireFresh('/account/password')
  return (
    <>
      <PageHead title="Change the password" remark="You will be signed out everywhere else.">
        <a href="/account">Your account</a>
      </PageHead>
      <AccountForm
        id="password"
        action={passwordAction}
        fields={[
          { name: 'password', label: 'Your password now', type: 'password', autoComplete: 'current-password' },
          {
            name: 'newPassword',
            label: 'New password',
            type: 'password',
            hint: 'At least 12 characters. Several words that do not belong together are best.',
            autoComplete: 'new-password',
          },
        ]}
        button="Change the password"
        look="primary"
      />
    </>
  )
}
