import type { Method, Phase, Release } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { sourcesOf, upgradableTo } from './from-tables.ts'
import type { Random } from './random.ts'

/** Where an estate moves, how, and how far it is. */
export interface Journey {
  readonly target: Release
  readonly method: Method
  readonly phase: Phase
  /** What most servers run that have not been moved. */
  readonly source: Release
}

/** The target of the estate of a seed: each in its turn. */
export function targetOf(seed: number): Release {
  return supportedTargets[seed % supportedTargets.length] ?? supportedTargets[0]
}

/** Draws a journey to the target of a seed: mostly by a way that Microsoft documents. */
export function journeyOf(seed: number, random: Random, isAmiss: () => boolean): Journey {
  const target = targetOf(seed)
  const phase = random.pick(['before', 'during', 'after'] as const)
  const method = random.chance(0.6) ? 'migrate' : 'in-place'
  const sources = isAmiss() || random.chance(0.2) ? sourcesOf(target) : upgradableTo(target)
  return { target, method, phase, source: phase === 'after' && !isAmiss() ? target : random.pick(sources) }
}
