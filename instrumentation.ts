/**
 * What the server does by itself once it runs: puts the door before its handlers, resumes imports that a restart cut
 * short, watches for others' writes, and once a day clears what has expired and mails digests.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { followRequests } = await import('@/server/request')
  followRequests()
  if (!process.env.DATABASE_URL) return
  const { clearDaily } = await import('@/server/accounts/clearing')
  const { db } = await import('@/server/db')
  const { watchImports } = await import('@/server/imports/runner')
  const { watchOthers } = await import('@/server/history/watch')
  const { mailDaily } = await import('@/server/watching/mailing')
  clearDaily(db())
  mailDaily(db())
  watchImports(db())
  watchOthers(db())
}
