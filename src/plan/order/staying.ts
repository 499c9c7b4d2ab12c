import { releaseOf, windowsName } from '../../inventory/facts/releases.ts'
import type { PlanCategory } from '../../model/plan-report.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Scene } from './scene.ts'

/** Remarks that a server stays on an older release, where it does. */
export function staysWith({ estate, isOld, remark, name }: Scene, category: PlanCategory, server: string): void {
  if (!isOld(server)) return
  const release = releaseOf(estate, server)
  const system = release instanceof Unknown ? 'a release that is not known' : windowsName(release)
  remark(category, `${name(server)} stays on ${system}: the plan names nothing that takes its place.`)
}
