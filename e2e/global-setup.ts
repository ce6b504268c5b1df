import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addLongList } from './long-list'
import { fillRecord } from './site'

/**
 * Makes the two records that the workers serve copies of: the first record for the tests that write, and for those that
 * only read the same with a race of hundreds.
 */
export default function setup(): () => void {
  const home = mkdtempSync(join(tmpdir(), 'palmares-records-'))
  const [writing, reading] = [join(home, 'writing'), join(home, 'reading')]
  fillRecord(writing)
  cpSync(writing, reading, { recursive: true })
  addLongList(reading)
  process.env.PALMARES_E2E_RECORDS = home
  return () => rmSync(home, { recursive: true, force: true })
}
