import { visible } from '../model/visible.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Gives a text for an element or a quoted attribute of XML 1.0, which allows no controls, lone surrogates or non-characters: they are written as `\u{…}`. */
export function xmlText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (found) => entities[found] ?? found)
}
