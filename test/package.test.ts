import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8')
const shippedCode = ['dist/cli.cjs', 'dist/index.js', ...readdirSync('dist/cli').map((name) => `dist/cli/${name}`)]

test('holds what a user needs and nothing else', () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const answer = execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const files: readonly string[] = JSON.parse(answer.toString())[0].files.map(({ path }: { path: string }) => path)
  const needed = [manifest.bin['rds-lint'], ...Object.values(manifest.exports['.'])].map((path) =>
    String(path).slice(2),
  )
  expect(files).toEqual(expect.arrayContaining([...needed, 'LICENSE', 'package.json', 'dist/THIRD-PARTY-NOTICES.txt']))
  const kinds = [
    /^(package\.json|LICENSE|README\.md|CHANGELOG\.md)$/,
    /^dist\/(cli\.cjs|index\.js|THIRD-PARTY-NOTICES\.txt)$/,
    /^dist\/cli\/[\w.-]+\.(cjs|json)$/,
    /^dist\/schemas\/(inventory|rule|report|plan|runbook|runbook-report|comparison)\.schema\.json$/,
    /^dist\/types\/(src|generated)\/[\w./-]+\.d\.ts$/,
  ]
  expect(files.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([])
})

test('installs nothing else and runs nothing on installation', () => {
  expect(Object.keys(manifest.dependencies ?? {})).toEqual([])
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare|^(pre|post)/.test(name))).toEqual([])
  expect(Object.keys(manifest.scripts).length).toBeLessThanOrEqual(10)
})

test('names every package that it contains, with its licence', () => {
  expect(notices).toMatch(/^chalk 5\.\d+\.\d+ \(MIT\)$/m)
  const parts = notices.split(`${'-'.repeat(80)}\n`).slice(1)
  for (const part of parts) expect(part).toMatch(/\((MIT|ISC|Apache-2\.0|BSD-[23]-Clause)\)\n[\s\S]*copyright/i)
})

test.each(shippedCode)('%s holds no path of the machine that built it', (file) => {
  expect(readFileSync(file, 'utf8')).not.toContain(process.cwd())
})

test('offers a library that needs nothing of Node', async () => {
  const { code } = await transform(readFileSync('dist/index.js', 'utf8'), { format: 'iife', globalName: 'library' })
  const world: Record<string, unknown> = { TextDecoder, TextEncoder }
  runInNewContext(`${code}; globalThis.lint = library.lint`, world)
  const lint = world.lint as typeof import('../src/index.ts')['lint']
  const bytes = new TextEncoder().encode('{ "schemaVersion": 1, "migration": { "target": "2012R2" } }')
  expect(lint([{ file: 'farm.json', bytes }], { asOf: '2026-11-24' }).verdict).toBe('undecided')
})
