import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'

export { Prisma } from './generated/client'
export type Client = PrismaClient
/** A client, or a transaction of one. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>

/**
 * A client for one database.
 *
 * @param url `postgresql://…`; a Unix socket's folder goes into `?host=`.
 * @param connections the most it opens at a time. The embedded database serves one query at a time anyhow, so there
 *   more than a few only wait.
 */
export function createClient(url: string, connections = 5): Client {
  return new PrismaClient({ adapter: new SequentialPrismaPg({ connectionString: url, max: connections }) })
}

/**
 * Prisma reads several relations of a row at the same time, in a transaction on its one connection; `pg` allows one
 * query at a time, and warns of what it will refuse in its next version.
 */
class SequentialPrismaPg extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => inSequence(await start(level))
    return adapter
  }
}

function inSequence(tx: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const afterLast = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work)
    last = next
    return next
  }
  const queryRaw = tx.queryRaw.bind(tx)
  const executeRaw = tx.executeRaw.bind(tx)
  tx.queryRaw = (query) => afterLast(() => queryRaw(query))
  tx.executeRaw = (query) => afterLast(() => executeRaw(query))
  return tx
}
