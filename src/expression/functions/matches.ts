import { RE2JS } from 're2js'
import { bool, string } from '../type.ts'
import { Fault } from '../value.ts'
import type { Builtins } from './builtin.ts'
import { noOverload } from './operators.ts'

/** `matches`: whether a part of a text fits a regular expression, in time linear in the text. The only module that knows the RE2 package. */
export const matches: Builtins = {
  matches: {
    overloads: [
      { takes: [string, string], gives: bool },
      { takes: [string, string], gives: bool, method: true },
    ],
    run: (text, pattern) => {
      if (typeof text !== 'string' || typeof pattern !== 'string') return noOverload('matches')
      const expression = compiled(pattern)
      return expression instanceof Fault ? expression : expression.matcher(text).find()
    },
  },
}

/** What is wrong with a regular expression; undefined where nothing is. */
export function patternProblem(pattern: string): string | undefined {
  const expression = compiled(pattern)
  return expression instanceof Fault ? expression.reason : undefined
}

const known = new Map<string, RE2JS | Fault>()
const most = 1000

function compiled(pattern: string): RE2JS | Fault {
  const found = known.get(pattern)
  if (found) return found
  if (known.size >= most) known.clear()
  const expression = compile(pattern)
  known.set(pattern, expression)
  return expression
}

function compile(pattern: string): RE2JS | Fault {
  try {
    return RE2JS.compile(pattern)
  } catch (error) {
    return new Fault(`invalid regular expression: ${error instanceof Error ? error.message : 'it does not compile'}`)
  }
}
