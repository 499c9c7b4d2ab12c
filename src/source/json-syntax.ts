import { type JsonProblem, notFound, problemAt } from './json-problem.ts'
import { scalarEnd, stringEnd } from './json-scalar.ts'

/** Finds the first thing that keeps a text from being JSON; undefined where nothing does. Exact and slow. */
export function syntaxProblem(text: string): JsonProblem | undefined {
  let state: State = { expects: 'value', open: [], position: 0 }
  for (;;) {
    const position = skipSpace(text, state.position)
    if (state.expects === 'end') {
      return position < text.length
        ? problemAt(text, position, 'the document ends before this; remove the text behind it', text.length)
        : undefined
    }
    const next = steps[state.expects](text, position, state.open)
    if ('message' in next) return next
    state = next
  }
}

interface State {
  readonly expects: 'value' | 'key' | 'colon' | 'comma' | 'firstKey' | 'firstElement' | 'end'
  /** The brackets that are open, outermost first; grows and shrinks as the text is read. */
  readonly open: string[]
  readonly position: number
}

type Step = (text: string, position: number, open: string[]) => State | JsonProblem

const value: Step = (text, position, open) => {
  const first = text.charAt(position)
  if (first === '{' || first === '[') {
    open.push(first)
    return { expects: first === '{' ? 'firstKey' : 'firstElement', open, position: position + 1 }
  }
  const end = scalarEnd(text, position, 'a value')
  return typeof end === 'number' ? behindValue(open, end) : end
}

const key: Step = (text, position, open) => {
  if (text.charAt(position) !== '"') return notFound(text, position, 'a property name in double quotes')
  const end = stringEnd(text, position)
  return typeof end === 'number' ? { expects: 'colon', open, position: end } : end
}

const colon: Step = (text, position, open) => {
  if (text.charAt(position) !== ':') return notFound(text, position, 'a colon behind the property name')
  return { expects: 'value', open, position: position + 1 }
}

const comma: Step = (text, position, open) => {
  const close = open.at(-1) === '{' ? '}' : ']'
  if (text.charAt(position) === close) return closed(open, position)
  if (text.charAt(position) !== ',') return notFound(text, position, `a comma or ${close} behind the value`)
  if (text.charAt(skipSpace(text, position + 1)) === close) {
    return problemAt(text, position, `nothing stands between this comma and ${close}; remove the comma`)
  }
  return { expects: close === '}' ? 'key' : 'value', open, position: position + 1 }
}

const steps: Record<Exclude<State['expects'], 'end'>, Step> = {
  value,
  key,
  colon,
  comma,
  firstKey: (text, position, open) =>
    text.charAt(position) === '}' ? closed(open, position) : key(text, position, open),
  firstElement: (text, position, open) =>
    text.charAt(position) === ']' ? closed(open, position) : value(text, position, open),
}

function closed(open: string[], position: number): State {
  open.pop()
  return behindValue(open, position + 1)
}

function behindValue(open: string[], position: number): State {
  return { expects: open.length > 0 ? 'comma' : 'end', open, position }
}

function skipSpace(text: string, position: number): number {
  let next = position
  while (next < text.length && ' \n\r\t'.includes(text.charAt(next))) next++
  return next
}
