import { inventoryShape } from '../../generated/inventory-shape.ts'

/** What the schema allows at one place of an inventory; null for text, booleans and lists of them. */
export type Shape = ObjectShape | ListShape | 'date' | 'number' | null

/** An object by the names of its properties. */
export interface ObjectShape {
  readonly properties: ReadonlyMap<string, Shape>
}

/** A list by the shape of its elements. */
export interface ListShape {
  readonly element: Shape
}

type Generated = string | readonly [Generated] | { readonly [name: string]: Generated }

/** The shape of a whole inventory. */
export const shape: Shape = shapeOf(inventoryShape)

function shapeOf(generated: Generated): Shape {
  if (typeof generated === 'string') return generated === 'date' || generated === 'number' ? generated : null
  if (isList(generated)) {
    const element = shapeOf(generated[0])
    return element && { element }
  }
  return { properties: new Map(Object.entries(generated).map(([name, child]) => [name, shapeOf(child)])) }
}

function isList(generated: Generated): generated is readonly [Generated] {
  return Array.isArray(generated)
}
