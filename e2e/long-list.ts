import { spawnSync } from 'node:child_process'
import { makeRecord } from './site'

export const FINISHERS = 250
export const LONG_RACE = 'long-list-games'

/** The first record with a marathon of 250 finishers, in a folder to copy from. */
export function makeLongRecord(): { folder: string; remove: () => void } {
  const record = makeRecord()
  const { status } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'e2e/make-long-list.ts', record.folder],
    { stdio: 'inherit', env: { ...process.env, DATABASE_URL: '' } },
  )
  if (status !== 0) throw new Error('The long list for the tests could not be made.')
  return record
}
