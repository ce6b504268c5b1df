/** What the server does by itself once it runs: goes on with imports that a restart has cut short, and watches for others' writes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return
  const { db } = await import('@/server/db')
  const { watchImports } = await import('@/server/imports/runner')
  const { watchOthers } = await import('./server/history/watch')
  watchImports(db())
  watchOthers(db())
}
