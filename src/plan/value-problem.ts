import { listed } from '../model/listed.ts'
import { nearest } from '../model/nearest.ts'
import { releases } from '../model/report.ts'
import { show, showWord } from '../model/show.ts'
import type { ParameterKind } from './definition.ts'

/** What is wrong with a value: one sentence, and the way to the wrong element where the value is a list. */
interface ValueProblem {
  readonly message: string
  readonly way: readonly string[]
}

/** Says why a value is none that an operation can take; undefined where it is one. */
export function valueProblem(name: string, kind: ParameterKind, value: unknown): ValueProblem | undefined {
  if (kind !== 'servers') {
    const message = wordProblem(name, kind, value)
    return message === undefined ? undefined : { message, way: [] }
  }
  if (!Array.isArray(value)) {
    return { message: `${name} must be a list, not ${show(value)}; write it in square brackets`, way: [] }
  }
  if (value.length === 0) return { message: `${name} is empty; name at least one server`, way: [] }
  const messages = value.map((element) => wordProblem(`an entry of ${name}`, 'server', element))
  const at = messages.findIndex((message) => message !== undefined)
  return at < 0 ? undefined : { message: messages[at] ?? '', way: [String(at)] }
}

/** The only values of a kind, where they are few. */
const choices: Partial<Record<ParameterKind, readonly string[]>> = {
  release: releases,
  certificateRole: ['RDRedirector', 'RDPublishing', 'RDWebAccess', 'RDGateway'],
}

function wordProblem(name: string, kind: ParameterKind, value: unknown): string | undefined {
  const word = kind === 'release' && typeof value === 'number' ? String(value) : value
  if (typeof word !== 'string') return `${name} must be text, not ${show(value)}${adviceFor(value)}`
  if (word.trim() === '') return `${name} is empty; write the name`
  const allowed = choices[kind]
  if (!allowed || allowed.includes(word)) return undefined
  const meant = nearest(word, allowed)
  const advice = meant === undefined ? '' : `did you mean ${meant}? `
  return `${name} is ${showWord(value)}; ${advice}${meant === undefined ? 'it' : 'It'} must be one of ${listed(allowed, 'or')}`
}

function adviceFor(value: unknown): string {
  return typeof value === 'object' ? '' : '; write it in double quotes'
}
