import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

const rule = 'source-release-unsupported'

function farm(...names: readonly string[]): string {
  return JSON.stringify({
    schemaVersion: 1,
    migration: { target: '2012R2' },
    deployment: null,
    servers: names.map((name) => ({
      name,
      roles: ['RDS-RD-SERVER'],
      installedFeatures: ['RDS-RD-Server'],
      operatingSystem: { version: '10.0.20348', productType: 3 },
    })),
  })
}
const unknown = '{ "schemaVersion": 1, "migration": { "target": "2012R2" } }'

async function lint(args: readonly string[], files: World['files']) {
  const host = aHost({ files: files ?? {}, args: [...args, '--rule', rule] })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

async function baselineOf(...inventories: readonly string[]): Promise<string> {
  const files = Object.fromEntries(inventories.map((text, index) => [`/move/${index}.json`, text]))
  const { written } = await lint(
    [...inventories.map((_, index) => `${index}.json`), '--write-baseline', 'b.json'],
    files,
  )
  return written.get('b.json') ?? ''
}

async function against(baseline: string, inventory: string, args: readonly string[] = []) {
  const files = { '/move/b.json': baseline, '/move/export.json': inventory }
  const { code, out } = await lint(['export.json', '--baseline', 'b.json', '--format', 'json', ...args], files)
  return { code, ...JSON.parse(out).inventories[0] }
}

test('what is suppressed and known is counted once, as suppressed, in words and in rows', async () => {
  const files = {
    '/move/b.json': await baselineOf(farm('NWSH01', 'NWSH02', 'NWSH03')),
    '/move/export.json': farm('NWSH01', 'NWSH02', 'NWSH03'),
    '/move/.rds-lint.yaml': `suppressions: [{ rule: ${rule}, subject: NWSH01, reason: 'Accepted, CHG-1042' }]`,
  }
  const shown = async (format: string) =>
    (await lint(['export.json', '--baseline', 'b.json', '--format', format], files)).out
  const pretty = await shown('pretty')
  expect(pretty).toContain('READY      no findings · 1 suppressed · 2 known from the baseline')
  expect(pretty).toContain('This verdict leaves out 2 findings that the baseline knows.')
  expect((await shown('csv')).match(/^known,/gm)).toHaveLength(2)
  expect(JSON.parse(await shown('json')).inventories[0].scope.baselineKnown).toBe(2)
})

describe('--write-baseline', () => {
  test('keeps the findings of today, ends with 0 and still reports', async () => {
    const { code, out, err, written } = await lint(['a.json', '--write-baseline', 'b.json'], {
      '/move/a.json': farm('NWSH01'),
    })
    expect(code).toBe(0)
    expect(out).toContain('BLOCKED')
    expect(err).toBe('rds-lint: b.json is written; it knows 1 finding\n')
    expect(JSON.parse(written.get('b.json') ?? '')).toMatchObject({
      baseline: 1,
      inventories: [{ findings: [{ rule, subject: 'NWSH01', severity: 'error' }] }],
    })
  })

  test('says how much is undecided, which it cannot know', async () => {
    expect((await lint(['a.json', '--write-baseline', 'b.json'], { '/move/a.json': unknown })).err).toContain(
      'it knows 0 findings; what is undecided is in no baseline: 1',
    )
  })

  test('writes nothing where an inventory is unusable', async () => {
    const { code, err, written } = await lint(['a.json', 'gone.json', '--write-baseline', 'b.json'], {
      '/move/a.json': farm('NWSH01'),
    })
    expect([code, written.size]).toEqual([2, 0])
    expect(err).toContain('no baseline is written, since not everything could be judged')
  })

  test.each([
    [['--write-baseline', 'a.json'], '--write-baseline a.json would overwrite the input a.json; choose another name'],
    [
      ['--write-baseline', '.rds-lint.yaml'],
      '--write-baseline .rds-lint.yaml would overwrite the input .rds-lint.yaml',
    ],
    [['--baseline', 'c.json', '-o', './c.json'], '--output ./c.json would overwrite the input c.json'],
    [['--write-baseline', 'b.json', '-o', 'b.json'], '--output and --write-baseline name one file, b.json'],
  ])('refuses %j', async (args, sentence) => {
    const { code, err } = await lint(['a.json', ...args], {
      '/move/a.json': farm('NWSH01'),
      '/move/.rds-lint.yaml': '',
    })
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})

test('a baseline may be written anew over the one that was read', async () => {
  const files = { '/move/a.json': farm('NWSH01', 'NWSH02'), '/move/b.json': await baselineOf(farm('NWSH01')) }
  const { code, written } = await lint(['a.json', '--baseline', 'b.json', '--write-baseline', 'b.json'], files)
  expect(code).toBe(0)
  expect(JSON.parse(written.get('b.json') ?? '').inventories[0].findings).toHaveLength(2)
})

describe('--baseline', () => {
  test('what it knows is shown and does not block, under whatever name and order the inventory comes', async () => {
    const { code, findings, gone, scope } = await against(
      await baselineOf(farm('NWSH01', 'NWSH02')),
      farm('nwsh02', 'NWSH01'),
    )
    expect(code).toBe(0)
    expect(findings.map((one: { baseline: string }) => one.baseline)).toEqual(['known', 'known'])
    expect(gone).toEqual([])
    expect(scope).toEqual({ rules: [rule], baselineKnown: 2 })
  })

  test('what is new blocks', async () => {
    const { code, findings } = await against(await baselineOf(farm('NWSH01')), farm('NWSH01', 'NWSH02'))
    expect(code).toBe(1)
    expect(findings.map((one: { baseline: string }) => one.baseline)).toEqual(['known', 'new'])
  })

  test('what is gone is listed', async () => {
    const { code, gone } = await against(await baselineOf(farm('NWSH01', 'NWSH02')), farm('NWSH02'))
    expect(code).toBe(0)
    expect(gone).toEqual([{ rule, subject: 'NWSH01', fingerprint: expect.any(String) }])
  })

  test('what became undecided is neither gone nor known', async () => {
    const { code, gone, diagnostics } = await against(await baselineOf(farm('NWSH01')), unknown)
    expect([code, gone]).toEqual([3, []])
    expect(diagnostics).toMatchObject([{ code: 'baseline', message: expect.stringContaining(`${rule} (NWSH01)`) }])
  })

  test('a finding that became graver is new', async () => {
    const weaker = (await baselineOf(farm('NWSH01'))).replace('"error"', '"warning"')
    expect((await against(weaker, farm('NWSH01'))).code).toBe(1)
  })

  test('each inventory is held against its own part, and one without a part is all new', async () => {
    const two = await baselineOf(farm('NWSH01'), farm('NWSH02'))
    const files = { '/move/b.json': two, '/move/0.json': farm('NWSH01'), '/move/1.json': farm('NWSH01') }
    const { out } = await lint(['0.json', '1.json', '--baseline', 'b.json', '--format', 'json'], files)
    const [first, second] = JSON.parse(out).inventories
    expect([first.verdict, second.verdict, second.gone.length]).toEqual(['ready', 'blocked', 1])
    const stranger = await against(two, farm('NWSH01'))
    expect(stranger.code).toBe(1)
    expect(stranger.diagnostics).toMatchObject([
      { message: expect.stringContaining('holds no inventory of this name') },
    ])
  })

  test('one of a single inventory is refused for several', async () => {
    const files = {
      '/move/b.json': await baselineOf(farm('NWSH01')),
      '/move/0.json': farm('NWSH01'),
      '/move/1.json': unknown,
    }
    const { code, out, err } = await lint(['0.json', '1.json', '--baseline', 'b.json'], files)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^b\.json: error: this is the baseline of one inventory; /)
  })

  test.each([
    ['gone.json', 'gone.json: error: there is no such file; check the path\n'],
    ['a.json', 'a.json:1:1: error: this is no baseline of version 1; write one with --write-baseline\n'],
  ])('%s is refused with its place', async (file, err) => {
    expect(await lint(['a.json', '--baseline', file], { '/move/a.json': unknown })).toMatchObject({
      code: 2,
      out: '',
      err,
    })
  })

  test('the page tells new, known and gone apart', async () => {
    const files = {
      '/move/b.json': await baselineOf(farm('NWSH01', 'NWSH03')),
      '/move/a.json': farm('NWSH01', 'NWSH02'),
    }
    const { out } = await lint(['a.json', '--baseline', 'b.json'], files)
    expect(out).toContain('BLOCKED    1 error · 1 known from the baseline')
    expect(out).toContain('Known from the baseline, and not counted\n  error    source-release-unsupported (NWSH01)')
    expect(out).toContain('Gone since the baseline\n  source-release-unsupported (NWSH03)')
  })

  test('a run that is ready only because of it says what to do', async () => {
    const files = { '/move/b.json': await baselineOf(farm('NWSH01')), '/move/a.json': farm('NWSH01') }
    const { out } = await lint(['a.json', '--baseline', 'b.json'], files)
    expect(out).toContain('This verdict leaves out 1 finding that the baseline knows.')
    expect(out).not.toContain('Begin with step 1')
  })

  test('SARIF says of each result whether it is new', async () => {
    const files = {
      '/move/b.json': await baselineOf(farm('NWSH01', 'NWSH03')),
      '/move/a.json': farm('NWSH01', 'NWSH02'),
    }
    const { out } = await lint(['a.json', '--baseline', 'b.json', '--format', 'sarif'], files)
    const { results, invocations } = JSON.parse(out).runs[0]
    expect(results.map((one: { baselineState: string }) => one.baselineState)).toEqual(['unchanged', 'new'])
    expect(JSON.stringify(invocations)).toContain(`Gone since the baseline: ${rule} for NWSH03.`)
  })
})

test.each(['--baseline', '--write-baseline'])('%s is refused where every target is compared', async (option) => {
  const files = { '/move/a.json': farm('NWSH01'), '/move/b.json': '' }
  const { code, out, err, written } = await lint(['a.json', '--target', 'all', option, 'b.json'], files)
  expect([code, out, written.size]).toEqual([2, '', 0])
  expect(err).toBe(
    `rds-lint: error: ${option} is for the findings of one target, and --target all compares every one; name the target, or leave ${option} out\n`,
  )
})
