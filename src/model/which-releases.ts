import type { Release } from './release.ts'

/** Gives a release as Microsoft writes it, without "Windows Server". */
export function releaseName(release: Release): string {
  return release.replace('R2', ' R2')
}

/** Gives some of a list of releases, both oldest first, in words: "2019 and later", "2012 to 2016", "2016, 2022". */
export function whichReleases(some: readonly Release[], all: readonly Release[]): string {
  const [first, second] = some
  const last = some.at(-1)
  if (first === undefined || last === undefined) return 'none'
  if (second === undefined) return releaseName(first)
  const isRun = all.slice(all.indexOf(first), all.indexOf(last) + 1).length === some.length
  if (isRun && last === all.at(-1)) return `${releaseName(first)} and later`
  if (isRun && some.length > 2) return `${releaseName(first)} to ${releaseName(last)}`
  return some.map(releaseName).join(', ')
}
