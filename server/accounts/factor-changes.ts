/** What a change of second factors brings with it. */
import type { Db } from '@/prisma/client'
import { recordEvent } from './audit'
import { hasSecondFactor } from './factors'
import { replaceCodes } from './recovery-codes'
import { endSessions } from './sessions'
import type { Visit } from './visit'

/** Who changes the own account, in which session: a change of factors or password ends the others. */
export interface Person {
  userId: string
  sessionId: string
  visit: Visit
}

/**
 * After a factor was added: ends the other sessions, and makes recovery codes where there are none.
 *
 * @returns the codes, to be shown once; null where there are some already.
 */
export async function factorAdded(
  tx: Db,
  { userId, sessionId, visit }: Person,
  what: string,
): Promise<string[] | null> {
  await endSessions(tx, userId, { except: sessionId })
  await recordEvent(tx, { kind: 'factor-added', userId, visit, details: { factor: what } })
  const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } })
  return left > 0 ? null : replaceCodes(tx, userId)
}

/** After a factor was removed: ends the other sessions; recovery codes without a factor would open nothing. */
export async function factorRemoved(tx: Db, { userId, sessionId, visit }: Person, what: string): Promise<void> {
  await endSessions(tx, userId, { except: sessionId })
  await recordEvent(tx, { kind: 'factor-removed', userId, visit, details: { factor: what } })
  if (!(await hasSecondFactor(tx, userId))) await tx.recoveryCode.deleteMany({ where: { userId } })
}
