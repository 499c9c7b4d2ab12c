import { groupBy } from '../../model/group-by.ts'
import type { Answer } from '../answer.ts'
import { field, filledText } from '../read/fields.ts'
import { objectsOf } from '../read/rows.ts'
import { fault, type Statement } from '../statement.ts'

/** Reads an answer collection by collection: of the collection that was asked about, else of those that the objects name. */
export function ofCollections(
  answer: Answer,
  read: (part: Answer, collection: string) => readonly Statement[],
): readonly Statement[] {
  const { collection } = answer
  const objects = objectsOf(answer.values)
  const names = objects.map((object) => filledText(field(object, 'CollectionName')))
  if (collection !== undefined) {
    const other = names.find((name) => name !== undefined && name.toLowerCase() !== collection.toLowerCase())
    return other === undefined
      ? read(answer, collection)
      : fault(`it is about the collection ${JSON.stringify(other)}, not about ${JSON.stringify(collection)}`)
  }
  if (objects.length === 0 || names.includes(undefined))
    return fault(`it does not say which collection it is about; name it as in --as ${answer.name}:COLLECTION=FILE`)
  const parts = groupBy(
    objects.map((object, index) => ({ object, name: names[index] ?? '' })),
    ({ name }) => name.toLowerCase(),
  )
  return parts.flatMap((part) => read({ ...answer, values: part.map(({ object }) => object) }, part[0]?.name ?? ''))
}
