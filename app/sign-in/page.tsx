import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AccountForm } from '@/components/account/account-form'
import { PasskeyButton } from '@/components/account/passkey-button'
import { Notice } from '@/components/form/notice'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { LinkButton } from '@/components/ui/link-button'
import { isMailSetUp } from '@/server/accounts/mail'
import { isOidcSetUp } from '@/server/accounts/oidc'
import { currentPerson, safePath } from '@/server/accounts/session'
import { askPasskeyAction, passkeyAction, signInAction } from './actions'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next, problem } = await searchParams
  const path = safePath(typeof next === 'string' ? next : await cameFrom())
  if (await currentPerson()) redirect(path)
  return (
    <Frame desk={false}>
      <PageHead title="Sign in" remark="For those who write here. Reading needs no account." />
      {problem === 'oidc' && (
        <Notice look="danger" role="alert" className="mb-6 max-w-md">
          <p>That sign-in opened no account here. Only who was invited comes in, with a verified e-mail address.</p>
        </Notice>
      )}
      <AccountForm
        id="sign-in"
        action={signInAction}
        hidden={{ next: path }}
        fields={[
          { name: 'email', label: 'E-mail address', type: 'email', autoComplete: 'username' },
          { name: 'password', label: 'Password', type: 'password', autoComplete: 'current-password' },
        ]}
        button="Sign in"
        look="primary"
      />
      <div className="mt-5 grid gap-4">
        <PasskeyButton
          label="Use a passkey"
          ask={askPasskeyAction.bind(null, false)}
          answer={passkeyAction.bind(null, path)}
        />
        {isOidcSetUp() && (
          <p>
            <LinkButton href={`/sign-in/oidc?next=${encodeURIComponent(path)}`}>
              Use your organisation’s account
            </LinkButton>
          </p>
        )}
        <p className="max-w-md text-sm text-quiet">
          {isMailSetUp() ? (
            <a href="/sign-in/forgot">Forgot your password?</a>
          ) : (
            'Forgot your password? An administrator can give you a link to choose a new one.'
          )}
        </p>
      </div>
    </Frame>
  )
}

/** The public page whose "Sign in" was followed, to go back to. */
async function cameFrom(): Promise<string | undefined> {
  const asked = await headers()
  const referer = asked.get('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  return host === asked.get('host') && !/^\/(sign-(in|out)|admin|account)\b/.test(pathname)
    ? pathname + search
    : undefined
}
