import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Notice } from '@/components/form/notice'
import { Frame } from '@/components/site/frame'
import { PageHead } from '@/components/site/page-head'
import { canPublish } from '@/server/accounts/editor'
import { currentUser, safePath } from '@/server/accounts/session'
import { signInAction } from './actions'
import { SignInForm } from './sign-in-form'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams
  const path = safePath(typeof next === 'string' ? next : await cameFrom())
  const user = await currentUser()
  if (user && canPublish(user.role)) redirect(path)
  return (
    <Frame desk={false}>
      <PageHead title="Sign in" remark="For editors. Reading needs no account." />
      {user && (
        <Notice className="mb-6 max-w-md">
          <p>
            You are signed in as {user.name}, but this account may not publish yet. An administrator can change that; or
            sign in with another account.
          </p>
        </Notice>
      )}
      <SignInForm action={signInAction} next={path} />
    </Frame>
  )
}

/** The public page whose "Sign in" was followed, to go back to. */
async function cameFrom(): Promise<string | undefined> {
  const asked = await headers()
  const referer = asked.get('referer')
  if (!referer || !URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  return host === asked.get('host') && !/^\/(sign-(in|out)|admin)\b/.test(pathname) ? pathname + search : undefined
}
