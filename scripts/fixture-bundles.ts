import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBundle } from '../src/collector/bundle/read-bundle.ts'
import { collect } from '../src/collector/collect.ts'
import { inventoryText } from '../src/collector/inventory-text.ts'
import type { Inventory } from '../src/inventory/inventory.ts'
import { storyInventory } from './fixtures/story-inventory.ts'
import { writeBundle } from './fixtures/write-bundle.ts'

/**
 * Makes `fixtures/<story>/bundle` anew from the story's inventory, and then the inventory from the bundle: what the script
 * cannot tell leaves the story, but for what was filled in by hand.
 */
for (const story of readdirSync('fixtures')) {
  const file = join('fixtures', story, 'inventory.json')
  const inventory: Inventory = JSON.parse(readFileSync(file, 'utf8'))
  const bundle = join('fixtures', story, 'bundle')
  rmSync(bundle, { recursive: true, force: true })
  writeBundle(inventory, bundle, process.env.RDS_LINT_PWSH ?? 'pwsh')
  const read = readBundle({ read: (name) => ({ bytes: new Uint8Array(readFileSync(join(bundle, name))) }) }, (bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  )
  if ('problem' in read) throw new Error(read.problem.message)
  writeFileSync(file, inventoryText(storyInventory(collect(read.questions), inventory)))
}
