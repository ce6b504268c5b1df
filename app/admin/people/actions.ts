'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { AccountFormState } from '@/components/account/account-form'
import { plainText } from '@/lib/form/plain-text'
import {
  changeRole,
  deactivate,
  endAllSessions,
  invite,
  reactivate,
  requireFactors,
  resetPassword,
  unlock,
  withdrawInvitation,
} from '@/server/accounts/desk'
import type { Outcome } from '@/server/accounts/own-account'
import type { Actor } from '@/server/accounts/people'
import { requireAdmin } from '@/server/accounts/session'
import { done, refused } from '../../account/answer'

const PEOPLE = '/admin/people'

export async function inviteAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const actor = await requireAdmin(PEOPLE)
  const email = plainText(form.get('email'))
  const outcome = await invite(actor, { email, role: plainText(form.get('role')) })
  if ('errors' in outcome) return refused(state, form, outcome.errors)
  revalidatePath(PEOPLE)
  const { url, isMailed } = outcome.link
  return done(state, `The invitation of ${email} is ready. It expires in seven days.`, { link: url, isMailed })
}

export async function withdrawInvitationAction(id: string): Promise<void> {
  await withdrawInvitation(await requireAdmin(PEOPLE), id)
  redirect(`${PEOPLE}?done=withdrawn`)
}

export async function factorRuleAction(state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const roles = ['CONTRIBUTOR', 'EDITOR', 'ADMIN'].filter((role) => form.get(role) !== null)
  await requireFactors(await requireAdmin(PEOPLE), roles)
  revalidatePath(PEOPLE)
  return done(state, 'Saved. Whoever has no second factor is asked to set one up before anything else.')
}

export async function roleAction(id: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const actor = await requireAdmin(pageOf(id))
  const outcome = await changeRole(actor, { id, role: plainText(form.get('role')) })
  if (!outcome.done) return refused(state, form, outcome.errors)
  revalidatePath(pageOf(id))
  return done(state, 'The role was changed, and the sessions were ended.')
}

export async function resetAction(id: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  const actor = await requireAdmin(pageOf(id))
  const link = await resetPassword(actor, { id, withFactors: form.get('withFactors') !== null })
  if (!link) return refused(state, form, { form: 'This account is not open.' })
  return done(state, 'The link is ready. It expires in an hour.', { link: link.url, isMailed: link.isMailed })
}

type Deed = (actor: Actor, id: string) => Promise<Outcome>

export async function deactivateAction(id: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  return doOnce(deactivate, 'The account was deactivated, and its sessions were ended.', { id, state, form })
}

export async function reactivateAction(id: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  return doOnce(reactivate, 'The account is open again.', { id, state, form })
}

export async function endSessionsAction(
  id: string,
  state: AccountFormState,
  form: FormData,
): Promise<AccountFormState> {
  return doOnce(endAllSessions, 'The sessions were ended.', { id, state, form })
}

export async function unlockAction(id: string, state: AccountFormState, form: FormData): Promise<AccountFormState> {
  return doOnce(unlock, 'Failed attempts to sign in are forgotten.', { id, state, form })
}

async function doOnce(
  deed: Deed,
  sentence: string,
  { id, state, form }: { id: string; state: AccountFormState; form: FormData },
): Promise<AccountFormState> {
  const outcome = await deed(await requireAdmin(pageOf(id)), id)
  if (!outcome.done) return refused(state, form, outcome.errors)
  revalidatePath(pageOf(id))
  return done(state, sentence)
}

const pageOf = (id: string) => `${PEOPLE}/${encodeURIComponent(id)}`
