// `npm run bench`: builds if need be, then measures. Run on purpose, on a machine that does nothing else.
import { findChromium } from './chromium.mjs'
import { checkNode, install, run, runToEnd } from './install.mjs'

checkNode()
await install()
const chromium = findChromium()
if (!chromium || runToEnd(process.execPath, ['--import', 'tsx', 'scripts/build.ts']) !== 0) process.exit(1)
process.env.PALMARES_CHROMIUM = chromium
run(['--import', 'tsx', 'bench/profile.ts'])
