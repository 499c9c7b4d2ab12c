import { again, refuse } from './problem.ts'

/** Gives a text with its entities decoded, strictly: those that XML itself has, and characters by number; `at` is where a refusal points. */
export function decoded(text: string, at: number): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const character = whole.endsWith(';') ? (Object.hasOwn(named, name) ? named[name] : numeric(name)) : undefined
    return character ?? refuse(at, `an entity that CLIXML does not have stands here; ${again}`)
  })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function numeric(name: string): string | undefined {
  const digits = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name)
  if (!digits) return undefined
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16)
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff)
  return isCharacter && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined
}
