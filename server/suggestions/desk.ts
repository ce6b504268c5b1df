/** Suggestions as pages read and write them, on the application's own database. */
import 'server-only'
import { headers } from 'next/headers'
import { type Author, publishing } from '../accounts/editor'
import { clientNetwork } from '../accounts/network'
import { db, onDatabase } from '../db'
import { answerInDraft } from '../proposals/drafts'
import { readStamp, stampForm } from './form-stamp'
import { limitSuggestions } from './limits'
import * as subject from './subject'
import type { ListedSuggestion } from './suggestions'
import * as suggestions from './suggestions'

export const findSubject = onDatabase(subject.findSubject)
export const saveSuggestion = onDatabase(suggestions.saveSuggestion)
export const findSuggestion = onDatabase(suggestions.findSuggestion)
export const findSuggestionByToken = onDatabase(suggestions.findSuggestionByToken)
export const findSuggestions = onDatabase(suggestions.findSuggestions)
export const countOpenSuggestions = onDatabase(suggestions.countOpenSuggestions)
export const takeUp = onDatabase(suggestions.takeUp)
export const declineSuggestions = onDatabase(suggestions.declineSuggestions)
export const publishSuggestions = onDatabase(suggestions.publishSuggestions)

/** Whether the network of this request may send another one. */
export async function maySuggest(): Promise<boolean> {
  return limitSuggestions(db(), clientNetwork(await headers()))
}

export const newFormStamp = () => stampForm()
export const readFormStamp = (stamp: string) => readStamp(stamp)

/** The open suggestion that an address names; null without one. */
export async function findAsked(suggestion: string | string[] | undefined): Promise<ListedSuggestion | null> {
  const found = typeof suggestion === 'string' ? await findSuggestion(suggestion) : null
  return found?.state === 'OPEN' || found?.state === 'TAKEN' ? found : null
}

/** Answers a suggestion by the change that its form made; a contributor's change has to be approved first. */
export async function answerSuggestion(author: Author, suggestion: string | null, changeSetId: number): Promise<void> {
  const editor = publishing(author)
  // What is kept in a draft has no number yet, and answers the suggestion once it is published.
  if (suggestion !== null && changeSetId < 0) return answerInDraft(db(), author, suggestion)
  if (editor && suggestion !== null) await publishSuggestions(editor, suggestion, changeSetId)
}
