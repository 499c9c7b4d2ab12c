import { rm } from 'node:fs/promises'
import { bundles } from './build/bundles.ts'
import { notices } from './build/notices.ts'
import { schemas } from './build/schemas.ts'
import { types } from './build/types.ts'

await rm('dist', { recursive: true, force: true })
await import('./generate.ts')
const [packages] = await Promise.all([bundles(), schemas(), types()])
await notices(packages)
