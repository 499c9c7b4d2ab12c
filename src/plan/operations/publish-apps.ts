import type { SessionCollection } from '../../inventory/inventory.ts'
import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { named, sessionCollections } from '../preconditions/collections.ts'
import { goesElsewhere } from '../preconditions/elsewhere.ts'
import { collectionExists } from '../preconditions/existence.ts'
import { judge } from '../preconditions/precondition.ts'
import { changeSessionCollection } from '../state/deployment.ts'
import { inPlaceOf, knownInPart } from '../state/lists.ts'
import { sameName } from '../state/names.ts'

/** Publishes the RemoteApps of a session collection on another one too, for the same user groups. */
export const publishApps: Definition<Arguments['publishApps']> = {
  parameters: { from: { kind: 'sessionCollection' }, to: { kind: 'sessionCollection' } },
  apply: (inventory, { from, to }) => {
    const source = inventory.deployment?.sessionCollections?.find(({ name }) => sameName(name, from))
    if (!source || sameName(from, to)) return inventory
    return changeSessionCollection(inventory, to, (collection) => published(source, collection))
  },
  violations: (estate, { from, to }) => {
    const collections = sessionCollections(estate)
    const exist = [from, to].map((name) => collectionExists(named(collections, name), name))
    return judge(goesElsewhere(sameName(from, to), from, to), ...exist)
  },
}

function published(from: SessionCollection, to: SessionCollection): SessionCollection {
  const remoteApps = together(from.remoteApps, to.remoteApps, ({ alias }) => alias)
  const userGroups = together(from.userGroups, to.userGroups, (group) => group)
  return { ...to, ...(remoteApps && { remoteApps }), ...(userGroups && { userGroups }) }
}

/** What stands in either list, each once; known only in part where one of them is, or is not told; undefined where neither is. */
function together<T>(
  from: readonly T[] | undefined,
  to: readonly T[] | undefined,
  nameOf: (item: T) => string,
): readonly T[] | undefined {
  if (!from && !to) return undefined
  const there = new Set(to?.map((item) => nameOf(item).toLowerCase()))
  const all = [...(to ?? []), ...(from ?? []).filter((item) => !there.has(nameOf(item).toLowerCase()))]
  return from && to ? inPlaceOf(from, inPlaceOf(to, all)) : knownInPart(all)
}
