import type { Baseline } from '../baseline/baseline.ts'
import { readBaseline } from '../baseline/read-baseline.ts'
import type { Host } from './host.ts'
import { tellDiagnostics, toldBytes } from './told-file.ts'

/** Reads a baseline for some inventories and says what is wrong with it; undefined where it cannot be used. */
export async function readKnown(host: Host, file: string, inventories: number): Promise<Baseline | undefined> {
  const bytes = await toldBytes(host, file)
  if (bytes === undefined) return undefined
  const { baseline, diagnostics } = readBaseline(bytes)
  await tellDiagnostics(host, file, diagnostics)
  if (inventories > 1 && baseline?.inventories.some((one) => one.file === undefined)) {
    const message = 'this is the baseline of one inventory; give that one alone, or write a baseline of all of them'
    await tellDiagnostics(host, file, [{ code: 'baseline', severity: 'error', message }])
    return undefined
  }
  return baseline
}
