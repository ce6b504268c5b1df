// The browser for the browser tests: one that is on the machine, or Debian's, installed if that can be done.
import { existsSync } from 'node:fs'
import { runToEnd } from './install.mjs'

const PLACES = [
  process.env.PALMARES_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const found = () => PLACES.find((path) => path && existsSync(path)) ?? null

/** The path of a Chromium, or null after saying how to get one. */
export function findChromium() {
  const present = found()
  if (present) return present
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('• Installing Chromium with apt-get …')
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    runToEnd('apt-get', ['update', '-qq'], quiet)
    runToEnd('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    const installed = found()
    if (installed) return installed
  }
  console.error('✖ The browser tests need a Chromium. Install one (on Debian: sudo apt-get install chromium),')
  console.error('  or say where it is: PALMARES_CHROMIUM=/path/to/chromium npm test')
  return null
}
