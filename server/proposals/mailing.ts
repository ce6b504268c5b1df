/** Mail to authors about what became of their proposals, for those who ask for it. */
import 'server-only'
import type { ProposalState } from '@/lib/record/proposal'
import type { Client, Db } from '@/prisma/client'
import type { Person } from '../accounts/factor-changes'
import { isMailSetUp, type Mail, sendMail } from '../accounts/mail'
import { siteOrigin } from '../accounts/signing'

/** Whether mail says what became of somebody's proposals. */
export async function isMailedDecisions(db: Db, userId: string): Promise<boolean> {
  return (await db.user.count({ where: { id: userId, isMailedDecisions: true } })) > 0
}

/** Has it mailed from now on, or not any more. */
export async function setMailedDecisions(db: Client, { userId }: Person, isMailed: boolean): Promise<void> {
  await db.user.update({ where: { id: userId }, data: { isMailedDecisions: isMailed } })
}

/** What the author of a proposal is to know of it now; null where nothing was decided or asked by somebody else. */
async function composeNews(db: Db, id: number): Promise<Mail | null> {
  const proposal = await db.proposal.findUnique({
    where: { id },
    include: { author: true, changeSet: true, messages: { orderBy: { id: 'desc' }, take: 1 } },
  })
  if (!proposal?.author.isMailedDecisions || proposal.author.disabledAt) return null
  const { author, state, decidedByName, decision, changeSet, reason } = proposal
  const [message] = proposal.messages
  const news: Partial<Record<ProposalState, [subject: string, sentence: string]>> = {
    PUBLISHED: [
      'was published',
      `${decidedByName} has published what you proposed${changeSet?.isAmended ? ', with an amendment' : ''}: ${siteOrigin()}/changes/${changeSet?.id}`,
    ],
    DECLINED: ['was declined', `${decidedByName} has declined what you proposed:\n“${decision}”`],
    ...(message &&
      message.authorId !== author.id && {
        IN_DISCUSSION: [
          'has a question for you',
          `${message.authorName} asks about what you proposed:\n“${message.text}”`,
        ],
      }),
  }
  const found = news[state]
  if (!found) return null
  const [subject, sentence] = found
  return {
    to: author.email,
    subject: `Palmarès: proposal ${id} ${subject}`,
    text: [
      `${author.name},`,
      sentence,
      `Your proposal: ${reason}\n${siteOrigin()}/admin/proposals/${id}`,
      `How to stop these mails: ${siteOrigin()}/account#mail`,
    ].join('\n\n'),
  }
}

/** Mails the author of a proposal what became of it. @returns whether a mail was sent. */
export async function mailNews(db: Db, id: number): Promise<boolean> {
  const mail = isMailSetUp() ? await composeNews(db, id) : null
  return mail !== null && (await sendMail(mail))
}

/** The same while the reviewer goes on: whether it can be sent is no matter of theirs. */
export function mailInBackground(db: Db, id: number): void {
  mailNews(db, id).catch((error: unknown) => console.error('News of a proposal could not be mailed:', error))
}
