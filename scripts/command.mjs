// `npm run …`: one of the TypeScript commands in this folder. Plain JavaScript, because nothing may be installed yet.
import { checkNode, install, run } from './install.mjs'

const [name, ...rest] = process.argv.slice(2)
// What a command prints may be read by a program, so the installation reports elsewhere.
console.log = console.error
checkNode()
await install()
run(['--conditions=react-server', '--import', 'tsx', `scripts/${name}.ts`, ...rest])
