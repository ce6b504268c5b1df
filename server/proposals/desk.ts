/** Proposals as the desk lists, reviews and decides them, on the application's own database. */
import 'server-only'
import { onDatabase } from '../db'
import * as proposals from './proposals'
import * as review from './review'

export { readAmendments } from './amendments'

export const findQueue = onDatabase(proposals.findQueue)
export const countQueue = onDatabase(proposals.countQueue)
export const findProposalsOf = onDatabase(proposals.findProposalsOf)
export const findProposal = onDatabase(proposals.findProposal)
export const findReview = onDatabase(review.findReview)
export const approveProposal = onDatabase(review.approveProposal)
export const declineProposal = onDatabase(review.declineProposal)
export const discussProposal = onDatabase(review.discussProposal)
export const withdrawProposal = onDatabase(review.withdrawProposal)
