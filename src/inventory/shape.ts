import { inventoryShape } from '../../generated/inventory-shape.ts'

/** What the schema allows at one place of an inventory. */
export type Shape = (ObjectShape | ListShape | Leaf) & { readonly nullable?: boolean }

export interface ObjectShape {
  readonly kind: 'object'
  readonly required: readonly string[]
  readonly properties: ReadonlyMap<string, Shape>
}

export interface ListShape {
  readonly kind: 'list'
  readonly element: Shape
}

/** A value without parts: text, true or false, a whole number, a day or moment. */
interface Leaf {
  readonly kind: 'text' | 'truth' | 'number' | 'date'
  /** The only values that are allowed, where they are few. */
  readonly allowed?: ReadonlySet<unknown>
  /** The text must not be empty. */
  readonly filled?: boolean
}

/** A shape as JSON can carry it. */
export interface GeneratedShape {
  readonly kind: Shape['kind']
  readonly nullable?: boolean
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, GeneratedShape>>
  readonly element?: GeneratedShape
  readonly allowed?: readonly (string | number)[]
  readonly filled?: boolean
}

/** The shape of a whole inventory. */
export const shape: Shape = shapeOf(inventoryShape)

function shapeOf(generated: GeneratedShape): Shape {
  const { kind, nullable, required = [], properties = {}, element, allowed, filled } = generated
  const common = nullable ? { nullable } : {}
  if (kind === 'object') {
    const children = Object.entries(properties).map(([name, child]) => [name, shapeOf(child)] as const)
    return { kind, required, properties: new Map(children), ...common }
  }
  if (kind === 'list') {
    if (!element) throw new Error('a list of the shape has no element')
    return { kind, element: shapeOf(element), ...common }
  }
  return { kind, ...(allowed ? { allowed: new Set(allowed) } : {}), ...(filled ? { filled } : {}), ...common }
}
