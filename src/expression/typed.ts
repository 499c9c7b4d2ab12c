import type { Environment } from './environment.ts'
import type { Tree } from './tree.ts'
import type { Type } from './type.ts'

/** A tree whose names, fields and types are right, with the type of its value. */
export interface Typed {
  readonly tree: Tree
  readonly type: Type
}

/** What the check of one part of an expression needs: the names in reach, and a way to say what is wrong. */
export interface Context {
  readonly environment: Environment
  readonly names: Readonly<Record<string, Type>>
  readonly report: (tree: Tree, message: string) => void
}
