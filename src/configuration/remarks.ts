import type { Diagnostic } from '../model/diagnostic.ts'
import { show } from '../model/show.ts'
import type { Suppression } from './configuration.ts'
import type { JudgedSuppression } from './suppress.ts'

/** Which suppressions were for something in one inventory, and which rules looked at it; undefined where it could not be judged. */
export type Use = { readonly matched: ReadonlySet<JudgedSuppression>; readonly rules: ReadonlySet<string> } | undefined

/**
 * Gives the warnings about suppressions, for each inventory of a run in its order: those that do not work, where they are for
 * something, and those that are for nothing in the whole run, once. Nothing can suppress these.
 */
export function suppressionRemarks(
  suppressions: readonly JudgedSuppression[],
  uses: readonly Use[],
): readonly (readonly Diagnostic[])[] {
  const once = uses.findIndex((use) => use !== undefined)
  return uses.map((use, index) =>
    suppressions.flatMap((one) => {
      const isForSomething = uses.some((other) => other?.matched.has(one))
      const isHere = isForSomething ? use?.matched.has(one) : index === once
      const message = isHere ? messageOf(one, isForSomething, uses) : undefined
      return message === undefined ? [] : [{ code: 'suppression', severity: 'warning', message } as const]
    }),
  )
}

function messageOf({ suppression, state }: JudgedSuppression, isForSomething: boolean, uses: readonly Use[]) {
  const what = `${suppression.place === undefined ? '' : `${suppression.place}: `}the suppression of ${nameOf(suppression)}`
  if (state === 'forbidden') return `${what} does not work, since nobody may suppress this rule; remove it`
  if (state === 'expired')
    return `${what} expired on ${suppression.expires} and works no more; look again, then renew it or remove it`
  return !isForSomething && isTold(suppression, uses)
    ? `${what} is for nothing that this run found; remove it, or correct it where something else was meant`
    : undefined
}

/** A rule that did not look, or an inventory that could not be read, may hide what a suppression is for. */
function isTold({ rule }: Suppression, uses: readonly Use[]): boolean {
  return uses.every((use) => use !== undefined) && uses.some((use) => use?.rules.has(rule))
}

function nameOf({ rule, subject, pointer }: Suppression): string {
  return `${rule} for ${subject === undefined ? (pointer === '' ? 'the whole inventory' : show(pointer)) : show(subject)}`
}
