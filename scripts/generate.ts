import { mkdir } from 'node:fs/promises'
import { inventoryShape } from './generate/inventory-shape.ts'
import { inventoryTypes } from './generate/inventory-types.ts'
import { inventoryValidators } from './generate/inventory-validators.ts'
import { tables } from './generate/tables.ts'
import { version } from './generate/version.ts'

/** What `npm run generate` writes into `generated/`; the steps do not depend on each other. */
const steps = [inventoryTypes, inventoryValidators, inventoryShape, tables, version]

await mkdir('generated', { recursive: true })
await Promise.all(steps.map((step) => step()))
