import { describe, expect, test } from 'vitest'
import type { Inventory } from '../../src/inventory/inventory.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { answers } from './operations.ts'

/** By operation: what a state is, the state, what is done in it, and what the preconditions say, as `answers` words it. */
export type Tables = Readonly<
  Record<string, readonly (readonly [title: string, Inventory, Operation, answers: readonly string[]])[]>
>

/** Tests that preconditions say what tables have. */
export function judgesAll(tables: Tables): void {
  describe.each(Object.entries(tables))('%s', (_, rows) => {
    test.each(rows)('%s', (__, inventory, operation, expected) => {
      expect(answers(inventory, operation)).toEqual(expected)
    })
  })
}
