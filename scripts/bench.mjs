// `npm run bench` measures the profile page, `npm run bench -- search` what bench/search.ts does, and so on. Run on
// purpose, on a machine that does nothing else.
import { existsSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { checkNode, install, run, runToEnd } from './install.mjs'

const [what = 'profile', ...rest] = process.argv.slice(2)
if (!/^[a-z-]+$/.test(what) || !existsSync(`bench/${what}.ts`)) {
  console.error(`✖ There is no measurement bench/${what}.ts.`)
  process.exit(1)
}
checkNode()
await install()
if (['freshness', 'profile', 'pages', 'writing', 'page-made'].includes(what)) {
  const chromium = findChromium()
  if (!chromium || runToEnd(process.execPath, ['--import', 'tsx', 'scripts/build.ts']) !== 0) process.exit(1)
  process.env.PALMARES_CHROMIUM = chromium
} else if (runToEnd(process.execPath, ['--import', 'tsx', 'scripts/generate.ts']) !== 0) process.exit(1)
run(['--conditions=react-server', '--import', 'tsx', `bench/${what}.ts`, ...rest])
