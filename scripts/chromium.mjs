// The browser for the browser tests: one that is on the machine, or Debian's, installed if that can be done.
import { existsSync } from 'node:fs'
import { runToEnd } from './install.mjs'

// Chromium without a window does the same work in three quarters of the time.
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell'
const PLACES = [
  process.env.PALMARES_CHROMIUM,
  WITHOUT_WINDOW,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The path of the first Chromium that is on the machine; undefined where there is none. */
export const installedChromium = () => PLACES.find((path) => path && existsSync(path))

/** The path of a Chromium, or null after saying how to get one. */
export function findChromium() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot && !process.env.PALMARES_CHROMIUM && !existsSync(WITHOUT_WINDOW)) {
    console.log('• Installing Chromium with apt-get …')
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    runToEnd('apt-get', ['update', '-qq'], quiet)
    runToEnd('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], quiet)
  }
  const present = installedChromium()
  if (present) return present
  console.error('✖ The browser tests need a Chromium. Install one (on Debian: sudo apt-get install')
  console.error('  chromium-headless-shell), or say where it is: PALMARES_CHROMIUM=/path/to/chromium npm test')
  return null
}
