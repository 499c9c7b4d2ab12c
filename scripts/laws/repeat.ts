import type { Inventory } from '../../src/inventory/inventory.ts'
import { json } from '../../src/report/json.ts'
import { pretty } from '../../src/report/pretty.ts'
import { sarif } from '../../src/report/sarif.ts'
import { judgeFully } from './judge.ts'

/** Says which format gives other bytes for the same inventory judged twice; undefined where none does. */
export function unrepeatable(inventory: Inventory, seed: number): string | undefined {
  const [once, again] = [texts(inventory, seed), texts(inventory, seed)]
  const format = (['pretty', 'json', 'sarif'] as const).find((name) => once[name] !== again[name])
  return format && `${format} differs from run to run`
}

function texts(inventory: Inventory, seed: number) {
  const report = judgeFully(inventory, seed)
  return {
    pretty: pretty(report, { verbose: true }),
    json: json(report),
    sarif: sarif(report, { cwd: '/', flavour: 'posix', text: () => JSON.stringify(inventory) }),
  }
}
