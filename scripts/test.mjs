// `npm test`: everything, from a fresh clone. Ends with one line that counts all suites.
// `npm test -- unit types` runs only what is named; the names are in NAMES below. One file of unit or database tests:
// `npx vitest run lib/sport/marks.test.ts`; one of the browser's, after `npm test -- build`: `npx playwright test editor`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { checkNode, fail, install } from './install.mjs'

const NAMES = ['lint', 'types', 'unit', 'database', 'build', 'browser']
const only = process.argv.slice(2)
const unknown = only.find((name) => !NAMES.includes(name))
if (unknown) fail(`There is no “${unknown}” to test, only: ${NAMES.join(', ')}.`)
const isWanted = (...names) => only.length === 0 || names.some((name) => only.includes(name))

checkNode()
await install()

const OUTPUT = 'test-results'
mkdirSync(OUTPUT, { recursive: true })
const bin = (name) => `node_modules/.bin/${name}`
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
let passed = 0
let failed = 0

/** Runs a command to its end. Where others run beside it, what it prints is shown in one piece afterwards. */
async function run(name, [command, ...args], { inOnePiece = false, extraEnv = {} } = {}) {
  const began = Date.now()
  if (!inOnePiece) console.log(`\n• ${name}`)
  const child = spawn(command, args, {
    env: { ...env, ...extraEnv },
    stdio: inOnePiece ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  const code = await new Promise((done) => child.on('error', () => done(1)).on('close', (exit) => done(exit ?? 1)))
  if (inOnePiece) console.log(`\n• ${name}\n${output.trimEnd()}`)
  return { isGood: code === 0, seconds: Math.round((Date.now() - began) / 1000) }
}

/** Commands that pass or fail together. */
async function check(name, commands, options) {
  let total = 0
  let isGood = true
  for (const command of commands) {
    const ran = await run(name, command, options)
    total += ran.seconds
    isGood = ran.isGood
    if (!isGood) break
  }
  if (isGood) passed++
  else failed++
  console.log(`${isGood ? '✔' : '✖'} ${name} (${total} s)`)
  return isGood
}

/** A test runner that leaves its counts in a JSON file. A run that leaves none has failed. */
async function suite(name, command, file, counts) {
  const path = `${OUTPUT}/${file}`
  rmSync(path, { force: true })
  const { isGood, seconds } = await run(name, command, { extraEnv: { PALMARES_TEST_OUTPUT: path } })
  const found = existsSync(path) ? counts(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 1 }
  if (!isGood && found.failed === 0) found.failed++
  passed += found.passed
  failed += found.failed
  console.log(`${isGood ? '✔' : '✖'} ${name}: ${found.passed} passed, ${found.failed} failed (${seconds} s)`)
}

/** @returns whether there is a build to look at in a browser. */
async function checkCode() {
  const beside = { inOnePiece: true }
  if (isWanted('lint')) await check('format and lint', [[bin('biome'), 'ci', '.']], beside)
  if (isWanted('types')) {
    const commands = [
      [bin('next'), 'typegen'],
      [bin('tsc'), '--noEmit'],
    ]
    await check('types', commands, beside)
  }
  if (!isWanted('build', 'browser')) return false
  return check('build', [[process.execPath, '--import', 'tsx', 'scripts/build.ts']], beside)
}

async function runVitest() {
  const projects = ['unit', 'database'].filter((project) => isWanted(project))
  if (projects.length === 0) return
  const command = [bin('vitest'), 'run', ...projects.map((project) => `--project=${project}`)]
  await suite(projects.join(' and '), command, 'vitest.json', (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
  }))
}

async function runBrowser() {
  const chromium = findChromium()
  if (!chromium) {
    failed++
    return
  }
  env.PALMARES_CHROMIUM = chromium
  await suite('browser', [bin('playwright'), 'test'], 'playwright.json', ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }))
}

await check('client', [[process.execPath, '--import', 'tsx', 'scripts/generate.ts']])
const [isBuilt] = await Promise.all([checkCode(), runVitest()])
if (isBuilt && isWanted('browser')) await runBrowser()

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
