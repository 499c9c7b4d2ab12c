import type { SimulatedFinding, Simulation } from './simulation.ts'

/** Tells between which of several steps a finding is there; steps by their place from 0. */
export interface Stretches {
  /** The step after which a finding that step `at` adds is there no more; undefined where it stays to the end. */
  readonly endOf: (finding: SimulatedFinding, at: number) => number | undefined
  /** The step that brought a finding that step `at` clears; undefined where it was there before the first one. */
  readonly startOf: (finding: SimulatedFinding, at: number) => number | undefined
}

/** Gives what tells between which steps findings are there, from what each step adds and clears. */
export function stretchesOf(simulations: readonly Pick<Simulation, 'added' | 'cleared'>[]): Stretches {
  const added = placesOf(simulations.map((simulation) => simulation.added))
  const cleared = placesOf(simulations.map((simulation) => simulation.cleared))
  return {
    endOf: (finding, at) => cleared.get(keyOf(finding))?.find((other) => other > at),
    startOf: (finding, at) => added.get(keyOf(finding))?.findLast((other) => other < at),
  }
}

function placesOf(findings: readonly (readonly SimulatedFinding[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [at, own] of findings.entries()) {
    for (const finding of own) {
      const known = places.get(keyOf(finding))
      if (known) known.push(at)
      else places.set(keyOf(finding), [at])
    }
  }
  return places
}

function keyOf({ fingerprint, severity }: SimulatedFinding): string {
  return `${fingerprint} ${severity}`
}
