import type { Tree } from '../expression/tree.ts'

/** Text with expressions in it, in the order in which they stand. */
export type Template = readonly (string | Hole)[]

/** A place in a template that an expression fills. */
interface Hole {
  readonly tree: Tree
  /** What stands in a command where the value is not known: the expression's last word. */
  readonly name: string
}

/** A piece of a template's text: literal, or an expression with the offset at which it begins. */
type Piece = { readonly text: string } | { readonly expression: string; readonly offset: number }

/** Takes a template apart: `{…}` holds an expression, `{{` and `}}` are braces. Undefined where a brace has no partner. */
export function piecesOf(template: string): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  let text = ''
  for (let position = 0; position < template.length; position++) {
    const character = template[position] ?? ''
    if ((character === '{' || character === '}') && template[position + 1] === character) {
      text += character
      position++
    } else if (character === '}') {
      return undefined
    } else if (character === '{') {
      const end = endOf(template, position + 1)
      if (end === undefined) return undefined
      pieces.push({ text }, { expression: template.slice(position + 1, end), offset: position + 1 })
      text = ''
      position = end
    } else {
      text += character
    }
  }
  return [...pieces, { text }].filter((piece) => !('text' in piece) || piece.text !== '')
}

/** The place of the brace that closes an expression; braces and quotes inside it belong to the expression. */
function endOf(template: string, start: number): number | undefined {
  let depth = 0
  let quote = ''
  for (let position = start; position < template.length; position++) {
    const character = template[position] ?? ''
    if (quote !== '') {
      if (character === '\\') position++
      else if (character === quote) quote = ''
    } else if (character === '"' || character === "'") quote = character
    else if (character === '{') depth++
    else if (character === '}' && depth-- === 0) return position
  }
  return undefined
}
