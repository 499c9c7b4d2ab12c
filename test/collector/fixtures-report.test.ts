import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintCommand } from '../../src/cli/commands/lint.ts'
import { aHost } from '../support/a-host.ts'

/** The exit code of each story, from its bundle and its plan. */
const exitCodes = {
  'classic-mistakes': 1,
  'halfway-through': 1,
  'healthy-2012-farm': 0,
  'seen-in-part': 3,
}

test('there is a bundle of each story', () => {
  expect(readdirSync('fixtures').sort()).toEqual(Object.keys(exitCodes))
})

describe.each(Object.entries(exitCodes))('the bundle of %s', (story, exitCode) => {
  const folder = `fixtures/${story}/bundle`
  const { migration } = JSON.parse(readFileSync(`fixtures/${story}/inventory.json`, 'utf8'))
  const files = {
    [`/move/${folder}`]: undefined,
    ...Object.fromEntries(
      readdirSync(folder).map((name) => [`/move/${folder}/${name}`, new Uint8Array(readFileSync(join(folder, name)))]),
    ),
    '/move/migration.yaml': JSON.stringify({ migration }),
  }
  const run = async (format: string) => {
    const host = aHost({ files })
    const options = ['--migration', 'migration.yaml', '--as-of', '2026-11-24', '--format', format]
    const exit = await lintCommand(host, [folder, ...options])
    return { exit, out: host.out(), err: host.err() }
  }

  test('gives the report of its story', async () => {
    const { exit, out, err } = await run('pretty')
    expect({ exit, err }).toEqual({ exit: exitCode, err: '' })
    await expect(out).toMatchFileSnapshot(`../../fixtures/${story}/expected/bundle-report.txt`)
  })

  test('lets each finding name a file of the bundle, or the plan', async () => {
    const { out } = await run('json')
    const findings: readonly { readonly origin?: { readonly file?: string } }[] =
      JSON.parse(out).inventories[0].findings
    const named = findings.map(({ origin }) => origin?.file)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((file) => file === undefined || !(`/move/${file}` in files))).toEqual([])
  })
})
