import { restOf } from '../../model/incomplete-list.ts'
import { type Circumstances, type Estate, knownServers } from '../estate.ts'
import type { Deployment, Inventory } from '../inventory.ts'
import { type Cell, type Cells, createCells } from './cells.ts'
import { cellsOf, partNames, reading, sectionNames } from './sections.ts'

/** An estate whose inventory changes step by step: one object for all states, of which it is noted what is read. */
export interface TrackedEstate {
  readonly estate: Estate
  readonly cells: Cells
  /** The whole list of servers, for those who go through it. */
  readonly servers: Cell
  /** A section of the inventory. */
  readonly section: (name: keyof Inventory) => Cell
  /** Whether the section that a JSON pointer leads into has changed in the state at hand, or may have. */
  readonly isChanged: (pointer: string) => boolean
  /** Goes on to the next state. False where it differs in more than values, so that a new estate is needed for it. */
  readonly goOn: (inventory: Inventory) => boolean
}

/** Bits of the sources: each server by itself, the list of servers, their names, then a bit for each section. */
const oneServer = 1
const allServers = 2
const allNames = 4
const firstSection = 8
const lastSection = 2 ** 30

/** Makes an estate of the first state of an inventory. */
export function trackEstate(first: Inventory, run: Circumstances): TrackedEstate {
  const cells = createCells()
  let bit = firstSection
  const source = (value: unknown) => {
    const cell = cells.source(bit, value)
    bit = Math.min(2 * bit, lastSection)
    return cell
  }
  let known = knownServers(first)
  const servers = cells.source(allServers, known.servers)
  const names = cells.source(allNames, known.serverNames)
  const rest = cells.source(allNames, restOf(known.servers))
  const entries = new Map<number, Cell>()
  const sections = cellsOf(sectionNames, first, source)
  const parts = cellsOf(partNames, first.deployment ?? {}, source)
  const derivedOnce = new Map<number | string, Cell>()
  const derivedEach = new Map<number | string, Derivations>()

  const deployment = first.deployment ? reading(parts, cells) : first.deployment
  const inventory = Object.defineProperty(reading(sections, cells), 'deployment', {
    enumerable: first.deployment !== undefined,
    value: deployment,
  }) as Inventory

  const estate: Estate = {
    ...run,
    inventory,
    get servers() {
      return cells.read(servers) as Estate['servers']
    },
    get serverNames() {
      return cells.read(names) as Estate['serverNames']
    },
    remembered: [],
    tracking: {
      once,
      onceEach,
      serverAt: (position) => {
        const cell = entries.get(position) ?? cells.source(oneServer, known.servers[position], 'server')
        entries.set(position, cell)
        return cells.read(cell) as Estate['servers'][number] | undefined
      },
      restOfServers: () => cells.read(rest) as ReturnType<typeof restOf>,
    },
  }
  return { estate, cells, servers, section: (name) => sections.get(name) ?? servers, isChanged, goOn }

  function once(slot: number | string, make: () => unknown): unknown {
    const cell = derivedOnce.get(slot) ?? cells.derived(make)
    derivedOnce.set(slot, cell)
    return cells.read(cell)
  }

  function onceEach(slot: number | string, part: object | string, make: () => unknown): unknown {
    const each = derivedEach.get(slot) ?? { byObject: new WeakMap(), byText: new Map() }
    derivedEach.set(slot, each)
    const made: CellMap = typeof part === 'object' ? each.byObject : each.byText
    const cell = made.get(part as never) ?? cells.derived(make, 'each')
    made.set(part as never, cell)
    return cells.read(cell)
  }

  function isChanged(pointer: string): boolean {
    const [, section = '', part = ''] = pointer.split('/')
    const cell = section === 'deployment' ? parts.get(part) : sections.get(section)
    return cell === undefined || cell.changedAt === cells.state()
  }

  function goOn(next: Inventory): boolean {
    if (!isAlike(first, next)) return false
    const now = knownServers(next)
    const changes = new Map<Cell, unknown>()
    const note = (cell: Cell, value: unknown) => {
      if (cell.value !== value) changes.set(cell, value)
    }
    if (now.servers !== known.servers) {
      note(servers, now.servers)
      note(rest, restOf(now.servers))
      for (const [position, cell] of entries) note(cell, now.servers[position])
    }
    note(names, now.serverNames)
    for (const [name, cell] of sections) note(cell, next[name as keyof Inventory])
    for (const [name, cell] of parts) note(cell, next.deployment?.[name as keyof Deployment])
    known = now
    cells.next(changes)
    return true
  }
}

interface CellMap {
  readonly get: (key: never) => Cell | undefined
  readonly set: (key: never, cell: Cell) => unknown
}

interface Derivations {
  readonly byObject: WeakMap<object, Cell>
  readonly byText: Map<unknown, Cell>
}

// What is read once for all states: whether there is a deployment, the properties beyond the usual ones, the day of the move.
function isAlike(one: Inventory, other: Inventory): boolean {
  return (
    typeof one.deployment === typeof other.deployment &&
    (one.deployment === null) === (other.deployment === null) &&
    one.schemaVersion === other.schemaVersion &&
    one.migration?.plannedFor === other.migration?.plannedFor &&
    one.collection === other.collection
  )
}
