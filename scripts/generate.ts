import { generateClient } from './build'

await generateClient()
