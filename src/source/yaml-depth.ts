import type { CST } from 'yaml'
import { deepest } from './too-deep.ts'

/** Finds the offset of the first collection that nests too deep. The parser keeps a stack of its own; what comes after it recurses. */
export function tooDeepAt(tokens: readonly CST.Token[]): number | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { token } = next
    const depth = 'items' in token ? next.depth + 1 : next.depth
    if (depth > deepest) return token.offset
    for (const child of childrenOf(token)) waiting.push({ token: child, depth })
  }
  return undefined
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value].filter((child) => child !== undefined && child !== null))
}
