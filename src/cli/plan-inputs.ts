import { knownServers } from '../inventory/estate.ts'
import type { Inventory } from '../inventory/inventory.ts'
import { loadInventory } from '../inventory/load.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Host } from './host.ts'
import type { Readable } from './input.ts'
import { shown } from './parse-arguments.ts'
import { readInputs } from './read-inputs.ts'
import { readPlan } from './read-plan.ts'
import { tellErrors } from './told-file.ts'

/** What a plan is made from. */
export interface PlanInputs {
  readonly input: Readable
  /** The inventory from before the move, where one is named. */
  readonly before?: Inventory
}

/** The files that the command line names. */
interface Named {
  readonly path: string
  readonly before?: string | undefined
  readonly migration?: string | undefined
  readonly phase?: string | undefined
}

/**
 * Reads the inventory or bundle that is to be planned, and the one from before. Gives a sentence where they do not go together,
 * and undefined where a file is unusable and was told so.
 */
export async function readPlanInputs(host: Host, named: Named): Promise<PlanInputs | string | undefined> {
  const plan = named.migration === undefined ? undefined : await readPlan(host, named.migration)
  if (named.migration !== undefined && plan === undefined) return undefined
  const [input] = await readInputs(host, [named.path], '<stdin>', plan)
  if (input === undefined) return undefined
  if (!('bytes' in input)) return unusable(host, input.file, [input.problem])
  if (plan !== undefined && input.originOf === undefined)
    return `--migration is for a bundle, and ${shown(input.file)} is an inventory; write the plan into it`
  if (named.before === undefined) return { input }
  const [earlier] = await readInputs(host, [named.before], '<stdin>')
  if (earlier === undefined) return undefined
  if (!('bytes' in earlier)) return unusable(host, earlier.file, [earlier.problem])
  const before = loadInventory(earlier.bytes)
  if (!before.inventory) return unusable(host, earlier.file, before.diagnostics)
  const now = loadInventory(input.bytes).inventory
  if (!areOfOneDeployment(now, before.inventory))
    return `--before ${shown(named.before)} and ${shown(input.file)} have no server in common; name the inventory of the same deployment from before its move`
  if ((named.phase ?? now?.migration?.phase) === 'before')
    return `--before ${shown(named.before)} is for a move that has begun, and ${shown(input.file)} is asked about in phase before; write --phase during`
  return { input, before: before.inventory }
}

async function unusable(host: Host, file: string, diagnostics: readonly Diagnostic[]): Promise<undefined> {
  await tellErrors(host, file, diagnostics)
  return undefined
}

/** Whether a server of either inventory is in the other one; an inventory that cannot be read is told about later. */
function areOfOneDeployment(now: Inventory | undefined, before: Inventory): boolean {
  const names = now?.servers?.map(({ name }) => name) ?? []
  const { servers, serverNames } = knownServers(before)
  return names.length === 0 || servers.length === 0 || names.some((name) => serverNames.find(name).length > 0)
}
