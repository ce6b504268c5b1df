import { makeRecord } from './site'

/** Makes the record once; each worker serves a copy of it, from the production build. */
export default function setup(): () => void {
  const { folder, remove } = makeRecord()
  process.env.PALMARES_E2E_RECORD = folder
  return remove
}
