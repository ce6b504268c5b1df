/**
 * The embedded database: PGlite (PostgreSQL in this process) behind a Unix socket in the data folder, so that the
 * application, the commands and `psql` speak to it as to any PostgreSQL.
 */
import { randomUUID } from 'node:crypto'
import { fsyncSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, symlink, unlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

export interface EmbeddedDatabase {
  url: string
  /** How often the disk has been asked to make writes permanent. */
  syncs(): number
  close(): Promise<void>
}

/** Another process has the data folder open. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

// PGlite's own list without "-F" (which switches fsync off), and with fsync asked for: a commit that was answered
// is on the disk, even if the machine loses power.
const START_PARAMS = [
  '--single',
  '-O',
  '-j',
  ...[
    'search_path=public',
    'exit_on_error=false',
    'log_checkpoints=false',
    'max_worker_processes=0',
    'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0',
    'io_method=sync',
    'max_parallel_maintenance_workers=0',
    'fsync=on',
    'wal_sync_method=fsync',
  ].flatMap((setting) => ['-c', setting]),
]

// A Unix socket's path may be 103 bytes on macOS and 107 on Linux.
const LONGEST_SOCKET_PATH = 100

/**
 * Opens (or makes) the database in a data folder and serves it on a Unix socket there.
 *
 * @throws DataFolderInUse when another process has the folder open: two openers would destroy the files.
 */
export async function openEmbedded(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = resolve(dataFolder)
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  const { path: socketFolder, remove: removeAlias } = await shortAlias(folder)
  const lock = await takeLock(join(socketFolder, 'lock.sock'), folder)

  const db = await PGlite.create({
    dataDir: join(folder, 'postgres'),
    startParams: START_PARAMS,
    extensions: { pg_trgm, unaccent },
  })
  const syncs = syncForReal(db)

  const socket = join(socketFolder, '.s.PGSQL.5432')
  await rm(socket, { force: true })
  const server = new PGLiteSocketServer({ db: inWholeQueries(db), path: socket, maxConnections: 50 })
  await server.start()

  let closing: Promise<void> | undefined
  return {
    url: addressOf(socketFolder),
    syncs,
    close: () => {
      closing ??= (async () => {
        await server.stop()
        await db.close()
        await new Promise((done) => lock.close(done))
        await removeAlias()
      })()
      return closing
    },
  }
}

/**
 * The database that another process serves from a data folder; closing it leaves that process alone.
 *
 * @throws nothing, also where nobody serves: the first connection then says so.
 */
export async function joinEmbedded(dataFolder: string): Promise<Pick<EmbeddedDatabase, 'url' | 'close'>> {
  const { path, remove } = await shortAlias(resolve(dataFolder))
  return { url: addressOf(path), close: remove }
}

function addressOf(socketFolder: string): string {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`
}

/** Emscripten's file system answers fsync without doing it; here it reaches the disk. Returns a count of the calls. */
function syncForReal(db: PGlite): () => number {
  const files = db.Module.FS as unknown as {
    filesystems: { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } }
  }
  let calls = 0
  files.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    fsyncSync(stream.nfd)
    calls++
    return 0
  }
  return () => calls
}

/** Messages of a query that is sent in parts: Parse, Bind, Describe, Execute, Close, Flush. Sync ends it. */
const PARTS = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))
const SYNC = new Uint8Array(['S'.charCodeAt(0), 0, 0, 0, 4])

/**
 * The same database for a socket server that takes turns between connections after every message. All connections share
 * one session, and with it the statement without a name: another's Parse between a Parse and its Bind would have the
 * one's values bound to the other's statement. So a query that has begun holds the turn, as a transaction does.
 */
function inWholeQueries(db: PGlite): PGlite {
  let isBegun = false
  const held: Partial<PGlite> = {
    isInTransaction: () => isBegun || db.isInTransaction(),
    execProtocolRawStream: async (message, options) => {
      if (message[0] !== undefined) isBegun = PARTS.has(message[0])
      await db.execProtocolRawStream(message, options)
    },
    // Called where a connection is lost in the middle, to roll back: what it had begun ends first.
    exec: async (query, options) => {
      if (isBegun) await db.execProtocolRawStream(SYNC, { onRawData: () => {} })
      isBegun = false
      return db.exec(query, options)
    },
  }
  return new Proxy(db, {
    get(target, name) {
      const own = held[name as keyof PGlite] ?? Reflect.get(target, name, target)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
}

async function shortAlias(folder: string): Promise<{ path: string; remove: () => Promise<void> }> {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) {
    return { path: folder, remove: async () => {} }
  }
  const home = await mkdtemp(join(tmpdir(), 'palmares-'))
  await symlink(folder, join(home, 'data'))
  return { path: join(home, 'data'), remove: () => rm(home, { recursive: true, force: true }) }
}

/**
 * A lock that dies with its holder: a socket that is listened on. A file left by a killed process refuses
 * connections and is taken over; a living holder answers with its own token and is left alone.
 */
async function takeLock(path: string, folder: string): Promise<Server> {
  const token = randomUUID()
  const server = createServer((socket) => socket.end(token))
  const refusal = () => new DataFolderInUse(`The data folder ${folder} is already open in another process.`)
  for (let attempt = 0; ; attempt++) {
    const bound = await new Promise<boolean>((done) => {
      server.once('error', () => done(false))
      server.listen(path, () => done(true))
    })
    if (bound) break
    if ((await holderOf(path)) !== null || attempt === 5) throw refusal()
    await unlink(path).catch(() => {})
  }
  // Two that found the same dead lock at once may both have bound; the file leads to only one of them.
  await sleep(50)
  if ((await holderOf(path)) !== token) {
    server.close()
    throw refusal()
  }
  return server
}

function holderOf(path: string): Promise<string | null> {
  return new Promise((done) => {
    let answer = ''
    connect(path)
      .setEncoding('utf8')
      .on('data', (text: string) => {
        answer += text
      })
      .on('end', () => done(answer))
      .on('error', () => done(null))
  })
}
