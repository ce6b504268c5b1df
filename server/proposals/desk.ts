/** Proposals as the desk lists, reviews and decides them, on the application's own database. */
import 'server-only'
import { cache } from 'react'
import type { DecisionOutcome } from '@/lib/record/proposal'
import type { Client } from '@/prisma/client'
import type { Author } from '../accounts/editor'
import { db, onDatabase, readingFrom } from '../db'
import * as drafts from './drafts'
import * as mailing from './mailing'
import * as proposals from './proposals'
import * as review from './review'

export { readAmendments } from './amendments'

export const findQueue = onDatabase(proposals.findQueue)
export const countQueue = onDatabase(proposals.countQueue)
export const findProposalsOf = onDatabase(proposals.findProposalsOf)
export const findProposal = onDatabase(proposals.findProposal)
export const findReview = onDatabase(review.findReview)
export const approveProposal = withNews(review.approveProposal)
export const declineProposal = withNews(review.declineProposal)
export const discussProposal = withNews(review.discussProposal)
export const isMailedDecisions = onDatabase(mailing.isMailedDecisions)
export const setMailedDecisions = onDatabase(mailing.setMailedDecisions)
export const withdrawProposal = onDatabase(review.withdrawProposal)
export const findDraft = onDatabase(drafts.findDraft)
export const findDiscarded = onDatabase(drafts.findDiscarded)
export const findDraftReview = onDatabase(review.findDraftReview)
export const startDraft = onDatabase(drafts.startDraft)
export const discardDraft = onDatabase(drafts.discardDraft)
export const reopenDraft = onDatabase(drafts.reopenDraft)
export const changeProposal = onDatabase(drafts.changeProposal)
export const amendProposal = onDatabase(drafts.amendProposal)
export const keepChosen = onDatabase(drafts.keepChosen)
export const sendDraft = onDatabase(drafts.sendDraft)
export const getDraftBar = cache((author: Author) => drafts.findDraftBar(db(), author))

/** Whatever is read meanwhile is read as it would be with the author's draft: what forms show, and are checked by. */
export function drafted<T>(author: Author, read: () => Promise<T>): Promise<T> {
  return drafts.readWithDraft(db(), author, (from) => (from === db() ? read() : readingFrom(from, read)))
}

export async function publishDraft(...[editor, answer]: DeskArguments<typeof drafts.publishDraft>) {
  const amends = (await drafts.findDraft(db(), editor))?.amends
  const outcome = await drafts.publishDraft(db(), editor, answer)
  if (outcome.saved && amends) mailing.mailInBackground(db(), amends.id)
  return outcome
}

type DeskArguments<Work> = Work extends (db: Client, ...rest: infer Rest) => unknown ? Rest : never

/** A decision about a proposal, of which its author is mailed. */
function withNews<By extends Author, Answer extends { id: number }>(
  decide: (db: Client, by: By, answer: Answer) => Promise<DecisionOutcome>,
) {
  return async (by: By, answer: Answer): Promise<DecisionOutcome> => {
    const outcome = await decide(db(), by, answer)
    if (outcome.saved) mailing.mailInBackground(db(), answer.id)
    return outcome
  }
}
