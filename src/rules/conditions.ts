import type { Environment } from '../expression/environment.ts'
import { builtins } from '../expression/functions/index.ts'
import { matches } from '../expression/functions/matches.ts'
import { bare, readType, string, type Type, timestamp } from '../expression/type.ts'
import { facts } from '../inventory/facts/index.ts'
import { methods, phases, releases } from '../model/report.ts'
import { type InventoryTypes, inventoryTypes } from './inventory-types.ts'
import { names } from './names.ts'

/** What the conditions of a rule may speak of, by the pointers of the parts that it looks at; or why a pointer leads nowhere. */
export function environmentOf(pointers: readonly string[]): Environment | { readonly problem: string } {
  const parts = pointers.map((pointer) => follow(pointer))
  const wrong = parts.find((part) => typeof part === 'string')
  if (wrong !== undefined) return { problem: wrong }
  const found = parts.filter((part) => typeof part !== 'string')
  return {
    names: {
      ...common,
      [names.it]: either(found.map(({ type }) => type)),
      [names.parent]: either(found.map(({ parent }) => parent)),
    },
    builtins: { ...builtins, ...matches },
    hosts,
  }
}

const types: InventoryTypes = inventoryTypes()
const field = (name: string): Type => types.root.fields[name] ?? string

const common: Readonly<Record<string, Type>> = {
  [names.subject]: string,
  [names.deployment]: field('deployment'),
  [names.servers]: field('servers'),
  [names.migration]: field('migration'),
  [names.collection]: field('collection'),
  [names.target]: { kind: 'string', words: releases },
  [names.method]: { kind: 'string', words: methods },
  [names.phase]: { kind: 'string', words: phases },
  [names.today]: timestamp,
  [names.plannedDay]: timestamp,
}

const hosts = Object.fromEntries(
  facts.map(({ name, takes, gives }) => [
    name,
    [{ takes: takes.map((text) => typeNamed(text, name)), gives: typeNamed(gives, name) }],
  ]),
)

function typeNamed(text: string, fact: string): Type {
  const type = readType(text, types.objects)
  if (!type) throw new Error(`the fact ${fact} speaks of an unknown type: ${text}`)
  return type
}

interface Part {
  readonly type: Type
  /** The object that holds the part, lists between them skipped. */
  readonly parent: Type
}

function follow(pointer: string): Part | string {
  let part: Part = { type: types.root, parent: types.root }
  for (const token of pointer.split('/').slice(1)) {
    const type = bare(part.type)
    const next: Part | undefined = token === '*' ? elementOf(type, part) : fieldOf(type, token)
    if (!next)
      return `for: ${pointer} leads nowhere: there is no ${token}${type.kind === 'object' ? ` in ${type.name}` : ''}`
    part = next
  }
  return { type: bare(part.type), parent: part.parent }
}

function elementOf(type: Type, { parent }: Part): Part | undefined {
  return type.kind === 'list' ? { type: type.of, parent } : undefined
}

function fieldOf(type: Type, token: string): Part | undefined {
  const of = type.kind === 'object' && Object.hasOwn(type.fields, token) ? type.fields[token] : undefined
  return of && { type: of, parent: type }
}

function either(of: readonly Type[]): Type {
  const kinds = [...new Map(of.map((type) => [type.kind === 'object' ? type.name : type.kind, type])).values()]
  return kinds.length === 1 ? (kinds[0] ?? string) : { kind: 'either', of: kinds }
}
