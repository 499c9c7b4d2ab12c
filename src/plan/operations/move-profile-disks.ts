import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { judge } from '../preconditions/precondition.ts'
import { nobodyUses, pathKept } from '../preconditions/profile-disks.ts'
import { moveFiles } from '../state/file-moves.ts'

/** Brings the files of profile disks from one location to another, to the same relative path. */
export const moveProfileDisks: Definition<Arguments['moveProfileDisks']> = {
  parameters: { from: { kind: 'location' }, to: { kind: 'location' } },
  apply: (inventory, { from, to }) => moveFiles(inventory, from, to),
  violations: (estate, { from, to }) => judge(pathKept(estate, from, to), ...nobodyUses(estate, from)),
}
