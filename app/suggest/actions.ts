'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/components/form/form-state'
import { plainText } from '@/lib/form/plain-text'
import { readSuggestion } from '@/lib/record/suggestion'
import { findSubject, maySuggest, newFormStamp, readFormStamp, saveSuggestion } from '@/server/suggestions/desk'
import { keepTyped } from '../admin/form-answer'

const STAMPS = {
  'too-quick': 'That was quicker than a person writes. Look through it once more, and send it again.',
  'too-old': 'This form was open for more than a day. Look through it once more, and send it again.',
  unsigned: 'This form was not sent from here. Look through it once more, and send it again.',
}

/** Keeps what a visitor suggests about a page, and leads to the address at which it can be followed. */
export async function suggestAction(path: string, state: FormState, form: FormData): Promise<FormState> {
  const answer = keepTyped(state, form)
  const refused = (errors: FormState['errors']) => ({ ...answer, errors })
  // An input that people do not see; should a browser fill it in for somebody, nothing typed is lost.
  if (plainText(form.get('leaveEmpty')) !== '') return refused({ form: STAMPS.unsigned })
  const subject = await findSubject(path)
  const read = readSuggestion(form, subject.figures)
  if (!read.ok) return refused(read.errors)
  const stamp = readFormStamp(plainText(form.get('stamp')))
  if (!stamp.ok) {
    // Who was too quick sends the same form again, once the time has passed.
    const typed = stamp.why === 'too-quick' ? answer.typed : { ...answer.typed, stamp: [newFormStamp()] }
    return { ...answer, typed, errors: { form: STAMPS[stamp.why] } }
  }
  if (!(await maySuggest())) {
    return refused({ form: 'There have been many suggestions from your network. Wait an hour, then send it again.' })
  }
  redirect(`/suggest/${await saveSuggestion(subject, stamp.formId, read.suggestion)}`)
}
