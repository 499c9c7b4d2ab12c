import { roleMigrations } from '../../../generated/tables.ts'
import { type Circumstances, createEstate } from '../../inventory/estate.ts'
import { releaseOf } from '../../inventory/facts/releases.ts'
import type { Inventory, SessionCollection } from '../../inventory/inventory.ts'
import type { Release } from '../../model/report.ts'
import { sameName } from '../state/names.ts'
import { remembered } from './remembered.ts'

/**
 * An inventory of a move that has begun, whose plan also names the new collections that it leaves to be called after the
 * target, where those are there: by their names and, where no inventory remembers what was there before, by their hosts.
 */
export function withCreated(inventory: Inventory, before: Inventory | undefined, run: Circumstances): Inventory {
  if (run.method !== 'migrate' || movesAcross(run.target)) return inventory
  const [now, earlier] = [inventory.deployment?.sessionCollections ?? [], before?.deployment?.sessionCollections]
  const view = createEstate(remembered(inventory, before), run)
  const hostsAre = ({ sessionHosts }: SessionCollection, say: (release: unknown) => boolean) =>
    sessionHosts?.every(({ server }) => say(releaseOf(view, server))) ?? false
  const planned = inventory.migration?.collections ?? []
  const created = (earlier ?? now).flatMap((source) => {
    if (planned.some((move) => sameName(move.source, source.name))) return []
    const name = nameAfter(source.name, run.target, earlier ?? [])
    const found = now.find((one) => sameName(one.name, name))
    const isOurs = found && (earlier || hostsAre(found, (release) => !isOlder(release, run.target)))
    return found && isOurs && hostsAre(source, (release) => release !== run.target)
      ? [{ source: source.name, destination: found.name }]
      : []
  })
  if (created.length === 0) return inventory
  return { ...inventory, migration: { ...inventory.migration, collections: [...planned, ...created] } }
}

/** Whether session hosts move to new servers from an older release (rules/data/role-migrations.yaml). */
export function movesAcross(target: Release): boolean {
  return roleMigrations.some((row) => row.target === target && row.across && row.roles.includes('RDS-RD-SERVER'))
}

/** What a new collection is called where nobody named it: after the target, and like none that is there. */
export function nameAfter(name: string, target: Release, collections: readonly SessionCollection[]): string {
  const wanted = `${name} ${target}`
  const isTaken = (candidate: string) => collections.some((one) => sameName(one.name, candidate))
  let candidate = wanted
  for (let number = 2; isTaken(candidate); number++) candidate = `${wanted} (${number})`
  return candidate
}

function isOlder(release: unknown, target: Release): boolean {
  return typeof release === 'string' && release < target
}
