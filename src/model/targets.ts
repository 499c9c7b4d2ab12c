import type { Release } from './report.ts'

/** The releases that rds-lint judges migrations to, oldest first. */
export const supportedTargets = ['2012R2', '2016', '2019', '2022', '2025'] as const satisfies readonly Release[]

/** What is wrong with a target, said of whatever named it; undefined where it can be judged. */
export function targetProblem(
  target: Release,
  named: string,
  supported: readonly Release[] = supportedTargets,
): string | undefined {
  if (supported.includes(target)) return undefined
  return `${named} is no destination of a migration that Microsoft documents; choose one of ${supported.join(', ')}`
}
