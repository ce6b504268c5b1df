import 'server-only'
import { cookies } from 'next/headers'
import { DESK_COOKIE } from './desk-cookie'

/**
 * Whether to show the way to the desk on a public page. It reads a hint that sign-in leaves, never the session: the
 * page contains nothing private either way, and every gate is at the desk itself.
 */
export async function isDesk(): Promise<boolean> {
  return (await cookies()).get(DESK_COOKIE)?.value === '1'
}
