import { expect, test } from 'vitest'
import { isReplaced } from '../../../src/inventory/facts/collection-moves.ts'
import type { Migration } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const moves = [{ source: 'Büro', destination: 'Büro 2022' }]

test.each([
  ['that the plan moves is replaced', 'Büro', { collections: moves }, true],
  ['is told apart without case', 'BÜRO', { collections: moves }, true],
  ['that takes the place of another is not', 'Büro 2022', { collections: moves }, false],
  ['is not replaced where nothing is planned', 'Büro', {}, false],
  ['is not replaced where no collection moves', 'Büro', { collections: [] }, false],
  [
    'may be among the moves that are not told',
    'Lab',
    { collections: incomplete([...moves], [{ holder: {}, key: 'rest' }]) },
    'not known: rest',
  ],
] satisfies readonly [string, string, Migration, unknown][])('a collection %s', (_, name, migration, expected) => {
  expect(outcome(isReplaced(anEstate({ migration }), { name }))).toEqual(expected)
})

test('a collection without a plan is not replaced', () => {
  expect(isReplaced(anEstate({}), { name: 'Büro' })).toBe(false)
})
