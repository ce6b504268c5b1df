import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'

export { Prisma } from './generated/client'
export type Client = PrismaClient
/** A client, or a transaction of one. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/**
 * A client for one database.
 *
 * @param url `postgresql://…`; a Unix socket's folder goes into `?host=`.
 * @param connections the most it opens at a time. The embedded database serves one query at a time anyhow, so there
 *   more than a few only wait.
 */
export function createClient(url: string, connections = 5): Client {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections }) })
}
