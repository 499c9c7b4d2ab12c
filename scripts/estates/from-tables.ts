import { licences, migrationSources, releases, roles, upgradePaths } from '../../generated/tables.ts'
import type { Role } from '../../src/inventory/inventory.ts'
import type { Release } from '../../src/model/report.ts'

/** The build of a release as `Win32_OperatingSystem` writes it: the last one where a release has several. */
export function buildOf(release: Release): string {
  const build = releases.find((row) => row.release === release)?.versions.at(-1)
  if (build === undefined) throw new RangeError(`no build of ${release} is in the table`)
  return build
}

/** The feature by which `Get-WindowsFeature` shows that a role is installed. */
export function featureOf(role: Role): string {
  const feature = roles.find((row) => row.role === role)?.feature
  if (feature === undefined) throw new RangeError(`no feature of ${role} is in the table`)
  return feature
}

/** Every release, oldest first. */
export const everyRelease: readonly Release[] = releases.map(({ release }) => release)

/** Every role. */
export const everyRole: readonly Role[] = roles.map(({ role }) => role)

/** The releases from which servers are upgraded in place to a target, disputed paths among them. */
export function upgradableTo(target: Release): readonly Release[] {
  return upgradePaths.flatMap(({ from, to }) => (to === target ? [from] : []))
}

/** The older releases from which a migration to a target starts. */
export function sourcesOf(target: Release): readonly Release[] {
  return migrationSources.find((row) => row.target === target)?.from.filter((release) => release !== target) ?? []
}

/** The versions of licences that a licence server of a release can hold, oldest first. */
export function heldBy(release: Release): typeof licences {
  return licences.filter((licence) => licence.heldBy.includes(release))
}
