import { describe, expect, test } from 'vitest'
import { configurationPath } from '../../src/cli/configuration-path.ts'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

const newer = JSON.stringify({
  schemaVersion: 1,
  migration: { target: '2012R2' },
  deployment: null,
  servers: [
    {
      name: 'NWSH01',
      roles: ['RDS-RD-SERVER'],
      installedFeatures: ['RDS-RD-Server'],
      operatingSystem: { version: '10.0.20348', productType: 3 },
    },
  ],
})
const untargeted = newer.replace('"migration":{"target":"2012R2"},', '')
const rule = 'source-release-unsupported'

async function lint(args: readonly string[], files: World['files'] = {}, world: World = {}) {
  const host = aHost({
    args,
    files: { '/move/newer.json': newer, '/move/untargeted.json': untargeted, ...files },
    ...world,
  })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

function configured(text: string): World['files'] {
  return { '/move/.rds-lint.yaml': text }
}

async function inventory(args: readonly string[], files: World['files'] = {}) {
  const { out } = await lint([...args, '--format', 'json'], files)
  return JSON.parse(out).inventories[0]
}

describe('the configuration is found', () => {
  test.each<[string, World['files'], string | undefined]>([
    ['in the working folder', { '/farms/contoso/plan/.rds-lint.yaml': '' }, '.rds-lint.yaml'],
    ['above, up to the repository', { '/farms/.rds-lint.yaml': '', '/farms/.git': undefined }, '../../.rds-lint.yaml'],
    [
      'above, where .git is a file',
      { '/farms/.rds-lint.yaml': '', '/farms/.git': 'gitdir: x' },
      '../../.rds-lint.yaml',
    ],
    [
      'where it is nearest',
      { '/farms/.rds-lint.yaml': '', '/farms/contoso/.rds-lint.yaml': '', '/farms/.git': undefined },
      '../.rds-lint.yaml',
    ],
    [
      'under a name that is nearly right, to be told so',
      { '/farms/.rds-lint.yml': '', '/farms/.rds-lint.yaml': '', '/farms/.git': undefined },
      '../../.rds-lint.yml',
    ],
    ['nowhere above the repository', { '/farms/.rds-lint.yaml': '', '/farms/contoso/.git': undefined }, undefined],
    ['nowhere above where there is no repository', { '/farms/.rds-lint.yaml': '' }, undefined],
    ['nowhere where there is none', { '/farms/.git': undefined }, undefined],
  ])('%s', (_, files, path) => {
    expect(configurationPath(aHost({ files: files ?? {}, cwd: '/farms/contoso/plan' }))).toBe(path)
  })

  test('on a drive of Windows', () => {
    const files = { 'C:\\farms\\.RDS-lint.yaml': '', 'C:\\farms\\.git': undefined }
    const host = aHost({ files, platform: 'win32', cwd: 'C:\\farms\\contoso' })
    expect(configurationPath(host)).toBe('..\\.rds-lint.yaml')
  })
})

test.each([
  ['by itself', []],
  ['by name', ['--config', '.rds-lint.yaml']],
])('a configuration is heeded %s', async (_, args) => {
  const files = configured(`rules: { ${rule}: off }`)
  expect((await lint(['newer.json', ...args], files)).out).toContain(`Turned off by the configuration: ${rule}.`)
  expect((await lint(['newer.json', '--no-config'], files)).out).not.toContain('Turned off')
})

test.each([['newer.json'], ['--print-config'], ['rules']])(
  'a configuration with the ending .yml is not passed over: %s',
  async (argument) => {
    const { code, out, err } = await lint([argument], { '/move/.rds-lint.yml': 'failOn: info' })
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: '.rds-lint.yml: error: a configuration is found by the name .rds-lint.yaml; rename it, or leave it out with --no-config\n',
    })
  },
)

test('another file may be named, and then is the only one', async () => {
  const files = { ...configured('failon: error'), '/move/plans/strict.yaml': 'failOn: info' }
  expect((await lint(['newer.json', '--config', 'plans/strict.yaml'], files)).err).toBe('')
})

describe('a configuration that cannot be used ends the run with 2 and no report:', () => {
  test.each<[string, World['files'], string]>([
    ['a mistake', configured('failon: error'), '.rds-lint.yaml:1:1: error: unknown key failon; did you mean failOn?\n'],
    ['a folder', { '/move/.rds-lint.yaml': undefined }, '.rds-lint.yaml: error: this is a folder; name a file in it\n'],
  ])('%s', async (_, files, err) => {
    expect(await lint(['newer.json'], files)).toMatchObject({ code: 2, out: '', err })
  })

  test('a file that is not there', async () => {
    expect(await lint(['newer.json', '--config', 'gone.yaml'])).toMatchObject({
      code: 2,
      out: '',
      err: 'gone.yaml: error: there is no such file; check the path\n',
    })
  })

  test('one that is asked for and not', async () => {
    expect((await lint(['newer.json', '--config', 'a.yaml', '--no-config'])).err).toBe(
      'rds-lint: error: --config and --no-config exclude each other; leave one out\n',
    )
  })
})

describe('of flag, inventory, file and default the first that says something holds', () => {
  const file = configured('target: 2012R2\nmethod: in-place\nphase: after')

  test.each([
    ['the file before the default', ['untargeted.json'], { target: '2012R2', method: 'in-place', phase: 'after' }],
    [
      'the flag before the file',
      ['untargeted.json', '--phase', 'during', '--method', 'migrate'],
      { method: 'migrate', phase: 'during' },
    ],
  ])('%s', async (_, args, expected) => {
    expect(await inventory(args, file)).toMatchObject(expected)
  })

  test('the inventory before the file', async () => {
    const planned = newer.replace('"target":"2012R2"', '"target":"2012R2","method":"migrate","phase":"during"')
    const files = { ...file, '/move/planned.json': planned }
    expect(await inventory(['planned.json'], files)).toMatchObject({ method: 'migrate', phase: 'during' })
  })

  test('the fail level of the file, and the flag before it', async () => {
    const only = ['newer.json', '--rule', 'target-out-of-support']
    expect((await lint(only)).code).toBe(0)
    expect((await lint(only, configured('failOn: warning'))).code).toBe(1)
    expect((await lint([...only, '--fail-on', 'error'], configured('failOn: warning'))).code).toBe(0)
  })
})

describe('a rule', () => {
  test('that is turned off leaves the others, and the report says that it rests on fewer', async () => {
    const { scope, findings } = await inventory(['newer.json'], configured(`rules: { ${rule}: off }`))
    expect(scope.rules).not.toContain(rule)
    expect(scope.rules.length).toBeGreaterThan(50)
    expect(findings.map((one: { rule: string }) => one.rule)).not.toContain(rule)
    const { out } = await lint(['newer.json', '--format', 'sarif'], configured(`rules: { ${rule}: off }`))
    expect(out).toContain(`Turned off by the configuration: ${rule}. This verdict rests on fewer rules.`)
  })

  test('that is asked for by name is not turned off', async () => {
    const { scope, findings } = await inventory(['newer.json', '--rule', rule], configured(`rules: { ${rule}: off }`))
    expect(scope).toEqual({ rules: [rule] })
    expect(findings).toHaveLength(1)
    const { out } = await lint(['newer.json', '--rule', rule], configured(`rules: { ${rule}: off }`))
    expect(out).toContain(`Only asked for: ${rule}.`)
    expect(out).not.toContain('Turned off')
  })

  test('whose severity is set has it where it applies, and the report says so', async () => {
    const files = configured(`rules: { ${rule}: { severity: info } }`)
    const { findings } = await inventory(['newer.json', '--rule', rule], files)
    expect(findings[0].severity).toBe('info')
    const { code, out } = await lint(['newer.json', '--rule', rule], files)
    expect(code).toBe(0)
    expect(out).toContain(`Severity set by the configuration: ${rule}`)
  })
})

describe('--print-config', () => {
  const text = `failOn: warning\nrules:\n  ${rule}: info\nsuppressions:\n  - rule: ${rule}\n    subject: "*"\n    reason: CHG-1042\n    expires: 2026-11-01\n`

  async function held(args: readonly string[], files: World['files'] = {}) {
    const { out, code } = await lint(['--print-config', '--format', 'json', ...args], files, { stdinIsTerminal: true })
    expect(code).toBe(0)
    return JSON.parse(out)
  }

  test('tells what holds without any file', async () => {
    const { file, settings, inventories } = await held([])
    expect(file).toBeNull()
    expect(inventories).toEqual([])
    expect(settings).toMatchObject({
      target: { value: null, from: 'default' },
      method: { value: 'migrate', from: 'default' },
      failOn: { value: 'error', from: 'default' },
      suppressions: { value: 'allowed', from: 'default' },
    })
  })

  test('tells where each value came from', async () => {
    const { settings, rules, suppressions } = await held(
      ['--phase', 'during', '--max-suppressions', '3'],
      configured(text),
    )
    expect(settings).toMatchObject({
      phase: { value: 'during', from: '--phase' },
      failOn: { value: 'warning', from: '.rds-lint.yaml:1:9' },
      maxSuppressions: { value: 3, from: '--max-suppressions' },
    })
    expect(rules).toEqual({ [rule]: { severity: { value: 'info', from: '.rds-lint.yaml:3:31' } } })
    expect(suppressions).toMatchObject([{ rule, state: 'expired', place: '.rds-lint.yaml:5:5' }])
  })

  test('tells that both methods are compared where every target is', async () => {
    const planned = {
      '/move/planned.json': newer.replace('"target":"2012R2"', '"target":"2012R2","method":"in-place"'),
    }
    const { settings, inventories } = await held(['planned.json', '--target', 'all'], {
      ...configured('method: in-place'),
      ...planned,
    })
    expect(settings).toMatchObject({
      target: { value: 'all', from: '--target' },
      method: { value: ['migrate', 'in-place'], from: '--target' },
    })
    expect(inventories).toEqual([{ file: 'planned.json', settings: {} }])
  })

  test('tells what each inventory says itself, where no flag says otherwise', async () => {
    const { inventories } = await held(['newer.json', 'untargeted.json'])
    expect(inventories).toEqual([
      { file: 'newer.json', settings: { target: { value: '2012R2', from: 'newer.json:1:42' } } },
      { file: 'untargeted.json', settings: {} },
    ])
    expect((await held(['newer.json', '--target', '2012R2'])).inventories[0].settings).toEqual({})
  })

  test('writes a page for people, and judges nothing', async () => {
    const { out } = await lint(['--print-config', 'newer.json'], configured(text))
    expect(out).toMatch(/^Configuration: \.rds-lint\.yaml\n/)
    expect(out).toMatch(/^ {2}failOn +warning +\.rds-lint\.yaml:1:9$/m)
    expect(out).toContain('expired; it worked until 2026-11-01')
    expect(out).not.toContain('READY')
  })

  test('ends with 2 where an inventory is unusable', async () => {
    expect(await lint(['--print-config', 'gone.json'])).toMatchObject({
      code: 2,
      err: 'gone.json: error: there is no such file; check the path\n',
    })
  })
})

test.each(['config', 'baseline'])('rds-lint schema %s prints the schema', async (name) => {
  const { code, out } = await lint(['schema', name])
  expect(code).toBe(0)
  expect(JSON.parse(out).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

describe('rds-lint init', () => {
  test('writes a configuration beside the plan', async () => {
    const here = await lint(['init', 'newer.json'])
    expect([here.code, [...here.written.keys()]]).toEqual([0, ['migration.yaml', '.rds-lint.yaml']])
    const there = await lint(['init', 'newer.json', '-o', 'plans/contoso.yaml'], { '/move/plans': undefined })
    expect([...there.written.keys()]).toEqual(['plans/contoso.yaml', 'plans/.rds-lint.yaml'])
  })

  test.each(['migration.yaml', '.rds-lint.yaml'])('writes neither where %s is there already', async (name) => {
    const { code, written, err } = await lint(['init', 'newer.json'], { [`/move/${name}`]: 'mine' })
    expect([code, written.size]).toEqual([2, 0])
    expect(err).toContain(`${name} is there already and is not overwritten`)
  })

  test('does not write the plan where the configuration goes', async () => {
    expect((await lint(['init', 'newer.json', '-o', '.rds-lint.yaml'])).err).toContain(
      'choose another name for the plan',
    )
  })
})
