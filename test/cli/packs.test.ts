import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/run.ts'
import schema from '../../src/report/report.schema.json' with { type: 'json' }
import { aHost, type World } from '../support/a-host.ts'
import { aRule, manifest } from '../support/a-pack.ts'
import { validateSarif } from '../support/sarif-validator.ts'

const inventory = JSON.stringify({
  schemaVersion: 1,
  migration: { target: '2012R2' },
  deployment: null,
  servers: [{ name: 'RDSH01' }, { name: 'SRV02' }],
})

/** The folders around files, so that they can be listed. */
function withFolders(files: Readonly<Record<string, string>>): World['files'] {
  const folders = Object.keys(files).flatMap((file) => {
    const parts = file.split('/').slice(1, -1)
    return parts.map((_, index) => [`/${parts.slice(0, index + 1).join('/')}`, undefined] as const)
  })
  return { ...Object.fromEntries(folders), ...files }
}

const pack = {
  '/move/our-rules/pack.yaml': manifest,
  '/move/our-rules/rules/estate/host-naming.yaml': aRule(),
}

async function command(args: readonly string[], files: Readonly<Record<string, string>> = {}, world: World = {}) {
  const all = { '/move/farm.json': inventory, '/move/.rds-lint.yaml': 'rulePacks: [./our-rules]\n', ...pack, ...files }
  const host = aHost({ args, files: withFolders(all) ?? {}, ...world })
  return { code: await run(host), out: host.out(), err: host.err(), written: host.written }
}

async function report(files: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const { code, out, err } = await command(['farm.json', '--format', 'json', ...args], files)
  return { code, err, ...JSON.parse(out) }
}

describe('the rules of a pack', () => {
  const only = ['--rule', 'contoso/host-naming']

  test('judge beside the built-in ones, and the report names the pack', async () => {
    const { packs, inventories } = await report()
    expect(packs).toEqual([{ name: 'contoso', version: '1.0.0' }])
    const { findings, counts } = inventories[0]
    expect(counts.rules).toBeGreaterThan(40)
    expect(findings.filter(({ rule }: { rule: string }) => rule.startsWith('contoso/'))).toMatchObject([
      { rule: 'contoso/host-naming', subject: 'SRV02', severity: 'warning', pointer: '/servers/1', line: 1 },
    ])
    expect(findings.length).toBeGreaterThan(0)
  })

  test('are there in every format', async () => {
    for (const format of ['pretty', 'json', 'sarif'])
      expect((await command(['farm.json', '--format', format])).out).toContain('contoso/host-naming')
  })

  test('keep the schema of JSON reports', async () => {
    const validate = new Ajv2020({ formats: { date: true } }).compile(schema)
    validate(JSON.parse((await command(['farm.json', '--format', 'json'])).out))
    expect(validate.errors).toBeNull()
  })

  test('are nothing that the validator of SARIF objects to', async () => {
    const { out } = await command(['farm.json', '--format', 'sarif'])
    // The first three are explained in test/report/sarif.test.ts; 2012, a note, looks for rules among the tool's own only.
    const accepted = /^SARIF(?:2003|2006|2009|2012: runs\[0\]\.tool\.driver\.rules, contoso\/host-naming$)/
    expect(validateSarif([out]).filter((said) => !accepted.test(said))).toEqual([])
  }, 60_000)

  test('are an extension in SARIF, and results say so', async () => {
    const { out } = await command(['farm.json', '--format', 'sarif'])
    const [{ tool, results }] = JSON.parse(out).runs
    expect(tool.extensions).toMatchObject([
      { name: 'contoso', version: '1.0.0', rules: [{ id: 'contoso/host-naming', name: 'ContosoHostNaming' }] },
    ])
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).not.toContain('contoso/host-naming')
    const [result] = results.filter((one: { rule?: object }) => one.rule !== undefined)
    expect(Object.keys(result)).not.toEqual(expect.arrayContaining(['ruleId']))
    expect(result.rule).toEqual({ id: 'contoso/host-naming', index: 0, toolComponent: { index: 0 } })
    for (const { ruleId, ruleIndex } of results.filter(({ rule }: { rule?: object }) => !rule))
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
  })

  test('may be asked for alone, turned off, given a severity and suppressed', async () => {
    expect((await report({}, only)).inventories[0].findings).toHaveLength(1)
    const settings = (text: string) => ({ '/move/.rds-lint.yaml': `rulePacks: [our-rules]\n${text}` })
    const off = await report(settings('rules: { contoso/host-naming: off }'))
    expect(JSON.stringify(off.inventories[0].findings)).not.toContain('contoso')
    expect((await report(settings('rules: { contoso/host-naming: error }'), only)).code).toBe(1)
    const suppressed = 'suppressions: [{ rule: contoso/host-naming, subject: SRV02, reason: CHG-1042 }]'
    expect((await report(settings(suppressed), only)).inventories[0].counts.suppressed).toBe(1)
  })

  test('may call matches, which no built-in rule does', async () => {
    const rule = {
      '/move/our-rules/rules/estate/host-naming.yaml': aRule({ require: `'it.name.matches("^RDSH[0-9]+$")'` }),
    }
    const { inventories } = await report(rule, only)
    expect([inventories[0].findings.length, inventories[0].faults]).toEqual([1, []])
  })

  test('are told by --print-config with the place that named them', async () => {
    const { out } = await command(['--print-config', '--format', 'json'])
    expect(JSON.parse(out).settings.rulePacks).toEqual({ value: ['contoso 1.0.0'], from: '.rds-lint.yaml:1:12' })
  })

  test('are listed by rds-lint rules, and explained', async () => {
    expect((await command(['rules'])).out).toMatch(/^ {2}contoso\/host-naming +warning$/m)
    expect((await command(['rules', '--no-config'])).out).not.toContain('contoso')
    expect((await command(['explain', 'contoso/host-naming'])).out).toContain('Backup finds it by its name.')
    expect((await command(['explain', 'contoso/host-namin'])).err).toContain('did you mean contoso/host-naming?')
    expect((await command(['explain', 'broker-ha-not-configured'], { '/move/.rds-lint.yaml': 'failon: x' })).code).toBe(
      0,
    )
  })
})

describe('a pack that cannot be used ends the run with 2 and no report:', () => {
  test.each<[title: string, files: Readonly<Record<string, string>>, err: string]>([
    [
      'a bad rule',
      { '/move/our-rules/rules/estate/host-naming.yaml': aRule({ require: 'it.nam == ""' }) },
      'our-rules/rules/estate/host-naming.yaml:4:10: error: Server has no nam; did you mean name?\n',
    ],
    [
      'another version',
      { '/move/our-rules/pack.yaml': manifest.replace('>=0.1', '^9') },
      'our-rules/pack.yaml:3:11: error: the pack is for rds-lint ^9, and this is ',
    ],
    [
      'no folder',
      { '/move/.rds-lint.yaml': 'rulePacks: [gone]' },
      'gone: error: there is no such folder; name the folder of a pack, which holds pack.yaml\n',
    ],
    [
      'a folder that is none',
      { '/move/.rds-lint.yaml': 'rulePacks: [our-rules/rules]' },
      'our-rules/rules: error: there is no pack.yaml in this folder, so that it is no pack; name another folder, or write one with rds-lint new rule\n',
    ],
    [
      'one name twice',
      {
        '/move/.rds-lint.yaml': 'rulePacks: [our-rules, other]',
        '/move/other/pack.yaml': manifest,
        '/move/other/rules/estate/x.yaml': aRule(),
      },
      'other/pack.yaml: error: the pack in our-rules has the name contoso too, so that ids would mean two rules; rename one\n',
    ],
    [
      'a share',
      { '/move/.rds-lint.yaml': 'rulePacks: ["\\\\\\\\evil\\\\share"]' },
      '.rds-lint.yaml:1:13: error: "\\\\evil\\share" is no path relative to this file; write it like ./our-rules\n',
    ],
    [
      'a share with slashes',
      { '/move/.rds-lint.yaml': 'rulePacks: [//evil/share]' },
      '.rds-lint.yaml:1:13: error: "//evil/share" is no path relative to this file; write it like ./our-rules\n',
    ],
    [
      'an address',
      { '/move/.rds-lint.yaml': 'rulePacks: ["https://evil.example/pack"]' },
      '.rds-lint.yaml:1:13: error: "https://evil.example/pack" is an address, and nothing is fetched; put the pack into a folder and name that\n',
    ],
    [
      'a drive',
      { '/move/.rds-lint.yaml': 'rulePacks: ["C:rules"]' },
      '.rds-lint.yaml:1:13: error: "C:rules" is no path relative to this file; write it like ./our-rules\n',
    ],
    [
      'no list',
      { '/move/.rds-lint.yaml': 'rulePacks: our-rules' },
      '.rds-lint.yaml:1:12: error: rulePacks must be a list of folders, not "our-rules"; write it like [./our-rules]\n',
    ],
    [
      'an id that no pack has',
      { '/move/.rds-lint.yaml': 'rulePacks: [our-rules]\nrules: { contoso/host-nming: off }' },
      '.rds-lint.yaml:2:10: error: there is no rule contoso/host-nming; did you mean contoso/host-naming?\n',
    ],
    [
      'a key in disguise',
      { '/move/.rds-lint.yaml': '"rule\\u0050acks": [gone]' },
      'gone: error: there is no such folder; ',
    ],
  ])('%s', async (_, files, err) => {
    const result = await command(['farm.json'], files)
    expect([result.code, result.out]).toEqual([2, ''])
    expect(result.err.slice(0, err.length)).toBe(err)
    expect(result.err.split('\n')).toHaveLength(2)
  })

  test('a rule of no pack, asked for by name', async () => {
    expect((await command(['farm.json', '--rule', 'fabrikam/x'])).err).toBe(
      'rds-lint: error: there is no rule fabrikam/x; rds-lint rules lists them all\n',
    )
  })
})

describe('a rule of a pack that goes wrong is at fault, ends with 2, and the others still speak:', () => {
  const ten = '[1,2,3,4,5,6,7,8,9,10]'
  const endless = [...'abcdefgh'].reduceRight((inner, name) => `${ten}.all(${name}, ${inner})`, 'true')

  test.each([
    ['too many steps', `'${endless}'`, 'it takes more than 10000000 steps'],
    ['a division by nothing', "'1 / (size(it.name) - size(it.name)) == 1'", 'division by zero'],
    ['a pattern that is made up', `'it.name.matches(it.name + "(")'`, 'invalid regular expression'],
  ])(
    '%s',
    async (_, require, message) => {
      const { code, err, inventories } = await report({ '/move/our-rules/rules/estate/slow.yaml': aRule({ require }) })
      expect(code).toBe(2)
      const { faults, findings } = inventories[0]
      expect(faults[0]).toMatchObject({ rule: 'contoso/slow', pointer: '/servers/0' })
      expect(faults[0].message).toContain(message)
      expect(findings.map(({ rule }: { rule: string }) => rule)).toContain('contoso/host-naming')
      expect(err).toContain('farm.json: error: rule contoso/slow went wrong at /servers/0: ')
    },
    60_000,
  )

  test('few steps for each part, and too many together', async () => {
    const some = [...'abcdef'].reduceRight((inner, name) => `${ten}.all(${name}, ${inner})`, 'true')
    const servers = Array.from({ length: 200 }, (_, index) => ({ name: `RDSH${index}` }))
    const { code, inventories } = await report({
      '/move/our-rules/rules/estate/slow.yaml': aRule({ require: `'${some}'` }),
      '/move/farm.json': JSON.stringify({ ...JSON.parse(inventory), servers }),
    })
    const { faults, counts } = inventories[0]
    expect(code).toBe(2)
    expect(faults).toEqual([
      {
        rule: 'contoso/slow',
        pointer: expect.stringMatching(/^\/servers\/\d\d$/),
        message: 'it took more than 100000000 steps so far, and judges no more parts',
      },
    ])
    expect(counts.pass).toBeGreaterThan(200)
  }, 60_000)

  test('a pattern that others take years for is matched in time', async () => {
    const files = {
      '/move/our-rules/rules/estate/slow.yaml': aRule({
        require: `'!it.name.matches("^(a|a)*$") && !it.name.matches("(x+x+)+y")'`,
      }),
      '/move/farm.json': inventory.replace('SRV02', `${'a'.repeat(200)}${'x'.repeat(200)}`),
    }
    const { inventories } = await report(files, ['--rule', 'contoso/slow'])
    expect(inventories[0].counts).toMatchObject({ pass: 2, fail: 0 })
  })
})

describe('rds-lint test', () => {
  test('says of each rule what its examples show', async () => {
    expect(await command(['test', 'our-rules'])).toMatchObject({
      code: 0,
      err: '',
      out: 'ok  contoso/host-naming: 4 examples, 0 of 0 changes of an operator noticed\n\n1 rule with 4 examples: nothing to mend.\n',
    })
  })

  test('shows what came out otherwise, and where it stands', async () => {
    const rule = aRule().replace('The name SRV01 is not', 'A name SRV01 is not')
    const { code, out } = await command(['test', 'our-rules'], {
      '/move/our-rules/rules/estate/host-naming.yaml': rule,
    })
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      'no  contoso/host-naming: 4 examples',
      '    our-rules/rules/estate/host-naming.yaml:11:7: "another name" came out otherwise:',
      '      - fail /servers/0 A name SRV01 is not of our scheme.',
      '      + fail /servers/0 The name SRV01 is not of our scheme. (warning)',
      '',
      '1 rule with 4 examples: 1 of them to mend.',
      '',
    ])
  })

  test('names operators that no example decides, with their place', async () => {
    const rule = aRule({ require: 'it.name.startsWith("RDSH") || it.name.startsWith("RDCB")' })
    const { code, out } = await command(['test', 'our-rules'], {
      '/move/our-rules/rules/estate/host-naming.yaml': rule,
    })
    expect(code).toBe(0)
    expect(out).toContain('1 of 1 change of an operator noticed')
    const and = aRule({ require: 'it.name.startsWith("RDSH") && size(it.name) > 3' })
    const lacking = await command(['test', 'our-rules'], { '/move/our-rules/rules/estate/host-naming.yaml': and })
    expect(lacking.code).toBe(1)
    expect(lacking.out).toMatch(/host-naming\.yaml:4:\d+: no example notices > to /)
  })

  test('names outcomes that no example shows', async () => {
    const rule = aRule().replace(/ {2}undecided:[\s\S]*$/, '')
    const { code, out } = await command(['test', 'our-rules'], {
      '/move/our-rules/rules/estate/host-naming.yaml': rule,
    })
    expect(code).toBe(1)
    expect(out).toContain('no example of a fact that is missing (examples: undecided); add one')
    expect(out).toContain('no example of a part that the rule does not concern (examples: notApplicable); add one')
  })

  test('runs the examples of the built-in rules', async () => {
    const { code, out } = await command(['test'])
    expect([code, out.includes('no  ')]).toEqual([0, false])
    expect(out).toMatch(/^ok {2}broker-ha-not-configured: \d+ examples/m)
    expect(out).toMatch(/rules with \d+ examples: nothing to mend\.\n$/)
  }, 60_000)

  test.each([
    [['test', 'gone'], 'gone: error: there is no such folder; name the folder of a pack, which holds pack.yaml\n'],
    [['test', 'a', 'b'], 'rds-lint: error: test runs the examples of one pack at a time; name one only\n'],
  ])('%j cannot be done', async (args, err) => {
    expect(await command(args)).toMatchObject({ code: 2, out: '', err })
  })
})

describe('rds-lint new rule', () => {
  test.each(['estate', 'gateway'])('writes a pack of its own for %s, which passes its test', async (category) => {
    const { code, written } = await command([
      'new',
      'rule',
      'northwind/host-names',
      '--category',
      category,
      '--pack',
      'nw',
    ])
    expect([code, [...written.keys()]]).toEqual([0, ['nw/pack.yaml', `nw/rules/${category}/host-names.yaml`]])
    const files = Object.fromEntries([...written].map(([file, text]) => [`/move/${file}`, text]))
    expect(await command(['test', 'nw'], files)).toMatchObject({
      code: 0,
      out: 'ok  northwind/host-names: 4 examples, 1 of 1 change of an operator noticed\n\n1 rule with 4 examples: nothing to mend.\n',
    })
  })

  test('adds to a pack that is there', async () => {
    const { code, written } = await command([
      'new',
      'rule',
      'spare-gateway',
      '--category',
      'gateway',
      '--pack',
      'our-rules',
    ])
    expect([code, [...written.keys()]]).toEqual([0, ['our-rules/rules/gateway/spare-gateway.yaml']])
  })

  test.each([
    ['new', 'new what? write rds-lint new rule ID --category CATEGORY'],
    ['new rul x', 'there is nothing new called rul; did you mean rule?'],
    ['new rule', 'no id is named; write rds-lint new rule PACK/NAME --category CATEGORY'],
    ['new rule a b --category estate', 'new writes one rule at a time; name one only'],
    ['new rule x', '--category is missing; it must be one of estate, connection-broker, '],
    ['new rule x --category estat', '--category must be one of estate, connection-broker, '],
    ['new rule ../x --category estate', '../x is no id; write it like contoso/host-naming, in lower case with hyphens'],
    ['new rule X --category estate', 'X is no id; write it like contoso/host-naming, in lower case with hyphens'],
    [
      'new rule x --category estate',
      'there is no pack.yaml, so that the pack has no name yet; write rds-lint new rule PACK/x, or name another folder with --pack',
    ],
    [
      'new rule fabrikam/x --category estate --pack our-rules',
      'the pack in our-rules is contoso, not fabrikam; write contoso/x',
    ],
    [
      'new rule host-naming --category estate --pack our-rules',
      'our-rules/rules/estate/host-naming.yaml is there already and is not overwritten; choose another id',
    ],
    [
      'new rule host-naming --category gateway --pack our-rules',
      'the pack has a rule host-naming already, rules/estate/host-naming.yaml; choose another id',
    ],
  ])('%s is refused, and nothing is written', async (line, sentence) => {
    const { code, err, written } = await command(line.split(' '))
    expect([code, written.size]).toEqual([2, 0])
    expect(err).toContain(`rds-lint: error: ${sentence}`)
  })
})
