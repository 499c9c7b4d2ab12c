import { isThing, type Value } from '../clixml/value.ts'

/** Gives a property of an object, its name without case as PowerShell has it; undefined where there is none. */
export function field(object: Value | undefined, name: string): Value | undefined {
  if (!isThing(object)) return undefined
  const exact = object.properties.get(name)
  if (exact !== undefined) return exact
  const folded = name.toLowerCase()
  for (const [key, value] of object.properties) if (key.toLowerCase() === folded) return value
  for (const [key, value] of object.entries ?? [])
    if (typeof key === 'string' && key.toLowerCase() === folded) return value
  return undefined
}

/** The text of a value: of a primitive, of one with notes, or the name of an enumeration value. Not of an object or a list. */
export function textOf(value: Value | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (value === null || value === undefined || typeof value === 'boolean') return undefined
  if (!isThing(value)) return value.kind === 'secret' ? undefined : value.text
  if (isEnumeration(value.types)) return value.text
  return value.value === undefined ? undefined : textOf(value.value)
}

/** A text that holds something; undefined for an empty one. */
export function filledText(value: Value | undefined): string | undefined {
  const text = textOf(value)?.trim()
  return text === '' ? undefined : text
}

/** A whole number that is not negative and can be counted with. */
export function count(value: Value | undefined): number | undefined {
  const text = isThing(value) && value.value !== undefined ? textOf(value.value) : textOf(value)
  if (text === undefined || !/^\d{1,16}$/.test(text)) return undefined
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : undefined
}

/** True or false. */
export function flag(value: Value | undefined): boolean | undefined {
  const plain = isThing(value) ? value.value : value
  return typeof plain === 'boolean' ? plain : undefined
}

/** The elements of a list; a single value is a list of one, null is none; undefined where nothing is told. */
export function listOf(value: Value | undefined): readonly Value[] | undefined {
  if (value === undefined) return undefined
  if (value === null) return []
  return isThing(value) && value.items ? value.items : [value]
}

/** The texts of a list; undefined where one of its elements is none. */
export function textsOf(value: Value | undefined): readonly string[] | undefined {
  const texts = listOf(value)?.map((element) => filledText(element))
  return texts?.every((text) => text !== undefined) ? texts : undefined
}

/** The word of an enumeration that a value means, by its text without case or by its number. */
export function word<Word extends string>(
  value: Value | undefined,
  words: readonly Word[],
  numbers: Readonly<Record<string, Word>> = {},
): Word | undefined {
  const text = textOf(value)?.trim().toLowerCase()
  if (text === undefined) return undefined
  return words.find((one) => one.toLowerCase() === text) ?? (Object.hasOwn(numbers, text) ? numbers[text] : undefined)
}

/** Type names without what remoting and Select-Object put before them. */
export function typesOf(value: Value): readonly string[] {
  return isThing(value) ? value.types.map((type) => type.replace(/^(?:Deserialized\.|Selected\.)+/, '')) : []
}

function isEnumeration(types: readonly string[]): boolean {
  return types.some((type) => type === 'System.Enum' || type === 'Deserialized.System.Enum')
}
