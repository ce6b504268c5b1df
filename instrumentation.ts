/**
 * What the server does by itself once it runs: puts the door before its handlers, resumes imports that a restart cut
 * short, and once a day clears what has expired and mails digests. Of several processes one does so.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { followRequests } = await import('@/server/request')
  followRequests()
  if (!process.env.DATABASE_URL) return
  const { db } = await import('@/server/db')
  const { watchTouched } = await import('@/server/freshness/watch')
  await watchTouched(db(), process.env.DATABASE_URL)
  if (process.env.PALMARES_WORKER && process.env.PALMARES_WORKER !== '0') return
  const { clearDaily } = await import('@/server/accounts/clearing')
  const { watchImports } = await import('@/server/imports/runner')
  const { mailDaily } = await import('@/server/watching/mailing')
  clearDaily(db())
  mailDaily(db())
  watchImports(db())
}
