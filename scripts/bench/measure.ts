/** What was measured beside its floor: medians, and the median of the ratios of each pair. */
export interface Measured {
  readonly floor: number
  readonly value: number
  readonly ratio: number
}

/** Measures a value and its floor in turn, so that whatever else the machine does concerns both; the first pair warms up. */
export function pairs(runs: number, floor: () => number, value: () => number): Measured {
  floor()
  value()
  const measured = Array.from({ length: runs }, () => [floor(), value()] as const)
  return {
    floor: median(measured.map(([low]) => low)),
    value: median(measured.map(([, high]) => high)),
    ratio: median(measured.map(([low, high]) => high / low)),
  }
}

/** The middle of a list of numbers, of two middle ones the higher. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}
