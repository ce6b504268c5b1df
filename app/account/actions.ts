'use server'

import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { AccountFormState } from '@/components/account/account-form'
import type { NewPasskeyAnswer } from '@/components/account/new-passkey'
import { plainText } from '@/lib/form/plain-text'
import {
  beginApp,
  changeEmail,
  changeName,
  changePassword,
  closeAccount,
  confirmApp,
  endOwnSessions,
  makeRecoveryCodes,
  removeApp,
  removePasskey,
} from '@/server/accounts/desk'
import { closeSession, currentPerson, requireFresh, requirePerson } from '@/server/accounts/session'
import { addPasskey, beginPasskey } from '@/server/accounts/sign-in'
import { setMailedDecisions } from '@/server/proposals/desk'
import { done, refused, secretOf } from './answer'

export async function nameAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requirePerson('/account')
  const outcome = await changeName(person, plainText(form.get('name')))
  if (!outcome.done) return refused(state, form, outcome.errors)
  revalidatePath('/account')
  return done(state, 'Your name was changed.')
}

/** Whether mail says what became of one's proposals is what the box says. */
export async function mailAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requirePerson('/account')
  const isMailed = form.get('mailed') !== null
  await setMailedDecisions(person, isMailed)
  revalidatePath('/account')
  return done(state, isMailed ? 'You will be written to.' : 'You will not be written to any more.')
}

export async function emailAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requireFresh('/account/email')
  const given = { email: plainText(form.get('email')), password: secretOf(form, 'password') }
  const outcome = await changeEmail(person, given)
  if (!outcome.done) return refused(state, form, outcome.errors)
  redirect('/account?done=email')
}

export async function passwordAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requireFresh('/account/password')
  const given = { password: secretOf(form, 'password'), newPassword: secretOf(form, 'newPassword') }
  const outcome = await changePassword(person, given)
  if (!outcome.done) return refused(state, form, outcome.errors)
  redirect('/account?done=password')
}

export async function endSessionAction(id: string): Promise<void> {
  await endOwnSessions(await requirePerson('/account'), id)
  redirect('/account?done=session#sessions')
}

export async function endOthersAction(): Promise<void> {
  await endOwnSessions(await requirePerson('/account'), null)
  redirect('/account?done=sessions#sessions')
}

export async function closeAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requireFresh('/account/close')
  const outcome = await closeAccount(person, secretOf(form, 'password'))
  if (!outcome.done) return refused(state, form, outcome.errors)
  await closeSession()
  redirect('/')
}

export async function beginAppAction(): Promise<void> {
  const { userId } = await requireFresh('/account/factors')
  await beginApp(userId)
  redirect('/account/factors/app')
}

export async function confirmAppAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const person = await requireFresh('/account/factors/app')
  const confirmed = await confirmApp(person, plainText(form.get('code')))
  if (!confirmed) return refused(state, form, { code: 'This is not the code that the app shows now.' })
  revalidatePath('/account/factors/app')
  return done(state, 'Your authenticator app is set up. You were signed out everywhere else.', {
    codes: confirmed.recoveryCodes,
  })
}

export async function removeAppAction(): Promise<void> {
  await removeApp(await requireFresh('/account/factors'))
  redirect('/account/factors?done=app')
}

export async function removePasskeyAction(id: string): Promise<void> {
  await removePasskey(await requireFresh('/account/factors'), id)
  redirect('/account/factors?done=passkey')
}

export async function recoveryCodesAction(state: AccountFormState): Promise<AccountFormState> {
  const codes = await makeRecoveryCodes(await requireFresh('/account/factors'))
  return done(state, 'New recovery codes were made. Those you had no longer work.', { codes })
}

export async function askNewPasskeyAction() {
  const { userId } = await requireFresh('/account/factors')
  return beginPasskey(userId)
}

export async function newPasskeyAction(name: string, response: RegistrationResponseJSON): Promise<NewPasskeyAnswer> {
  const person = await currentPerson()
  if (!person?.isFresh) return { problem: 'It was too long ago that you gave your password. Load this page again.' }
  const saved = await addPasskey(person, plainText(name).slice(0, 60) || 'Passkey', response)
  if (!saved) return { problem: 'This passkey cannot be added. It may be known here already.' }
  revalidatePath('/account/factors')
  return { codes: saved.recoveryCodes }
}
