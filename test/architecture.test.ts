import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What the files of each folder of `src/` may import: other folders, `generated`, packages. The files beside the folders are `src`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model', 'yaml'],
  expression: ['model', '@marcbachmann/cel-js', 're2js'],
  inventory: ['model', 'source', 'generated'],
  rules: ['model', 'source', 'expression', 'inventory', 'generated', 'ajv'],
  engine: ['model', 'expression', 'inventory', 'rules', '@noble/hashes'],
  plan: ['model', 'source', 'inventory', 'engine', 'generated'],
  compare: ['model', 'inventory'],
  report: ['model', 'generated', 'chalk'],
  collector: ['model', 'source', 'inventory', 'fast-xml-parser', 'fflate'],
  configuration: ['model', 'source', 'generated'],
  baseline: ['model', 'source', 'generated'],
  packs: ['model', 'source', 'rules'],
  src: [
    'model',
    'source',
    'expression',
    'inventory',
    'rules',
    'engine',
    'configuration',
    'baseline',
    'plan',
    'compare',
    'generated',
  ],
  examples: ['model', 'expression', 'rules', 'src'],
  cli: [
    'model',
    'source',
    'expression',
    'inventory',
    'rules',
    'engine',
    'report',
    'collector',
    'configuration',
    'baseline',
    'packs',
    'plan',
    'compare',
    'examples',
    'src',
    'generated',
  ],
}

/** Files that are longer than the house style has it, with the reason. */
const longFiles: Readonly<Record<string, string>> = {
  'src/model/report.ts': 'one type after the other, with nothing to split them by',
  'src/expression/functions/operators.ts': 'one table of operators',
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => posix.join('src', file.replaceAll('\\', '/')))
  .filter((file) => file.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    return { path, folder: folderOf(path), lines: text.split('\n').length - 1, imports: importsOf(path, text) }
  })

const imports = files.flatMap((file) => file.imports.map((target) => ({ ...file, target })))

test('there are files in every folder of the table, and in no other', () => {
  expect(new Set(files.map(({ folder }) => folder))).toEqual(new Set(Object.keys(mayImport)))
  expect(files.length).toBeGreaterThan(150)
  expect(imports.length).toBeGreaterThan(400)
})

describe.each(Object.entries(mayImport))('%s', (folder, allowed) => {
  test(`imports only ${allowed.join(', ') || 'nothing'}`, () => {
    const foreign = imports.filter(
      (one) => one.folder === folder && ![folder, ...allowed].includes(layerOf(one.target)) && !isBuiltin(one.target),
    )
    expect(foreign.map(({ path, target }) => `${path} imports ${target}`)).toEqual([])
  })
})

test('only the command line knows Node', () => {
  const users = imports.filter(({ target, folder }) => isBuiltin(target) && folder !== 'cli')
  expect(users.map(({ path, target }) => `${path} imports ${target}`)).toEqual([])
  expect(imports.some(({ target }) => isBuiltin(target))).toBe(true)
})

test('one package is known by one folder', () => {
  const packages = imports.filter(({ target }) => !target.startsWith('src/') && !isBuiltin(target))
  const folders = new Map<string, Set<string>>()
  for (const { folder, target } of packages) {
    if (layerOf(target) === 'generated') continue
    folders.set(layerOf(target), (folders.get(layerOf(target)) ?? new Set()).add(folder))
  }
  expect([...folders].filter(([, users]) => users.size > 1)).toEqual([])
  expect(folders.size).toBeGreaterThan(4)
})

test('no file imports itself by way of others', () => {
  const importsByPath = new Map(files.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' -> ')]
    if (done.has(path)) return []
    const cycles = (importsByPath.get(path) ?? []).flatMap((target) => visit(target, [...way, path]))
    done.add(path)
    return cycles
  }
  expect(files.flatMap(({ path }) => visit(path, []))).toEqual([])
})

test('no file is longer than 150 lines without a reason', () => {
  const long = files.filter(({ lines }) => lines > 150).map(({ path }) => path)
  expect(long.sort()).toEqual(Object.keys(longFiles).sort())
})

function importsOf(path: string, text: string): readonly string[] {
  const found = [...text.matchAll(/(?:^|\n)(?:import|export)\b[^'"`;]*?\bfrom '([^']+)'|\bimport\('([^']+)'/g)]
  return found
    .map(([, from, lazy]) => from ?? lazy ?? '')
    .map((target) => (target.startsWith('.') ? posix.join(posix.dirname(path), target) : target))
}

function folderOf(path: string): string {
  const [, folder = '', file] = path.split('/')
  return file === undefined ? 'src' : folder
}

/** The folder of `src/`, `generated`, or the package that a target belongs to. */
function layerOf(target: string): string {
  if (target.startsWith('src/')) return folderOf(target)
  const [scope = '', name = ''] = target.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

function isBuiltin(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target)
}
