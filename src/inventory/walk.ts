import { nearest } from '../model/nearest.ts'
import { formatPointer } from '../model/pointer.ts'
import { showWord } from '../model/show.ts'
import { countKeys } from '../source/json.ts'
import { isRealDate } from './date.ts'
import { addProblem, type Problem } from './problem.ts'
import { type ListShape, type ObjectShape, type Shape, shape } from './shape.ts'

/** What one walk over a parsed inventory, valid or not, finds. */
interface Walked {
  /** Keys of all objects. */
  readonly keys: number
  /** Properties that the schema does not know, days that do not exist, numbers too large to be counted with. */
  readonly problems: readonly Problem[]
  /** Whether every value is what the schema wants; where not, the schema's own validator says what is wrong. */
  readonly fits: boolean
}

/** Walks over every key of a value once. Where the value nests deeper than `parseJson` lets through, its keys are `NaN`. */
export function walk(inventory: unknown): Walked {
  const dates: Problem[] = []
  const numbers: Problem[] = []
  const names: Problem[] = []
  // The path is only read where there is a problem; writing over it costs nothing on the way.
  const path: (string | number)[] = []
  let fits = true
  const keys = visit(inventory, shape, 0)
  return { keys, problems: [numbers, dates, names].flat(), fits }

  function visit(value: unknown, expected: Shape, depth: number): number {
    if (typeof value === 'object' && value !== null) {
      if (expected.kind === 'object' && !Array.isArray(value)) return visitObject(value as Keyed, expected, depth)
      if (expected.kind === 'list' && Array.isArray(value)) return visitList(value, expected, depth)
      fits = false
      return countKeys(value, depth + 1)
    }
    if (!isAllowed(value, expected)) fits = false
    if (expected.kind === 'date') {
      if (typeof value === 'string' && !isRealDate(value)) report(dates, depth, noSuchDay, value)
    } else if (expected.kind === 'number') {
      if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
        report(numbers, depth, tooLarge, value)
    }
    return 0
  }

  function visitList(list: readonly unknown[], { element }: ListShape, depth: number): number {
    let keys = 0
    for (let index = 0; index < list.length; index++) {
      path[depth] = index
      keys += visit(list[index], element, depth + 1)
    }
    return keys
  }

  function visitObject(object: Keyed, { properties, required }: ObjectShape, depth: number): number {
    let keys = 0
    for (const name of required) if (!Object.hasOwn(object, name)) fits = false
    for (const name in object) {
      keys++
      const expected = properties.get(name)
      path[depth] = name
      if (expected === undefined) {
        reportName(name, properties, depth + 1)
        keys += countKeys(object[name], depth + 2)
      } else {
        keys += visit(object[name], expected, depth + 1)
      }
    }
    return keys
  }

  // Closures are made here and not in the functions above, which would then pay for them at each value.
  function report<T>(
    alike: Problem[],
    depth: number,
    describe: (value: T) => Omit<Problem, 'pointer'>,
    value: T,
  ): void {
    addProblem(alike, () => ({ ...describe(value), pointer: formatPointer(path.slice(0, depth)) }))
  }

  function reportName(name: string, known: ReadonlyMap<string, Shape>, depth: number): void {
    report(names, depth, () => unknownProperty(name, known), undefined)
  }
}

type Keyed = Readonly<Record<string, unknown>>

/** Whether a value without parts is what the schema wants. */
function isAllowed(value: unknown, expected: Shape): boolean {
  if (value === null) return expected.nullable === true
  switch (expected.kind) {
    case 'text':
      return typeof value === 'string' && (expected.allowed?.has(value) ?? (value !== '' || !expected.filled))
    case 'truth':
      return typeof value === 'boolean'
    case 'number':
      return Number.isInteger(value) && (expected.allowed?.has(value) ?? Number(value) >= 0)
    case 'date':
      return typeof value === 'string' && dateForm.test(value)
    default:
      return false
  }
}

// The pattern of the schema; a day that does not exist is told apart by `isRealDate`.
const dateForm = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/

function unknownProperty(name: string, properties: ReadonlyMap<string, Shape>): Omit<Problem, 'pointer'> {
  const meant = nearest(name, properties.keys())
  const advice = meant === undefined ? 'no rule reads it: remove it' : `did you mean ${meant}?`
  return {
    code: 'unknown-property',
    severity: 'warning',
    message: `unknown property ${showWord(name)}; ${advice}`,
    atName: true,
  }
}

function noSuchDay(text: string): Omit<Problem, 'pointer'> {
  return {
    code: 'date',
    severity: 'error',
    message: `${showWord(text)} does not exist in the calendar or on the clock; correct the date`,
  }
}

/** The error about a number that is infinite or too large to be counted with. */
export function tooLarge(number: number): Omit<Problem, 'pointer'> {
  const size = Number.isFinite(number) ? `${number} is` : 'this number is'
  return {
    code: 'schema',
    severity: 'error',
    message: `number too large: ${size} beyond ${Number.MAX_SAFE_INTEGER}; correct it`,
  }
}
