// What comes before TypeScript can run: the right Node, and the packages that the lockfile names.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? '.', '..')
const LEAST_NODE = [20, 19]

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return
  fail(`Palmarès needs Node ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}.`)
}

/** Says one line and ends. */
export function fail(message) {
  console.error(`✖ ${message}`)
  process.exit(1)
}

/** Installs what the lockfile says, unless npm has done so since the lockfile last changed. */
export async function install() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const lockfile = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return
  console.log('• Installing the packages that the lockfile names (once, a minute or so) …')
  const began = Date.now()
  const ticking = setInterval(() => console.log(`  … ${Math.round((Date.now() - began) / 1000)} s`), 10_000)
  const child = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  const code = await new Promise((done) => child.on('error', () => done(1)).on('exit', (exit) => done(exit ?? 1)))
  clearInterval(ticking)
  if (code !== 0) fail('The packages could not be installed; npm says why above.')
  console.log(`✔ Installed in ${Math.round((Date.now() - began) / 1000)} s`)
}

/** Runs Node as a child until it ends, passing signals on, and ends as it ended. */
export function run(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))
}

/** Runs a command to its end and returns its exit code. */
export function runToEnd(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status ?? 1
}
