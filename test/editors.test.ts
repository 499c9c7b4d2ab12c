import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formats } from '../src/report/index.ts'
import { scratch } from './support/scratch.ts'

/** Lines as `--format unix` writes them; the last is about the whole inventory. */
const lines = [
  'plans/farm 1.json:9:5: The set has 3 brokers [2 of them old]: "A: B". [error/broker-ha-too-many-brokers]',
  'C:\\farms\\a.json:12:34: The name SRV01 is not of our scheme. [warning/contoso/host-naming]',
  'farm.json:1:1: Not decided, because this is not known: roles of RDSH01. [undecided/standalone-role-server]',
  'farm.json: blocked: 1 error, 1 warning.',
]

const told = [
  { file: 'plans/farm 1.json', line: 9, column: 5, severity: 'error', code: 'broker-ha-too-many-brokers' },
  { file: 'C:\\farms\\a.json', line: 12, column: 34, severity: 'warning', code: 'contoso/host-naming' },
  { file: 'farm.json', line: 1, column: 1, severity: 'undecided', code: 'standalone-role-server' },
]

const hasUnix = 'unix' in formats

/** What rds-lint itself writes of a fixture. */
function ofTheTool(): readonly string[] {
  const inventory = 'fixtures/classic-mistakes/inventory.json'
  const args = [resolve('dist/cli.cjs'), inventory, '--format', 'unix', '--as-of', '2026-11-24']
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trimEnd().split('\n')
}

describe('the problem matcher of Visual Studio Code', () => {
  const { problemMatcher } = JSON.parse(readFileSync('docs/examples/tasks.json', 'utf8')).tasks[0]
  const { regexp, message, ...groups } = problemMatcher.pattern

  function matched(line: string) {
    const match = new RegExp(regexp).exec(line)
    if (!match) return undefined
    const at = (name: string) => match[groups[name]]
    return {
      file: at('file'),
      line: Number(at('line')),
      column: Number(at('column')),
      severity: at('severity'),
      code: at('code'),
    }
  }

  test('takes each line apart, and lets those without a place be', () => {
    expect(lines.map(matched)).toEqual([...told, undefined])
    expect(new RegExp(regexp).exec(lines[0] ?? '')?.[message]).toBe('The set has 3 brokers [2 of them old]: "A: B".')
    // Any other word is given the severity of the matcher.
    expect(problemMatcher.severity).toBe('warning')
  })

  test.skipIf(!hasUnix)('takes every line apart that the tool writes', () => {
    const written = ofTheTool()
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((line) => matched(line) === undefined)).toEqual([written.at(-1)])
  })
})

const hasVim = spawnSync('vim', ['--version']).status === 0

describe.skipIf(!hasVim)(
  hasVim ? 'the compiler of Vim' : 'the compiler of Vim (skipped: no Vim)',
  { timeout: 30_000 },
  () => {
    /** Runs Vim with the compiler; gives its quickfix list. */
    function quickfix(
      commands: readonly string[],
      files: Readonly<Record<string, string>> = {},
      PATH = process.env.PATH,
    ) {
      const folder = scratch()
      mkdirSync(join(folder, 'vim/compiler'), { recursive: true })
      cpSync('docs/examples/rds-lint.vim', join(folder, 'vim/compiler/rds-lint.vim'))
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      const last =
        'call writefile([json_encode(map(filter(getqflist(), "v:val.valid"), "[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.text]"))], "list.json")'
      const all = [
        'set nocompatible',
        `set runtimepath^=${folder}/vim`,
        'compiler rds-lint',
        ...commands,
        last,
        'qall!',
      ]
      spawnSync('vim', ['-u', 'NONE', '-es', ...all.flatMap((command) => ['-c', command])], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PATH, HOME: folder },
      })
      return JSON.parse(readFileSync(join(folder, 'list.json'), 'utf8'))
    }

    test('takes each line apart, and lets those without a place be', () => {
      expect(quickfix(['cgetfile lines.txt'], { 'lines.txt': lines.join('\n') })).toEqual(
        told.map(({ file, line, column }, index) => [file, line, column, lines[index]?.replace(/^.*?:\d+:\d+: /, '')]),
      )
    })

    test.skipIf(!hasUnix || process.platform === 'win32')('fills the list with :make', () => {
      const programs = scratch()
      writeFileSync(
        join(programs, 'rds-lint'),
        `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.cjs')}" "$@"\n`,
      )
      chmodSync(join(programs, 'rds-lint'), 0o755)
      const farm = readFileSync('fixtures/classic-mistakes/inventory.json', 'utf8')
      const PATH = [programs, process.env.PATH].join(delimiter)
      const list = quickfix(
        ['edit my\\ farm.json', 'compiler rds-lint', 'silent make!'],
        { 'my farm.json': farm },
        PATH,
      )
      expect(list.length).toBeGreaterThan(20)
      expect(list.filter(([file, line]: [string, number]) => file !== 'my farm.json' || line < 1)).toEqual([])
    })
  },
)
