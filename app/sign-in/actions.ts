'use server'

import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import type { AccountFormState } from '@/components/account/account-form'
import type { PasskeyAnswer } from '@/components/account/passkey-button'
import { plainText } from '@/lib/form/plain-text'
import { requestReset } from '@/server/accounts/desk'
import { requirePerson, safePath } from '@/server/accounts/session'
import {
  type AgainOutcome,
  askPasskeyAgain,
  askSignInPasskey,
  findSecondStep,
  giveAgain,
  givePasskeyAgain,
  signInWithCode,
  signInWithLink,
  signInWithPasskey,
  signInWithPassword,
} from '@/server/accounts/sign-in'
import { visitOf } from '@/server/accounts/visit'
import { done, refused, secretOf, TOO_MANY } from '../account/answer'

const WRONG_PAIR = 'That e-mail address and password do not match an account.'
const WRONG_CODE = 'This is not a code that works now. Each code works once.'
const WRONG_PASSKEY = 'This passkey does not open an account here.'

const secondStep = (path: string) => `/sign-in/second?next=${encodeURIComponent(path)}`

export async function signInAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const [email, password] = [plainText(form.get('email')), secretOf(form, 'password')]
  const answer = (sentence: string) => refused(state, form, { form: sentence })
  if (email === '' || password === '') return answer('Type both the e-mail address and the password.')
  const outcome = await signInWithPassword(email, password)
  if (outcome === 'refused') return answer(WRONG_PAIR)
  if (outcome === 'limited') return answer(TOO_MANY)
  const path = safePath(plainText(form.get('next')))
  redirect(outcome === 'second-step' ? secondStep(path) : path)
}

export async function secondStepAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const path = safePath(plainText(form.get('next')))
  if (!(await findSecondStep())) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  const outcome = await signInWithCode(plainText(form.get('code')))
  if (outcome === 'limited') return refused(state, form, { form: TOO_MANY })
  if (outcome !== 'signed-in') return refused(state, form, { code: WRONG_CODE })
  redirect(path)
}

export async function askPasskeyAction(isSecondStep: boolean) {
  return askSignInPasskey(isSecondStep)
}

export async function passkeyAction(next: string, response: AuthenticationResponseJSON): Promise<PasskeyAnswer> {
  const outcome = await signInWithPasskey(response)
  return outcome === 'signed-in' ? { to: safePath(next) } : { problem: WRONG_PASSKEY }
}

/** The same answer whether or not somebody has this address, after the same time: the mail goes out after it. */
export async function forgotAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const email = plainText(form.get('email'))
  if (!email.includes('@')) return refused(state, form, { email: 'Type the e-mail address of your account.' })
  const visit = visitOf(await headers())
  after(() => requestReset(email, visit))
  return done(
    state,
    'If an account has this address, a link to choose a new password is on its way. It works for an hour.',
  )
}

export async function linkAction(token: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const outcome = await signInWithLink(token, {
    name: plainText(form.get('name')),
    password: secretOf(form, 'password'),
  })
  if (!outcome.used) {
    if (outcome.errors) return refused(state, form, outcome.errors)
    redirect(`/sign-in/link/${encodeURIComponent(token)}`)
  }
  redirect(outcome.next === 'second-step' ? secondStep('/account') : '/account')
}

const AGAIN: Record<Exclude<AgainOutcome, 'done'>, string> = {
  refused: 'This is not your password, or not a code that works now.',
  limited: TOO_MANY,
}

export async function againAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const path = safePath(plainText(form.get('next')))
  const person = await requirePerson(path)
  const [password, code] = [secretOf(form, 'password'), plainText(form.get('code'))]
  const outcome = await giveAgain(person, password === '' && code !== '' ? { code } : { password })
  if (outcome !== 'done') return refused(state, form, { form: AGAIN[outcome] })
  redirect(path)
}

export async function askPasskeyAgainAction() {
  return askPasskeyAgain(await requirePerson('/account'))
}

export async function passkeyAgainAction(next: string, response: AuthenticationResponseJSON): Promise<PasskeyAnswer> {
  const outcome = await givePasskeyAgain(await requirePerson('/account'), response)
  return outcome === 'done' ? { to: safePath(next) } : { problem: WRONG_PASSKEY }
}
