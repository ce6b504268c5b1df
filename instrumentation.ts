/** What the server does by itself once it runs: resumes imports that a restart cut short, and watches for others' writes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { followRequests } = await import('@/server/request')
  followRequests()
  if (!process.env.DATABASE_URL) return
  const { db } = await import('@/server/db')
  const { watchImports } = await import('@/server/imports/runner')
  const { watchOthers } = await import('@/server/history/watch')
  watchImports(db())
  watchOthers(db())
}
