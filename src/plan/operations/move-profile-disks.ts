import type { Definition } from '../definition.ts'
import type { Arguments } from '../operation.ts'
import { goesElsewhere } from '../preconditions/elsewhere.ts'
import { judge } from '../preconditions/precondition.ts'
import { nobodyUses, pathKept } from '../preconditions/profile-disks.ts'
import { moveFiles, sameLocation } from '../state/file-moves.ts'

/** Brings the files of profile disks from one location to another, to the same relative path. */
export const moveProfileDisks: Definition<Arguments['moveProfileDisks']> = {
  parameters: { from: { kind: 'location' }, to: { kind: 'location' } },
  apply: (inventory, { from, to }) => moveFiles(inventory, from, to),
  violations: (estate, { from, to }) =>
    judge(
      goesElsewhere(sameLocation(estate.inventory, from, to), from, to),
      pathKept(estate, from, to),
      ...nobodyUses(estate, from),
    ),
}
