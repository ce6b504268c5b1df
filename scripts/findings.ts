/**
 * Prints what the record's rules notice: a list for people or, with --json, an array for programs, which is all that
 * then stands on stdout. An empty data folder is filled with the first record before it is read.
 */
import { readSettings } from '../server/env'
import { generateClient } from './build'

// Progress is not the answer, so that `npm run --silent findings -- --json | jq` works.
console.log = console.error

try {
  await generateClient()
  const { openOrJoinDatabase } = await import('./database')
  const settings = readSettings(process.env)
  const database = await openOrJoinDatabase(settings)
  try {
    await print(database)
  } finally {
    await database.close()
  }
} catch (error) {
  console.error(`✖ ${(error as Error).message}`)
  process.exitCode = 1
}

async function print({ url, isServed }: { url: string; isServed: boolean }): Promise<void> {
  const { loadFirstRecord } = await import('./prepare-record')
  const { createClient } = await import('../prisma/client')
  const { findFindings } = await import('../server/findings/findings')
  const { openFinding } = await import('../lib/findings/rules')
  const { findingsInWords } = await import('../lib/findings/words')
  if (!isServed) await loadFirstRecord(url)
  const db = createClient(url, 2)
  try {
    const findings = await findFindings(db)
    const isJson = process.argv.includes('--json')
    const text = isJson ? JSON.stringify(findings.map(openFinding), null, 2) : findingsInWords(findings)
    process.stdout.write(`${text}\n`)
  } finally {
    await db.$disconnect()
  }
}
