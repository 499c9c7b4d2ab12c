import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { watchFiles } from '../../src/cli/file-watch.ts'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'
import { scratch } from '../support/scratch.ts'

const farm = (release: string) =>
  JSON.stringify({
    schemaVersion: 1,
    migration: { target: '2012R2' },
    deployment: null,
    servers: [
      {
        name: 'RDSH01',
        roles: ['RDS-RD-SERVER'],
        installedFeatures: ['RDS-RD-Server'],
        operatingSystem: { version: release, productType: 3 },
      },
    ],
  })
const good = farm('6.3.9600')
const bad = farm('10.0.20348')

/** Runs with --watch while a file takes one content after the other; nobody watches after the last. */
async function watched(contents: readonly string[], args: readonly string[] = [], world: World = {}) {
  const left = [...contents]
  const folders: (readonly string[])[] = []
  let content = left.shift() ?? ''
  let open = 0
  const host = aHost({
    args: ['farm.json', '--watch', '--rule', 'source-release-unsupported', ...args],
    stdoutIsTerminal: true,
    env: { NO_COLOR: '1', TERM: 'xterm' },
    readFile: () => new TextEncoder().encode(content),
    watch: (paths) => {
      folders.push(paths)
      open++
      return {
        next: async () => {
          const next = left.shift()
          content = next ?? content
          return next !== undefined
        },
        close: () => void open--,
      }
    },
    ...world,
  })
  return { code: await run(host), out: host.out(), err: host.err(), folders, open }
}

describe('--watch', () => {
  test('judges again after each change, on a clear screen, and ends as the last run did', async () => {
    const { code, out, err, folders, open } = await watched([good, bad, good, bad])
    expect(code).toBe(1)
    const pages = out.split('\u001b[2J\u001b[3J\u001b[H')
    expect(pages.map((page) => /READY|BLOCKED/.exec(page)?.[0])).toEqual(['READY', 'BLOCKED', 'READY', 'BLOCKED'])
    expect(err).toBe('rds-lint: watching farm.json; Ctrl+C ends\n'.repeat(4))
    expect([folders.length, open]).toEqual([4, 0])
  })

  test('goes on after a file that cannot be read', async () => {
    const { code, err } = await watched([good, '{', good])
    expect(code).toBe(0)
    expect(err).toContain('farm.json:1:2: error: ')
  })

  test('watches whatever a run reads, be it there or not', async () => {
    expect((await watched([good])).folders).toEqual([['farm.json', '.rds-lint.yaml']])
    expect((await watched([good], ['--no-config'])).folders).toEqual([['farm.json']])
    const files = { '/move/plan': undefined, '/move/plan/my.yaml': 'rulePacks: [../our-rules]' }
    const world: World = {
      files,
      readFile: (path) => new TextEncoder().encode(path === 'farm.json' ? good : 'rulePacks: [../our-rules]'),
    }
    expect((await watched([], ['--config', 'plan/my.yaml'], world)).folders).toEqual([
      ['farm.json', 'plan/my.yaml', 'our-rules'],
    ])
  })

  test('clears no screen where the report goes into a file', async () => {
    const { out } = await watched([good, bad], ['--output', 'report.txt'])
    expect(out).toBe('')
  })

  test.each<[args: readonly string[], world: World, sentence: string]>([
    [
      [],
      { stdoutIsTerminal: false },
      '--watch is for a terminal, and standard output is none; leave it out, or run rds-lint when a file changes',
    ],
    [['-'], {}, '--watch needs files, and standard input is read once; name the inventory'],
    [['--write-baseline', 'known.json'], {}, '--watch and --write-baseline exclude each other; leave one out'],
    [['--print-config'], {}, '--watch and --print-config exclude each other; leave one out'],
  ])('%j: refuses', async (args, world, sentence) => {
    expect(await watched([good], args, world)).toMatchObject({
      code: 2,
      out: '',
      err: `rds-lint: error: ${sentence}\n`,
    })
  })
})

describe('files on a disk', () => {
  function watching(paths: (folder: string) => readonly string[]) {
    const folder = scratch()
    mkdirSync(join(folder, 'rules/estate'), { recursive: true })
    writeFileSync(join(folder, 'farm.json'), '{}')
    return { folder, watch: watchFiles(paths(folder)) }
  }

  test.each<[title: string, change: (folder: string) => void]>([
    ['is written', (folder) => writeFileSync(join(folder, 'farm.json'), '{ }')],
    [
      'is replaced by another',
      (folder) => {
        writeFileSync(join(folder, 'farm.json.tmp'), '{ }')
        renameSync(join(folder, 'farm.json.tmp'), join(folder, 'farm.json'))
      },
    ],
    ['that was not there is written', (folder) => writeFileSync(join(folder, '.rds-lint.yaml'), '')],
    ['in a folder of a folder is written', (folder) => writeFileSync(join(folder, 'rules/estate/x.yaml'), '')],
  ])('tell when one %s', async (_, change) => {
    const { folder, watch } = watching((inside) =>
      ['farm.json', '.rds-lint.yaml', 'rules'].map((name) => join(inside, name)),
    )
    change(folder)
    expect(await watch.next()).toBe(true)
    watch.close()
  })

  test('that cannot be watched end the watch', async () => {
    const watch = watchFiles([join(scratch(), 'gone/farm.json')])
    expect(await watch.next()).toBe(false)
    watch.close()
  })
})
