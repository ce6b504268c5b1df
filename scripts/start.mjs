// `npm start`: from a fresh clone to a served record. Plain JavaScript, because nothing is installed yet.
import { checkNode, install, run } from './install.mjs'

checkNode()
await install()
run(['--conditions=react-server', '--import', 'tsx', 'scripts/serve.ts', ...process.argv.slice(2)])
