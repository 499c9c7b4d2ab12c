/** A version as three numbers. */
type Version = readonly [major: number, minor: number, patch: number]

/** From a version, itself included, to another, itself excluded. */
interface Span {
  readonly from: Version
  readonly below?: Version
}

/**
 * Says whether a version lies in a range as npm writes it: `1.2.3`, `1.x`, `^1.2`, `~1.2`, `>=1 <3`, `1 - 2`, alternatives with
 * `||`. Undefined where the text is no such range; ranges of pre-releases are none.
 */
export function isInRange(version: string, range: string): boolean | undefined {
  if (range.length > longest) return undefined
  const alternatives = range.split('||').map(spansOf)
  if (!alternatives.every((spans) => spans !== undefined)) return undefined
  const wanted = versionOf(version)
  return wanted && alternatives.some((spans) => spans?.every((span) => holds(span, wanted)))
}

/** Gives the numbers of a version, a pre-release by the version that it leads to; undefined where it is none. */
function versionOf(text: string): Version | undefined {
  const [, ...numbers] = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:[-+][0-9A-Za-z.+-]+)?$/.exec(text) ?? []
  const [major, minor, patch] = numbers.map(Number)
  return major === undefined || minor === undefined || patch === undefined ? undefined : [major, minor, patch]
}

const longest = 200
const number = String.raw`\d{1,9}|[xX*]`
const partial = String.raw`v?(${number})(?:\.(${number}))?(?:\.(${number}))?`
const comparator = new RegExp(String.raw`^(\^|~|>=|<=|>|<|=)?${partial}$`)
const hyphen = new RegExp(String.raw`^(${partial})\s+-\s+(${partial})$`)

function spansOf(text: string): readonly Span[] | undefined {
  const trimmed = text.trim()
  const [, first, , , , last] = hyphen.exec(trimmed) ?? []
  const words =
    first !== undefined && last !== undefined
      ? [`>=${first}`, `<=${last}`]
      : trimmed.replace(/(\^|~|>=|<=|>|<|=)\s+/g, '$1').split(/\s+/)
  const spans = words.map(spanOf)
  return spans.every((span) => span !== undefined) ? spans : undefined
}

const zero: Version = [0, 0, 0]

function spanOf(word: string): Span | undefined {
  const [whole, operator = '', ...texts] = comparator.exec(word) ?? []
  if (whole === undefined) return undefined
  const numbers = texts.map((text) => (/^\d/.test(text ?? '') ? Number(text) : undefined))
  const known = numbers.includes(undefined) ? numbers.indexOf(undefined) : 3
  const [major = 0, minor = 0, patch = 0] = numbers.slice(0, known).map((one) => one ?? 0)
  const from: Version = [major, minor, patch]
  // What follows everything that the written numbers leave open: 1.2 ends below 1.3.0.
  const after = known === 0 ? undefined : next(from, known - 1)
  if (operator === '>=') return { from }
  if (operator === '<') return { from: zero, below: from }
  if (operator === '<=') return after ? { from: zero, below: after } : { from: zero }
  // Nothing is greater than every version.
  if (operator === '>') return { from: after ?? [Number.POSITIVE_INFINITY, 0, 0] }
  if (after === undefined) return { from: zero }
  if (operator === '~') return { from, below: next(from, Math.min(known - 1, 1)) }
  // The first number that is not 0 stays, as far as it is written.
  if (operator === '^') {
    const significant = from.findIndex((one) => one > 0)
    return { from, below: next(from, significant < 0 ? known - 1 : Math.min(significant, known - 1)) }
  }
  return { from, below: after }
}

function next(version: Version, position: number): Version {
  const [major, minor, patch] = version.map((one, index) => (index < position ? one : index === position ? one + 1 : 0))
  return [major ?? 0, minor ?? 0, patch ?? 0]
}

function holds({ from, below }: Span, version: Version): boolean {
  return compare(version, from) >= 0 && (below === undefined || compare(version, below) < 0)
}

function compare(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
}
