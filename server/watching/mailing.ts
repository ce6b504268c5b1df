/** What changed in what somebody watches, by mail, once a day, for those who ask for it. */
import 'server-only'
import type { Client, Db } from '@/prisma/client'
import { type Author, assertAuthor } from '../accounts/editor'
import { isMailSetUp, type Mail, sendMail } from '../accounts/mail'
import { siteOrigin } from '../accounts/signing'
import { findNewestRevision } from '../history/change'
import { findEntries } from '../history/history'
import { findChangesWatched, MOST_LISTED } from './watches'

const HOUR_MS = 3_600_000
/** Less than a day, so that a mail which went out a little late one day is not left out the next. */
const PAUSE_MS = 20 * HOUR_MS

export async function isDigestMailed(db: Db, userId: string): Promise<boolean> {
  return (await db.watchMark.findUnique({ where: { userId } }))?.isMailed === true
}

/** Has the digest mailed from now on, or not any more. */
export async function setDigestMailed(db: Client, author: Author, isMailed: boolean): Promise<void> {
  assertAuthor(author)
  const newest = await findNewestRevision(db)
  await db.watchMark.upsert({
    where: { userId: author.id },
    create: { userId: author.id, seenRevision: newest, mailedUpTo: newest, isMailed },
    update: { isMailed, mailedUpTo: newest },
  })
}

/**
 * The mail of what others changed since the last one; null where nothing was.
 *
 * @param since the newest revision of which it was mailed already.
 */
export async function composeDigest(
  db: Db,
  { id, email, name }: { id: string; email: string; name: string },
  since: number,
): Promise<Mail | null> {
  const ids = await findChangesWatched(db, id, since)
  if (ids.length === 0) return null
  const entries = await findEntries(db, ids.slice(0, MOST_LISTED), 1)
  const changes = entries.map(({ id: change, at, author, reason, athletes }) => {
    const about = athletes.map(({ name }) => name).slice(0, 3)
    const when = `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
    return [`${[...about, reason].join(': ')}`, `  ${author}, ${when}`, `  ${siteOrigin()}/changes/${change}`].join(
      '\n',
    )
  })
  const more = ids.length > MOST_LISTED ? ['There are more on the page.'] : []
  return {
    to: email,
    subject: `Palmarès: ${entries.length}${more.length > 0 ? ' or more' : ''} change${entries.length === 1 ? '' : 's'} in what you watch`,
    text: [
      `${name},`,
      'these were changed by others since the last mail:',
      ...changes,
      ...more,
      `What you watch, and how to stop these mails: ${siteOrigin()}/admin/watched`,
    ].join('\n\n'),
  }
}

/** Mails the digest to everybody who is to have it by now. @returns how many were sent. */
export async function mailDigests(db: Client, now = new Date()): Promise<number> {
  const due = { OR: [{ mailedAt: null }, { mailedAt: { lt: new Date(now.getTime() - PAUSE_MS) } }] }
  const marks = await db.watchMark.findMany({
    where: { isMailed: true, user: { disabledAt: null }, ...due },
    include: { user: true },
  })
  let sent = 0
  for (const { userId, user, mailedUpTo } of marks) {
    const upTo = await findNewestRevision(db)
    const mail = await composeDigest(db, user, mailedUpTo)
    if (!mail) continue
    // Claimed before it is sent: of two servers on one database, one mails it.
    const { count } = await db.watchMark.updateMany({
      where: { userId, isMailed: true, ...due },
      data: { mailedAt: now },
    })
    if (count === 0 || !(await sendMail(mail))) continue
    await db.watchMark.update({ where: { userId }, data: { mailedUpTo: upTo } })
    sent++
  }
  return sent
}

/** Mails digests as long as the server runs, where it can send mail. */
export function mailDaily(db: Client): void {
  if (!isMailSetUp()) return
  const mail = () => mailDigests(db).catch((error: unknown) => console.error('Digests could not be mailed:', error))
  void mail()
  setInterval(mail, HOUR_MS).unref()
}
