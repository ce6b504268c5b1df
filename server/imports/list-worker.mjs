// The thread in which lists are read. Plain JavaScript, because a thread has to be taught to read TypeScript first.
import { register } from 'tsx/esm/api'

register()
await import('./list-reader.ts')
