import { mkdir } from 'node:fs/promises'
import { collectorScript } from './generate/collector-script.ts'
import { htmlPage } from './generate/html-page.ts'
import { inventoryShape } from './generate/inventory-shape.ts'
import { inventorySources } from './generate/inventory-sources.ts'
import { inventoryTypes } from './generate/inventory-types.ts'
import { inventoryValidators } from './generate/inventory-validators.ts'
import { ruleValidator } from './generate/rule-validator.ts'
import { rules } from './generate/rules.ts'
import { settingsValidators } from './generate/settings-validators.ts'
import { tables } from './generate/tables.ts'
import { version } from './generate/version.ts'

/** What `npm run generate` writes into `generated/`; the steps of one row do not depend on each other. */
const rows = [
  [
    inventoryTypes,
    inventoryValidators,
    inventoryShape,
    inventorySources,
    ruleValidator,
    settingsValidators,
    tables,
    version,
    collectorScript,
    htmlPage,
  ],
  [rules],
]

await mkdir('generated', { recursive: true })
for (const steps of rows) await Promise.all(steps.map((step) => step()))
