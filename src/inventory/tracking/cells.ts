import { isSame } from './is-same.ts'

/** A value that was worked out from others, and is worked out anew only where one of those has changed. */
export interface Cell {
  readonly make?: () => unknown
  /** Many read it, or only those who ask about one server or one argument. */
  readonly kind: 'shared' | 'server' | 'each'
  value: unknown
  /** What was read to make it. */
  reads: readonly Cell[]
  /** The sources that it rests on, directly or not, as bits. */
  sources: number
  /** The states in which it last changed, and was last found to be as it ought to be. */
  changedAt: number
  checkedAt: number
  /** Who read it last, so that one reader notes it once. */
  readBy: object | undefined
}

/** The cells of a row of states: each state changes some sources, and asks for what is made of them. */
export interface Cells {
  /** The number of the state at hand. */
  readonly state: () => number
  /** A value that states set; `source` is its bit. */
  readonly source: (source: number, value: unknown, kind?: Cell['kind']) => Cell
  /** A value that is made of others when it is first read. */
  readonly derived: (make: () => unknown, kind?: Cell['kind']) => Cell
  /** Gives what a cell holds in this state, and notes that it was read. */
  readonly read: (cell: Cell) => unknown
  /** Begins the next state, in which these sources hold other values. */
  readonly next: (changes: ReadonlyMap<Cell, unknown>) => void
  /** What something reads while it is worked out. */
  readonly during: <T>(work: () => T) => { readonly value: T; readonly reads: readonly Cell[] }
  /** Whether any of these cells holds something else than after the state of that number. */
  readonly haveChanged: (reads: readonly Cell[], since: number) => boolean
  /** Whether some value was made of other cells in the state at hand than when it was made before. */
  readonly isRewired: () => boolean
  /** The cells of servers that have changed in the state at hand. */
  readonly changedServers: () => readonly Cell[]
  /** Whether a source among these bits has changed in the state at hand. */
  readonly touches: (sources: number) => boolean
}

/** Makes the cells of a row of states, which begins with state 0. */
export function createCells(): Cells {
  let state = 0
  let changed = 0
  let rewiredAt = -1
  let changedServers: readonly Cell[] = none
  let reading: Cell[] | undefined

  return {
    state: () => state,
    source: (source, value, kind = 'shared') => ({
      kind,
      value,
      reads: none,
      sources: source,
      changedAt: state,
      checkedAt: state,
      readBy: undefined,
    }),
    derived: (make, kind = 'shared') => ({
      kind,
      make,
      value: undefined,
      reads: none,
      sources: 0,
      changedAt: -1,
      checkedAt: -1,
      readBy: undefined,
    }),
    read,
    next: (changes) => {
      state++
      changed = 0
      changedServers = [...changes.keys()].filter(({ kind }) => kind === 'server')
      for (const [cell, value] of changes) {
        cell.value = value
        cell.changedAt = state
        changed |= cell.sources
      }
    },
    during,
    haveChanged,
    isRewired: () => rewiredAt === state,
    changedServers: () => changedServers,
    touches: (sources) => (sources & changed) !== 0,
  }

  function read(cell: Cell): unknown {
    refresh(cell)
    if (reading && cell.readBy !== reading) {
      cell.readBy = reading
      reading.push(cell)
    }
    return cell.value
  }

  function during<T>(work: () => T) {
    const outer = reading
    const own: Cell[] = []
    reading = own
    try {
      return { value: work(), reads: own.length === 0 ? none : own }
    } finally {
      reading = outer
    }
  }

  function refresh(cell: Cell): void {
    const { make, checkedAt } = cell
    if (make === undefined || checkedAt === state) return
    if (checkedAt >= 0 && !haveChanged(cell.reads, checkedAt)) {
      // What it rests on may rest on other things by now.
      if (rewiredAt > checkedAt) cell.sources = sourcesOf(cell.reads)
      cell.checkedAt = state
      return
    }
    const { value, reads } = during(make)
    if (!isSame(cell.reads, reads)) {
      if (checkedAt >= 0) rewiredAt = state
      cell.reads = reads
    }
    // The same cells may rest on more than before.
    cell.sources = sourcesOf(reads)
    cell.checkedAt = state
    if (checkedAt >= 0 && isSame(cell.value, value)) return
    cell.value = value
    cell.changedAt = state
  }

  function haveChanged(reads: readonly Cell[], since: number): boolean {
    for (const cell of reads) {
      refresh(cell)
      if (cell.changedAt > since) return true
    }
    return false
  }
}

/** The sources that cells rest on together. */
export function sourcesOf(reads: readonly Cell[]): number {
  let sources = 0
  for (const cell of reads) sources |= cell.sources
  return sources
}

const none: readonly Cell[] = []
