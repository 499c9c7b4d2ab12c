import { unescaped } from './escapes.ts'
import { isPrimitive, primitive } from './primitives.ts'
import { again, refuse } from './problem.ts'
import { listNames, type Slot, slotOf } from './slots.ts'
import type { Thing, Value } from './value.ts'
import type { XmlElement } from './xml.ts'

/** Reads elements into values; what one holds, later ones may refer to. */
export interface ObjectReader {
  readonly read: (element: XmlElement) => Value
}

/** Gives a reader for the elements of one file: its references count through the whole of it. */
export function objectReader(): ObjectReader {
  const objects = new Map<string, Value>()
  const typeLists = new Map<string, readonly string[]>()
  return { read }

  function read(element: XmlElement): Value {
    const { name, at } = element
    if (isPrimitive(name)) return leaf(element)
    if (name === 'Obj') return object(element)
    if (name === 'Ref') return reference(element)
    if (name === 'PR') return progress(element)
    return refuse(at, `CLIXML has no element <${word(name)}> here: the file is damaged; ${again}`)
  }

  function leaf({ name, text, children, at }: XmlElement): Value {
    for (const child of children) refuse(child.at, `<${name}> holds an element where it can hold text only; ${again}`)
    return primitive(name, text, at)
  }

  function reference({ attributes, at }: XmlElement): Value {
    const found = objects.get(attributes.RefId ?? '')
    return found === undefined
      ? refuse(at, `a reference leads to no object before it: the file is damaged; ${again}`)
      : found
  }

  function object(element: XmlElement): Value {
    const { at } = element
    const id = element.attributes.RefId
    const thing: Building = { types: none, properties: new Map() }
    if (id !== undefined) remember(objects, id, thing, at)
    const seen = new Set<string>()
    demandNoText(element)
    for (const part of element.children) {
      const slot = slotOf(part.name)
      if (slot === undefined || seen.has(slot))
        refuse(part.at, `an object cannot hold <${word(part.name)}> here: the file is damaged; ${again}`)
      seen.add(slot)
      fill(thing, slot, part)
    }
    // What a pipeline that gave nothing leaves in a property is an object of which only the type is told (exports, section 0.4).
    const isNothing = seen.size === 0 || (seen.size === 1 && seen.has('types'))
    if (isNothing && id !== undefined) objects.set(id, null)
    return isNothing ? null : thing
  }

  function fill(thing: Building, slot: Slot, part: XmlElement): void {
    if (slot === 'types') thing.types = typesOf(part)
    else if (slot === 'text') thing.text = unescaped(part.text)
    else if (slot === 'adapted') members(thing, part, false)
    else if (slot === 'extended') members(thing, part, true)
    else if (part.name === 'DCT') thing.entries = entriesOf(part)
    else if (listNames.has(part.name)) thing.items = itemsOf(part)
    else thing.value = leaf(part)
  }

  function members(thing: Building, part: XmlElement, isExtended: boolean): void {
    demandNoText(part)
    for (const member of part.children) {
      // A set of members within the extended ones tells how to show an object; nothing in it is a fact.
      if (isExtended && member.name === 'MS') {
        members({ types: none, properties: new Map() }, member, true)
        continue
      }
      const { N } = member.attributes
      if (N === undefined) refuse(member.at, `a property has no name here: the file is damaged; ${again}`)
      const name = unescaped(N)
      const value = read(member)
      // Extended members hide adapted ones of their name, as they do in PowerShell, whichever the file has first.
      if (isExtended || !thing.properties.has(name)) thing.properties.set(name, value)
    }
  }

  function itemsOf(part: XmlElement): readonly Value[] {
    demandNoText(part)
    const items: Value[] = []
    for (const child of part.children) items.push(read(child))
    return items
  }

  function entriesOf(part: XmlElement): readonly (readonly [Value, Value])[] {
    demandNoText(part)
    const entries: [Value, Value][] = []
    for (const entry of part.children) {
      const parts = new Map<string | undefined, Value>()
      if (entry.name === 'En') for (const child of entry.children) parts.set(child.attributes.N, read(child))
      const key = parts.get('Key')
      const value = parts.get('Value')
      if (key === undefined || value === undefined || parts.size !== 2)
        refuse(entry.at, `an entry of a dictionary has no key or no value: the file is damaged; ${again}`)
      entries.push([key, value])
    }
    return entries
  }

  function typesOf({ name, attributes, children, at }: XmlElement): readonly string[] {
    const id = attributes.RefId ?? ''
    if (name === 'TNRef')
      return typeLists.get(id) ?? refuse(at, `a reference leads to no types before it: the file is damaged; ${again}`)
    const types: string[] = []
    for (const child of children) {
      if (child.name !== 'T') refuse(child.at, `a type name is no <T> here: the file is damaged; ${again}`)
      types.push(child.text)
    }
    remember(typeLists, id, types, at)
    return types
  }

  function progress({ children }: XmlElement): Value {
    for (const child of children) if (isPrimitive(child.name)) leaf(child)
    return null
  }
}

type Building = { -readonly [Key in keyof Thing]: Thing[Key] } & { properties: Map<string, Value> }

const none: readonly string[] = []

function remember<T>(table: Map<string, T>, id: string, value: T, at: number): void {
  if (table.has(id)) refuse(at, `two objects have one RefId: the file is damaged; ${again}`)
  table.set(id, value)
}

function demandNoText({ text, at }: XmlElement): void {
  if (/\S/.test(text)) refuse(at, `text stands between elements here: the file is damaged; ${again}`)
}

function word(name: string): string {
  return /^\w{1,40}$/.test(name) ? name : '…'
}
