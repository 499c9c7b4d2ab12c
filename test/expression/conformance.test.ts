import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/expression/check.ts'
import { compile } from '../../src/expression/compile.ts'
import { builtins } from '../../src/expression/functions/index.ts'
import { matches } from '../../src/expression/functions/matches.ts'
import { parse } from '../../src/expression/parse.ts'
import { scopeOf } from '../../src/expression/scope.ts'
import { dyn, show } from '../../src/expression/type.ts'
import { isStuck } from '../../src/expression/value.ts'
import { heldBy, sections, type Vector, written } from '../support/cel-vectors.ts'

const functions = { ...builtins, ...matches }

/** What the vectors ask for beyond the supported part, by what their text or values hold; the first that fits is the reason. */
const unsupported: readonly (readonly [reason: string, sign: RegExp])[] = [
  ['protobuf messages', /TestAllTypes|google[./]protobuf(?!\.(Timestamp|Duration)")|NullValue|"messageType"/],
  ['enums', /GlobalEnum|"enumValue"/],
  ['bytes', /\bbytes\(|(?<!['"\w])[rR]?[bB][rR]?["']|"bytesValue"/],
  ['uint', /\b\d+[uU]\b|\b0x[\da-fA-F]+u\b|uint|UINT/],
  ['optionals', /optional|\.\?|\[\?|\{\?/],
  ['types as values', /\btype\(|"typeValue"/],
  ['the math extension', /\bmath\./],
  ['the strings extension', /\.(charAt|format|indexOf|lastIndexOf|quote|replace|reverse|split|substring|trim)\(/],
  ['the bindings extension', /\bcel\.bind\(/],
  ['the block extension', /\bcel\.(block|index|iterVar)\(/],
  ['the encoders extension', /\bbase64\./],
  ['macros with two variables', /\.(existsOne|transform\w+)\(|\.(all|exists)\(\w+, \w+, /],
  ['parts of timestamps and durations', /\.get[A-Z]\w+\(/],
  ['namespaces', /"(name|container)":"\w+(\.\w+)+"|"x\.y"/],
  ['functions of the vector', /"function":/],
]

/** What the parser does not read although CEL does. */
const unread: ReadonlyMap<string, string> = new Map([
  ['comparisons/not_gt_double', 'doubles without a digit before the point'],
  ['fields/field_access_slash', 'fields in backticks'],
  ['fields/field_access_dash', 'fields in backticks'],
  ['fields/field_access_dot', 'fields in backticks'],
  ['fields/has_field_slash', 'fields in backticks'],
  ['fields/has_field_dash', 'fields in backticks'],
  ['fields/has_field_dot', 'fields in backticks'],
])

type Result = { readonly refused: string } | { readonly value: unknown; readonly type: string }

function run({ expr, bindings = {}, typeEnv = [], disableCheck }: Vector): Result {
  const declared = typeEnv.filter(({ ident }) => ident).map(({ name }) => name)
  const names = [...new Set([...Object.keys(bindings), ...declared])]
  const parsed = parse(expr)
  if ('problems' in parsed) return { refused: parsed.problems.map(({ message }) => message).join('; ') }
  const types = Object.fromEntries(names.map((name) => [name, dyn]))
  const checked = check(parsed.tree, { names: types, builtins: functions, hosts: {} })
  if ('problems' in checked && !disableCheck)
    return { refused: checked.problems.map(({ message }) => message).join('; ') }
  const { tree, type } = 'problems' in checked ? { tree: parsed.tree, type: dyn } : checked
  const values = names.map((name) => (bindings[name] ? heldBy(bindings[name].value) : null))
  const value = compile(tree, names, { builtins: functions, hosts: {} })(scopeOf(values, undefined))
  return { value, type: show(type) }
}

/** Says what is wrong with what a vector gave; undefined where it is what CEL says. */
function wrong(vector: Vector, result: Result): string | undefined {
  const expectsError = vector.evalError !== undefined
  if ('refused' in result) return expectsError ? undefined : `refused: ${result.refused}`
  const { value, type } = result
  const wanted = typeOf(vector.typedResult?.deducedType)
  if (wanted !== undefined && wanted !== type) return `${type} instead of ${wanted}`
  if (vector.checkOnly) return undefined
  const told = isStuck(value) ? 'error' : written(value)
  const expected = expectsError ? 'error' : written(heldBy(vector.value ?? vector.typedResult?.result ?? aTrue))
  return told === expected ? undefined : `${told} instead of ${expected}`
}

const aTrue = { boolValue: true }

/** The type that CEL's own check deduces, as `show` writes it. */
function typeOf(type: unknown): string | undefined {
  if (typeof type !== 'object' || type === null) return undefined
  const [[kind, of] = []] = Object.entries(type)
  const { elemType, keyType, valueType } = (of ?? {}) as Readonly<Record<string, unknown>>
  if (kind === 'listType') return `list(${typeOf(elemType)})`
  if (kind === 'mapType') return `map(${typeOf(keyType)}, ${typeOf(valueType)})`
  return kind === 'dyn' || kind === 'null' ? kind : String(of).toLowerCase().replace('int64', 'int')
}

interface Outcome {
  readonly title: string
  /** Why the vector is not supported. */
  readonly reason: string | undefined
  readonly wrong: string | undefined
  /** Whether it gave another value, although nothing from outside the expression came in. */
  readonly misleads: boolean
}

function outcomeOf(section: string, part: string, vector: Vector): Outcome {
  const { expr, name, bindings, typeEnv, container, ...rest } = vector
  const text = `${expr}\n${JSON.stringify({ bindings, typeEnv, container, ...rest })}`
  const result = run(vector)
  const isValue = 'value' in result && !isStuck(result.value)
  return {
    title: `${section}/${part}/${name}`,
    reason: unread.get(`${section}/${name}`) ?? unsupported.find(([, sign]) => sign.test(text))?.[0],
    wrong: wrong(vector, result),
    misleads: isValue && !bindings && !typeEnv && !container,
  }
}

const outcomes = sections.map(({ name, vectors }) => ({
  name,
  vectors: vectors.map(({ part, vector }) => outcomeOf(name, part, vector)),
}))
const all = outcomes.flatMap(({ vectors }) => vectors)

describe('conformance with CEL', () => {
  test('every vector of the supported part gives what CEL says', () => {
    const failing = all.filter(({ reason, wrong }) => reason === undefined && wrong !== undefined)
    expect(failing.map(({ title, wrong }) => `${title}: ${wrong}`)).toEqual([])
  })

  test('what is not supported is refused or a fault, never computed some other way', () => {
    expect(all.filter(({ reason, misleads }) => reason !== undefined && misleads)).toEqual([])
  })

  test('what the parser does not read is still not read', () => {
    const known = new Set(unread.values())
    const read = all.filter(({ reason, wrong }) => known.has(reason ?? '') && wrong === undefined)
    expect(read.map(({ title }) => title)).toEqual([])
  })

  test('the page on expressions shows what is supported, by type, function and section of the vectors', async () => {
    const page = readFileSync('docs/expressions.md', 'utf8')
    const shown = [
      ['functions', functionTable()],
      ['conformance', conformanceTable()],
    ].reduce((text, [name = '', table = '']) => within(text, name, table), page)
    await expect(shown).toMatchFileSnapshot('../../docs/expressions.md')
  })
})

/** `npx vitest run test/expression/conformance.test.ts -u` writes the tables anew. */
function within(page: string, name: string, table: string): string {
  const part = new RegExp(`(<!-- tested: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`)
  expect(page).toMatch(part)
  return page.replace(part, (_, start: string, end: string) => `${start}${table}\n${end}`)
}

function functionTable(): string {
  const rows = Object.entries(functions).map(([name, { overloads }]) => {
    const forms = overloads.map(
      ({ takes, gives, method }) => `\`${form(name, takes.map(show), method)}\` → \`${show(gives)}\``,
    )
    return `| \`${name === '-_' ? '-' : name}\` | ${forms.join('<br>')} |`
  })
  return ['| name | takes → gives |', '| --- | --- |', ...rows].join('\n')
}

function form(name: string, [first = '', ...others]: readonly string[], method: true | undefined): string {
  if (name === '[]') return `${first}[${others.join()}]`
  if (name === '-_') return `-${first}`
  if (!/^[a-z]{3,}/i.test(name)) return `${first} ${name} ${others.join()}`
  return method ? `${first}.${name}(${others.join(', ')})` : `${name}(${[first, ...others].join(', ')})`
}

function conformanceTable(): string {
  const rows = outcomes.map(({ name, vectors }) => {
    const reasons = vectors.flatMap(({ reason }) => reason ?? [])
    const counts = [...new Set(reasons)]
      .sort()
      .map((one) => `${one} ${reasons.filter((other) => other === one).length}`)
    return [name, vectors.length, vectors.length - reasons.length, reasons.length, counts.join(', ')] as const
  })
  const sum = (column: 1 | 2 | 3) => rows.reduce((total, row) => total + row[column], 0)
  const table = [
    ['section', 'vectors', 'passed', 'not supported', 'since they need'],
    ['---', '--:', '--:', '--:', '---'],
    ...rows,
    ['all', sum(1), sum(2), sum(3), ''],
  ]
  return table.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
