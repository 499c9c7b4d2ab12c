import { inventoryText } from '../collector/inventory-text.ts'
import { collectBundle, type Plan } from './bundle-source.ts'
import type { Host } from './host.ts'
import type { Input } from './input.ts'

/** Makes an input of a bundle: the inventory that `rds-lint collect` would print. */
export function bundleInput(host: Host, path: string, zip: Uint8Array | undefined, plan: Plan | undefined): Input {
  const collected = collectBundle(host, path, zip, plan)
  if ('problem' in collected) return { file: path, problem: collected.problem }
  const { inventory, diagnostics, originOf } = collected
  return { file: path, bytes: new TextEncoder().encode(inventoryText(inventory)), diagnostics, originOf }
}
