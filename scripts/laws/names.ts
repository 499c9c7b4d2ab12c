import type { Inventory } from '../../src/inventory/inventory.ts'
import { type Random, randomOf } from '../estates/random.ts'
import type { Law } from './law.ts'
import { sameButNames } from './same.ts'

/** Upper and lower case of names, and short names where they are unique, change nothing. */
export const names: Law = {
  name: 'names',
  shrinks: 'again',
  change: (inventory, seed) => {
    const shorts = new Map<string, number>()
    for (const { name } of inventory.servers ?? []) {
      const short = shortOf(name)
      shorts.set(short, (shorts.get(short) ?? 0) + 1)
    }
    const full = new Set((inventory.servers ?? []).map(({ name }) => name.toLowerCase()))
    return rename(
      inventory,
      [],
      randomOf(seed),
      (name) => full.has(name.toLowerCase()) && shorts.get(shortOf(name)) === 1,
    ) as Inventory
  },
  broken: sameButNames,
}

function shortOf(name: string): string {
  return (name.split('.')[0] ?? '').toLowerCase()
}

function rename(value: unknown, way: readonly string[], random: Random, isUnique: (name: string) => boolean): unknown {
  if (typeof value === 'string') return renamed(value, way, random, isUnique)
  if (Array.isArray(value)) return value.map((element) => rename(element, [...way, '*'], random, isUnique))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, rename(child, [...way, key], random, isUnique)]),
  )
}

function renamed(text: string, way: readonly string[], random: Random, isUnique: (name: string) => boolean): string {
  const place = way.join('/')
  if (references.test(place) && isUnique(text) && random.chance(0.5)) return recased(text.split('.')[0] ?? text, random)
  return references.test(place) || caseless.test(place) ? recased(text, random) : text
}

function recased(text: string, random: Random): string {
  return random.pick([text, text.toLowerCase(), text.toUpperCase()])
}

/** Where names of servers stand that refer to an entry. */
const references =
  /^(migration\/servers\/\*\/(source|destination)|collection\/(collectedOn|sources\/\*\/server)|servers\/\*\/gateway\/farmMembers\/\*|deployment\/(activeManagementServer|highAvailability\/(activeManagementServer|connectionBrokers\/\*)|sessionCollections\/\*\/sessionHosts\/\*\/server|virtualDesktopCollections\/\*\/virtualDesktops\/\*\/host|licensing\/servers\/\*))$/

/** Where Windows tells upper and lower case apart no more than there. */
const caseless =
  /(^servers\/\*\/(name|domain|operatingSystem\/(language|installationType)|odbcDrivers\/\*|installedFeatures\/\*)|thumbprint|dnsNames\/\*|subjectAlternateNames\/\*|clientAccessName|externalFqdn|profileDisks\/location|profileDiskLocations\/\*\/.*|migration\/collections\/\*\/\w+|virtualMachines\/\*\/name|deployment\/\w+\/\*\/name|userGroups\/\*|computerGroup|driver|machineKeyHash|state)$/
