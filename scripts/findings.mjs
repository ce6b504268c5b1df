// `npm run findings`: what the record's own rules notice. Everything but the findings themselves goes to stderr.
import { checkNode, install, run } from './install.mjs'

console.log = console.error
checkNode()
await install()
run(['--conditions=react-server', '--import', 'tsx', 'scripts/findings.ts', ...process.argv.slice(2)])
