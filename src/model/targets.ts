import type { Release } from './report.ts'

/** The targets that this version judges. */
export const supportedTargets: readonly Release[] = ['2012R2']

/** What is wrong with a target, said of whatever named it; undefined where it can be judged. */
export function targetProblem(target: Release, named: string, supported = supportedTargets): string | undefined {
  if (supported.includes(target)) return undefined
  return `${named} is not yet supported: this version judges migrations to ${supported.join(', ')} only`
}
