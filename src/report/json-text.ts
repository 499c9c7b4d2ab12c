// What JSON allows in a string and a terminal would obey, hide or reorder: C1 controls, format characters, separators, tags.
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\udb40[\udc00-\udc7f]/g

const ordinary = /^[\n -~]*$/

/** Gives a value as JSON text, `indent` spaces a level; what cannot be seen stands as `\uXXXX`. */
export function jsonText(value: unknown, indent: number): string {
  const text = JSON.stringify(value, undefined, indent)
  return ordinary.test(text) ? text : text.replace(unseen, escaped)
}

function escaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
  return units.map((unit) => `\\u${unit}`).join('')
}
