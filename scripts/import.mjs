// `npm run import -- FILE --source …`: a list on its way into the record, as /admin/import does it.
import { checkNode, install, run } from './install.mjs'

console.log = console.error
checkNode()
await install()
run(['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', ...process.argv.slice(2)])
