import { listed } from '../model/listed.ts'
import { nearest } from '../model/nearest.ts'
import { formatPointer } from '../model/pointer.ts'
import { show, showWord } from '../model/show.ts'
import type { Parameter } from './definition.ts'
import { definitions } from './definitions.ts'
import type { Operation, OperationName } from './operation.ts'
import { valueProblem } from './value-problem.ts'

/** What keeps plain data from being an operation: one sentence; where it stands, as a JSON pointer into the data. */
export interface OperationProblem {
  readonly message: string
  readonly pointer: string
  /** Where set, the place is the name of the property, not its value. */
  readonly atName?: true
}

/** Reads an operation from plain data, as YAML or JSON gives it; gives every problem where it is none. */
export function fromText(
  value: unknown,
): { readonly operation: Operation } | { readonly problems: readonly OperationProblem[] } {
  if (!isObject(value))
    return problem('', `a step must be an operation with what it takes, such as ${example}, not ${show(value)}`)
  const [name, another] = Object.keys(value)
  if (name === undefined) return problem('', `the step names no operation; write one, such as ${example}`)
  if (another !== undefined) {
    return problem(
      formatPointer([another]),
      `a step is one operation, not ${showWord(name)} and ${showWord(another)}; make them steps of their own`,
      true,
    )
  }
  if (!isOperation(name)) return problem(formatPointer([name]), unknownOperation(name), true)
  const problems = takenProblems(name, value[name])
  if (problems.length > 0) return { problems }
  return { operation: { [name]: released(value[name] as object) } as unknown as Operation }
}

const example = '`drain: { host: RDSH01 }`'

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(definitions, name)
}

function unknownOperation(name: string): string {
  const meant = nearest(name, Object.keys(definitions))
  const advice = meant === undefined ? `operations are ${listed(Object.keys(definitions))}` : `did you mean ${meant}?`
  return `there is no operation ${showWord(name)}; ${advice}`
}

function takenProblems(name: OperationName, taken: unknown): readonly OperationProblem[] {
  const parameters: Readonly<Record<string, Parameter>> = definitions[name].parameters
  const names = Object.keys(parameters)
  if (!isObject(taken)) {
    return [
      {
        pointer: formatPointer([name]),
        message: `${name} takes ${listed(names)}, not ${show(taken)}; write it like ${exampleOf(name, parameters)}`,
      },
    ]
  }
  const surplus = Object.keys(taken).filter((key) => !Object.hasOwn(parameters, key))
  const absent = names.filter((key) => !parameters[key]?.isOptional && !Object.hasOwn(taken, key))
  return [
    ...surplus.map(
      (key): OperationProblem => ({
        pointer: formatPointer([name, key]),
        message: unknownArgument(name, key, names, absent),
        atName: true,
      }),
    ),
    // A mistyped name is told once, not as one too many and one too few.
    ...absent
      .filter((key) => !surplus.some((other) => nearest(other, absent) === key))
      .map(
        (key) => ({ pointer: formatPointer([name]), message: `${name} has no ${key}; add it`, atName: true }) as const,
      ),
    ...Object.entries(parameters).flatMap(([key, { kind }]) => {
      if (!Object.hasOwn(taken, key)) return []
      const found = valueProblem(key, kind, taken[key])
      return found ? [{ pointer: formatPointer([name, key, ...found.way]), message: found.message }] : []
    }),
  ]
}

function unknownArgument(
  name: OperationName,
  key: string,
  names: readonly string[],
  absent: readonly string[],
): string {
  const meant = nearest(key, absent) ?? nearest(key, names)
  return `${name} takes no ${showWord(key)}; ${meant === undefined ? `it takes ${listed(names)}` : `did you mean ${meant}?`}`
}

function exampleOf(name: OperationName, parameters: Readonly<Record<string, Parameter>>): string {
  const shown = Object.entries(parameters).filter(([, { isOptional }]) => !isOptional)
  const values = shown.map(([key, { kind }]) => `${key}: ${kind === 'servers' ? `[<${key}>]` : `<${key}>`}`)
  return `\`${name}: { ${values.join(', ')} }\``
}

/** In YAML 2016 is a number, and 2012R2 a text: both are releases. */
function released(taken: object): object {
  return Object.fromEntries(
    Object.entries(taken).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  )
}

function problem(pointer: string, message: string, atName?: true): { readonly problems: readonly OperationProblem[] } {
  return { problems: [{ pointer, message, ...(atName && { atName }) }] }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
