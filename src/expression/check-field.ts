import { nearest } from '../model/nearest.ts'
import type { Tree } from './tree.ts'
import { bare, bool, dyn, join, type ObjectType, show, type Type } from './type.ts'
import type { Context, Typed } from './typed.ts'

type Field = Tree & { op: 'select' | 'has' }

/** Checks a field, also inside `has()`: it must exist in the object, and in each object that the part may be. */
export function checkField(tree: Field, of: Typed, context: Context): Typed {
  const objects = objectsOf(bare(of.type))
  const fields = objects?.map((object) => fieldOf(tree, object, context))
  if (!fields) return { tree: { ...tree, of: of.tree }, type: otherType(tree, bare(of.type), context) }
  const type = fields.reduce(join)
  const reads = readingOf(bare(type))
  const planned = objects?.every((object) => object.absentMeansNone)
  const checked = { ...tree, of: of.tree, ...(reads ? { reads } : {}), ...(planned ? { planned: true as const } : {}) }
  return { tree: checked, type: tree.op === 'has' ? bool : type }
}

function objectsOf(type: Type): readonly ObjectType[] | undefined {
  if (type.kind === 'object') return [type]
  const objects = type.kind === 'either' ? type.of.map(bare).filter((one) => one.kind === 'object') : []
  return type.kind === 'either' && objects.length === type.of.length ? objects : undefined
}

function fieldOf(tree: Field, object: ObjectType, { report }: Context): Type {
  const type = Object.hasOwn(object.fields, tree.field) ? object.fields[tree.field] : undefined
  if (type) return type
  const near = nearest(tree.field, Object.keys(object.fields))
  report(
    tree,
    `${object.name} has no ${tree.field}${near ? `; did you mean ${near}?` : `; it has ${Object.keys(object.fields).join(', ')}`}`,
  )
  return dyn
}

function otherType(tree: Field, type: Type, { report }: Context): Type {
  if (tree.op === 'has') {
    if (type.kind !== 'map' && type.kind !== 'dyn')
      report(tree, `has() asks an object for a field, not a ${show(type)}`)
    return bool
  }
  if (type.kind === 'map') return type.value
  if (type.kind !== 'dyn') report(tree, `a ${show(type)} has no field ${tree.field}`)
  return dyn
}

function readingOf(type: Type): 'int' | 'timestamp' | undefined {
  return type.kind === 'int' || type.kind === 'timestamp' ? type.kind : undefined
}
