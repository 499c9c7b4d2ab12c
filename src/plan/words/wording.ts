import { commandWord } from '../../engine/word.ts'
import { type Circumstances, createEstate, type Estate } from '../../inventory/estate.ts'
import { activeServer } from '../../inventory/facts/brokers.ts'
import type { Inventory } from '../../inventory/inventory.ts'
import { restOf } from '../../model/incomplete-list.ts'
import { Unknown } from '../../model/unknown.ts'

/** What the words of a step are made of. */
export interface Wording {
  /** The state before the step. */
  readonly estate: Estate
  /** The state after it. */
  readonly after: Estate
  /** The name of a server without its domain, where that is enough to tell it. */
  readonly short: (server: string) => string
  /** A value as one PowerShell argument; `<name>` where nobody told it, or not all of a list. */
  readonly arg: (value: string | number | readonly string[] | undefined, name: string) => string
  /** `-ConnectionBroker` with the active management server. */
  readonly broker: string
}

/** What one operation is called, what it changes, and how it is typed. */
export interface StepWords<Taken> {
  readonly title: (taken: Taken, wording: Wording) => string
  readonly subjects: (taken: Taken) => readonly string[]
  readonly commands: (taken: Taken, wording: Wording) => readonly string[]
  readonly verify: (taken: Taken, wording: Wording) => readonly string[]
  /** The rules whose pages say so; of several the first with a page for the target and the method. */
  readonly rules: readonly string[]
  /** Whether users notice it: always, or as the states tell; never where absent. */
  readonly interrupts?: true | ((taken: Taken, wording: Wording) => boolean)
}

/** Prepares the words of a step that leads from one state to another. */
export function wordingOf(
  run: Circumstances,
  placeholders: ReadonlySet<string>,
  [before, after]: readonly [Inventory, Inventory],
): Wording {
  const estate = createEstate(before, run)
  const active = activeServer(estate)
  const known = (value: string) => (placeholders.has(value) ? undefined : value)
  const arg: Wording['arg'] = (value, name) => {
    if (typeof value === 'string') return commandWord(known(value), name)
    if (value === undefined || typeof value === 'number') return commandWord(value, name)
    const told = value.filter((one) => known(one) !== undefined)
    const untold = value.length - told.length
    // A cmdlet that sets a list strikes what the list does not tell.
    const open = restOf(value) ? untold + 1 : untold
    const words = [...told.map((one) => commandWord(one, name)).sort(), ...Array(open).fill(`<${name}>`)]
    return words.length === 0 ? `<${name}>` : words.join(',')
  }
  return {
    estate,
    get after() {
      return createEstate(after, run)
    },
    short: (server) => shortName(estate, server),
    arg,
    broker: `-ConnectionBroker ${arg(active instanceof Unknown ? undefined : active, 'active management server')}`,
  }
}

function shortName({ serverNames }: Estate, server: string): string {
  const [short = server, ...domain] = server.split('.')
  if (short === '' || domain.length === 0 || /^[\d.]+$|[:<]/.test(server)) return server
  return serverNames.find(short).length > 1 ? server : short
}
