// `npm test`: everything, from a fresh clone. Ends with one line that counts all suites.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { checkNode, install, runToEnd } from './install.mjs'

checkNode()
await install()

const OUTPUT = 'test-results'
mkdirSync(OUTPUT, { recursive: true })
const bin = (name) => `node_modules/.bin/${name}`
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
const only = process.argv.slice(2)
let passed = 0
let failed = 0

/** One command that passes or fails as a whole. */
function check(name, command, args) {
  if (only.length > 0 && !only.includes(name)) return true
  console.log(`\n• ${name}`)
  const good = runToEnd(command, args, { env }) === 0
  if (good) passed++
  else failed++
  console.log(`${good ? '✔' : '✖'} ${name}`)
  return good
}

/** A test runner that leaves its counts in a JSON file. A run that leaves none has failed. */
function suite(name, command, args, file, counts) {
  if (only.length > 0 && !only.includes(name)) return
  console.log(`\n• ${name}`)
  const path = `${OUTPUT}/${file}`
  const code = runToEnd(command, args, { env: { ...env, PALMARES_TEST_OUTPUT: path } })
  const found = existsSync(path) ? counts(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 1 }
  passed += found.passed
  failed += found.failed
  if (code !== 0 && found.failed === 0) failed++
  console.log(`${code === 0 ? '✔' : '✖'} ${name}: ${found.passed} passed, ${found.failed} failed`)
}

check('client', process.execPath, ['--import', 'tsx', 'scripts/generate.ts'])
check('format and lint', bin('biome'), ['ci', '.'])
check('types', bin('next'), ['typegen']) && check('types', bin('tsc'), ['--noEmit'])

suite('unit and database', bin('vitest'), ['run'], 'vitest.json', (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + report.numFailedTestSuites * (report.numFailedTests === 0 ? 1 : 0),
}))

const chromium = findChromium()
if (!chromium) failed++
else if (check('build', process.execPath, ['--import', 'tsx', 'scripts/build.ts'])) {
  env.PALMARES_CHROMIUM = chromium
  suite('browser', bin('playwright'), ['test'], 'playwright.json', ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }))
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
