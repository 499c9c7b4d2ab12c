const width = 100

/** A value as lines of JSON, in which objects and lists that fit stand on one line. */
export function compactJson(value: unknown, indent = ''): readonly string[] {
  const flat = onOneLine(value)
  if (indent.length + flat.length <= width || typeof value !== 'object' || value === null) return [flat]
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item) => compactJson(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const [first = '', ...rest] = compactJson(item, inner)
        return [`${JSON.stringify(key)}: ${first}`, ...rest]
      })
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const lines = parts.flatMap(([first = '', ...rest], index) => {
    const comma = index < parts.length - 1 ? ',' : ''
    const all = [inner + first, ...rest]
    return [...all.slice(0, -1), `${all.at(-1)}${comma}`]
  })
  return [open, ...lines, indent + close]
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}
