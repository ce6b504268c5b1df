/**
 * Builds the application if the build is missing or older than what it was made of. A build needs no database.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const STAMP = join(ROOT, '.next', 'palmares-build')
const INPUTS = [
  'app',
  'components',
  'edge',
  'lib',
  'server',
  'public',
  'prisma/schema',
  'prisma/client.ts',
  'next.config.ts',
  'instrumentation.ts',
  'proxy.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** A digest of everything the build is made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    const full = join(ROOT, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name))
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(path).update('\0').update(readFileSync(full)).update('\0')
    }
  }
  for (const input of INPUTS) add(input)
  return hash.digest('hex')
}

/** The Prisma client, generated from the schema where it is missing or old. Its native engine is not needed for that. */
export async function generateClient(): Promise<void> {
  const hash = createHash('sha256')
  const folder = join(ROOT, 'prisma', 'schema')
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)))
  const stamp = join(ROOT, 'prisma', 'generated', '.schema')
  const schema = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === schema) return
  await step('Generating the database client', 'prisma', ['generate'], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  })
  writeFileSync(stamp, schema)
}

export async function buildIfStale(): Promise<void> {
  await generateClient()
  const now = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return
  await step('Building the application (once, a minute or so)', 'next', ['build'], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  })
  writeFileSync(STAMP, now)
}

/** Runs one of the project's own commands, saying what it does and how long it has taken; its output only if it fails. */
async function step(title: string, command: string, args: string[], env: Record<string, string>): Promise<void> {
  console.log(`• ${title} …`)
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const ticking = setInterval(() => console.log(`  … ${seconds()} s`), 10_000)
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', '.bin', command), ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  child.stderr.on('data', (data) => {
    output += data
  })
  const stop = (signal: NodeJS.Signals) => child.kill(signal)
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const code = await new Promise<number>((done) => child.on('exit', (exit) => done(exit ?? 1)))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  clearInterval(ticking)
  if (code !== 0) throw new Error(`${title}: failed.\n${output}`)
  console.log(`✔ ${title.replace(/ \(.*/, '')}: done in ${seconds()} s`)
}

if (process.argv[1] === import.meta.filename) await buildIfStale()
