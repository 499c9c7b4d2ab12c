import type { Inventory } from '../inventory/inventory.ts'
import { both, type Compared, type Inventories } from './inventories.ts'
import { compareKeyPacks } from './key-packs.ts'
import { pair } from './pair.ts'
import { named, type Part, type Sight, sightOf } from './part.ts'
import type { Side } from './server-names.ts'
import { inside, told } from './told.ts'
import { trait } from './traits.ts'

/** Compares the licensing mode, the licence servers that the deployment lists, and the key packs of all servers. */
export function compareLicensing(inventories: Inventories): Compared {
  const { before, after } = inventories
  const mode = modeOf(after)
  const servers = serversOf(inventories, 'after')
  return both(
    { ...pair(modeOf(before).parts, mode), later: mode.parts },
    { ...pair(serversOf(inventories, 'before').parts, servers), later: servers.parts },
    compareKeyPacks(inventories),
  )
}

function modeOf({ deployment }: Inventory): Sight {
  const pointer = '/deployment/licensing/mode'
  const licensing = inside(deployment, (one) => one.licensing)
  const mode = inside(licensing, (one) => one.mode)
  if (mode === undefined || mode === null) return sightOf([], mode === null, pointer)
  if (mode === 'NotConfigured') return sightOf([], true, pointer)
  const part: Part = {
    kind: 'licensingMode',
    name: 'deployment',
    pointer,
    ...named('mode'),
    traits: { mode: trait(mode) },
  }
  return sightOf([part], true, pointer)
}

function serversOf({ names, ...inventories }: Inventories, side: Side): Sight {
  const { deployment } = inventories[side]
  const pointer = '/deployment/licensing/servers'
  const licensing = inside(deployment, (one) => one.licensing)
  const { entries, isWhole } = told(
    inside(licensing, (one) => one.servers),
    pointer,
  )
  const parts = entries.map(({ value: name, pointer }): Part => {
    return { kind: 'licenseServer', name, pointer, ...names[side](name), traits: {} }
  })
  return sightOf(parts, isWhole, pointer)
}
