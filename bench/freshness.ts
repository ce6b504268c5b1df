/**
 * Whether any page is ever old, at length: `npm run bench -- freshness [saves] [steps]`. Readers ask without pause while
 * so many saves are made, and after each of so many changes drawn by chance every kept page is compared with a fresh one.
 * The same tests as `npm test` runs briefly (e2e/writing/freshness.spec.ts and every-page.spec.ts).
 */
import { spawnSync } from 'node:child_process'

const [saves = '1000', steps = '300'] = process.argv.slice(2)
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--project=writing', '--workers=1', 'freshness', 'every-page'],
  { stdio: 'inherit', env: { ...process.env, PALMARES_SAVES: saves, PALMARES_STEPS: steps } },
)
process.exitCode = status ?? 1
