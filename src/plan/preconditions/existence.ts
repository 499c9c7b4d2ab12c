import type { Truth } from '../../model/logic.ts'
import { Unknown } from '../../model/unknown.ts'
import type { Precondition } from './precondition.ts'

/** A collection exists: what was looked up by its name. */
export function collectionExists(found: object | Unknown | undefined, name: string): Precondition {
  return {
    holds: isFound(found),
    violated: () => `The deployment has no collection ${name}.`,
    question: `whether the deployment has a collection ${name}`,
  }
}

/** Whether something was found. */
export function isFound(found: object | Unknown | undefined): Truth {
  return found instanceof Unknown ? found : found !== undefined
}
