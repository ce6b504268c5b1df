/** Where a record is: in a data folder that a site serves, or at the address of a PostgreSQL. */
import { joinEmbedded } from '../prisma/embedded'

interface Joined {
  url: string
  close(): Promise<void>
}

export function isUrl(where: string): boolean {
  return where.startsWith('postgresql://')
}

export function joinServer(url: string): Joined {
  return { url, close: async () => {} }
}

export async function joinRecord(where: string): Promise<Joined> {
  return isUrl(where) ? joinServer(where) : joinEmbedded(where)
}
