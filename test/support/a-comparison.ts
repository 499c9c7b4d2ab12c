import { compareInputs } from '../../src/compare-inputs.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import { aFarm } from './a-farm.ts'

/** A plain inventory, of which a test changes any part. */
type Plain = ReturnType<typeof JSON.parse>

/** The bytes of the farm with a change, one value a line. */
export function farmBytes(edit: (farm: Plain) => void = () => {}): Uint8Array {
  const farm = JSON.parse(JSON.stringify(aFarm()))
  edit(farm)
  return new TextEncoder().encode(JSON.stringify(farm, null, 2))
}

/** Compares two inventory files; throws where one is unusable. */
export function compared(before: Uint8Array, after: Uint8Array): Comparison {
  const comparison = compareInputs({ file: 'before.json', bytes: before }, { file: 'after.json', bytes: after })
  if ('unusable' in comparison) throw new Error(JSON.stringify(comparison.unusable))
  return comparison
}

/** The later file of the sample comparison. */
export const sampleAfter = farmBytes(({ deployment, collection }) => {
  const [sales] = deployment.sessionCollections
  sales.userGroups = []
  sales.sessionHosts.pop()
  sales.remoteApps[0].path = 'D:\\Office\\winword.exe'
  sales.remoteApps.push({ alias: 'excel' })
  delete deployment.certificates
  delete deployment.gateway.logonMethod
  deployment.gateway.bypassLocal = false
  deployment.licensing.mood = 'PerUser'
  collection.sources = [{ name: 'Get-RDCertificate', status: 'failed', message: 'Access is denied.' }]
})

/** A comparison with a part of every status, with warnings, and with something that could not be compared. */
export function sampleComparison(): Comparison {
  const before = farmBytes(({ deployment }) => delete deployment.virtualDesktopCollections[0].virtualDesktops)
  return compared(before, sampleAfter)
}
