import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCommand } from '../scripts/docs/command-output.ts'
import { documents, handWritten, strays } from '../scripts/docs/documents.ts'
import { formats } from '../src/report/index.ts'
import { scratch } from './support/scratch.ts'

const pages = await documents()
const paths = [...pages.keys()]
const advice = 'run `npm run docs`'

test('there are pages to look at', () => {
  expect(paths.filter((path) => path.startsWith('docs/rules/')).length).toBeGreaterThan(50)
  expect(paths).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'CHANGELOG.md']))
})

test.each(paths)('%s is fresh', (path) => {
  expect(existsSync(path) && readFileSync(path, 'utf8'), advice).toBe(pages.get(path))
})

test('no page is left of a rule that is gone', async () => {
  expect(await strays(pages), advice).toEqual([])
})

test.each(paths)('links in %s lead somewhere', (path) => {
  const links = [...withoutCode(pages.get(path) ?? '').matchAll(/\]\(<?([^)>\s]+)>?\)/g)].map(([, link = '']) => link)
  const broken = links.filter((link) => !/^https:/.test(link) && !leadsSomewhere(path, link))
  expect(broken).toEqual([])
})

/** The bundle that documents speak of, as the script names it. */
const bundle = 'rds-inventory-20261124-050000'
/** What a command that worked says on standard error. */
const remark = /^rds-lint: .*(?: is written; | sources failed; )/m
const written = await handWritten()
const commands = written.flatMap((path) => fenced(pages.get(path) ?? '').map((command) => ({ path, command })))

test('every format has a part of docs/formats.md and a row in its table', () => {
  const page = pages.get('docs/formats.md') ?? ''
  for (const name of Object.keys(formats)) {
    expect(page).toContain(`\n## ${name}\n`)
    expect(page).toContain(`\n| [\`${name}\`](#${name}) |`)
  }
})

describe('commands that are shown', () => {
  test('are found', () => {
    expect(commands.length).toBeGreaterThan(5)
  })

  // On Windows a folder may not be named as POSIX does, but Node takes such paths all the same.
  test.each(commands)('$path: $command', ({ command }) => {
    const folder = scratch()
    cpSync('fixtures', join(folder, 'fixtures'), { recursive: true })
    cpSync('docs/examples', join(folder, 'docs/examples'), { recursive: true })
    cpSync('docs/examples/inventory.json', join(folder, 'inventory.json'))
    cpSync('fixtures/healthy-2012-farm/bundle', join(folder, bundle), { recursive: true })
    if (!command.includes('rds-lint new '))
      cpSync('docs/examples/our-rules', join(folder, 'our-rules'), { recursive: true })
    if (command.includes('migration.yaml')) runCommand(`rds-lint init ${bundle} --target 2012R2`, folder)
    const { status, stdout, stderr } = runCommand(command.replace(/ > .*$/, ''), folder)
    const complaints = stderr.split('\n').filter((line) => line !== '' && !remark.test(line))
    expect({ isUsable: status !== 2, complaints }).toEqual({ isUsable: true, complaints: [] })
    expect(stdout !== '' || remark.test(stderr) || command.includes('--output')).toBe(true)
  })
})

test('the library example compiles and runs as the README says', () => {
  const compiler = ['node_modules/typescript/bin/tsc', '--noEmit', '--project', 'docs/examples/tsconfig.json']
  expect(spawnSync(process.execPath, compiler, { encoding: 'utf8' }).stdout).toBe('')
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'docs/examples/lint.ts'], { encoding: 'utf8' })
  expect(stdout).toMatch(/^blocked\nline \d+: error /)
})

test('continuous integration runs the test command of the README', () => {
  expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm test\n')
  expect(readFileSync('.ci/run', 'utf8')).toContain('\nnpm ci && npm test -- --reporter')
})

test('the folder table of ARCHITECTURE agrees with the imports that are tested', () => {
  const tested = [...readFileSync('test/architecture.test.ts', 'utf8').matchAll(/^ {2}(\w+): \[(.*)\],$/gm)]
  const told = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `src(?:\/(\w+))?` \|.*\| (.*) \|$/gm)]
  const table = Object.fromEntries(told.map(([, folder = 'src', imports = '']) => [folder, imports]))
  expect(tested.length).toBeGreaterThan(5)
  for (const [, folder = '', imports = ''] of tested.filter(([, folder]) => folder !== 'cli'))
    expect(table[folder], folder).toBe(imports.replaceAll("'", '') || 'nothing')
})

function withoutCode(text: string): string {
  return text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '')
}

function leadsSomewhere(path: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? path : join(dirname(path), decodeURIComponent(file))
  if (!existsSync(target)) return false
  return anchor === undefined || headings(readFileSync(target, 'utf8')).includes(anchor)
}

function headings(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function fenced(text: string): readonly string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  const lines = blocks.flatMap((block) => block.split('\n')).map((line) => line.replace(/^\$ /, ''))
  return [...new Set(lines.filter((line) => /^(rds-lint|node dist\/cli\.cjs) /.test(line)))]
}
