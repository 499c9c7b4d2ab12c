import { isPrimitive } from './primitives.ts'

/** What an element inside an object fills; an object has each at most once. */
export type Slot = 'types' | 'text' | 'adapted' | 'extended' | 'value'

/** Gives the slot that an element fills by its name; undefined where an object cannot hold it. */
export function slotOf(name: string): Slot | undefined {
  if (Object.hasOwn(slots, name)) return slots[name]
  return listNames.has(name) || isPrimitive(name) ? 'value' : undefined
}

/** Elements that hold a list. */
export const listNames: ReadonlySet<string> = new Set(['LST', 'STK', 'QUE', 'IE'])

const slots: Readonly<Record<string, Slot>> = {
  TN: 'types',
  TNRef: 'types',
  ToString: 'text',
  Props: 'adapted',
  MS: 'extended',
  DCT: 'value',
}
