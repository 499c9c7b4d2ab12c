import type { Answer } from '../answer.ts'
import { isThing, type Value } from '../clixml/value.ts'
import { fault, type Statement } from '../statement.ts'
import { field, filledText } from './fields.ts'

/** Reads each object of an answer; an object without the property that all objects of the source have is a fault. */
export function rows(answer: Answer, needed: string, read: (row: Value) => readonly Statement[]): readonly Statement[] {
  const objects = objectsOf(answer.values)
  const odd = objects.find((object) => field(object, needed) === undefined)
  return odd === undefined ? objects.flatMap(read) : fault(oddity(answer, odd, needed))
}

/** The only object of an answer; several are a fault. */
export function onlyRow(
  answer: Answer,
  needed: string,
  read: (row: Value) => readonly Statement[],
): readonly Statement[] {
  const objects = objectsOf(answer.values)
  return objects.length > 1
    ? fault(`${answer.name} gives one object, but ${objects.length} are there; export one at a time`)
    : rows(answer, needed, read)
}

/**
 * The objects of a file: those of a list, where the list itself was exported; without the nulls between them. A list that
 * stands there again by reference counts once, since references to references would be more than any machine holds.
 */
export function objectsOf(values: readonly Value[], seen = new Set<readonly Value[]>()): readonly Value[] {
  return values.flatMap((value) => {
    if (value === null) return []
    const items = isThing(value) && value.properties.size === 0 ? value.items : undefined
    if (items === undefined) return [value]
    if (seen.has(items)) return []
    seen.add(items)
    return objectsOf(items, seen)
  })
}

/** The name that a property holds, or a fault: an entry without a name would be lost silently. */
export function named(
  answer: Answer,
  row: Value,
  property: string,
  read: (name: string) => readonly Statement[],
): readonly Statement[] {
  const name = filledText(field(row, property))
  return name === undefined ? fault(`an object of ${answer.name} has an empty ${property}`) : read(name)
}

function oddity({ name }: Answer, object: Value, needed: string): string {
  if (typeof object === 'string' && /^(?:@\{|Microsoft\.|System\.)/.test(object))
    return `the export of ${name} was cut off at its depth; export it again with -Depth 5`
  return `an object in it has no property ${needed}, so that it is no output of ${name}`
}
