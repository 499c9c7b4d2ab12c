import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../src/configuration/config.schema.json' with { type: 'json' }
import { readConfiguration } from '../../src/configuration/read-configuration.ts'
import { starterText } from '../../src/configuration/starter-text.ts'
import { releases } from '../../src/model/report.ts'
import { parseYaml } from '../../src/source/yaml.ts'

const rules = [
  { id: 'broker-ha-not-configured', suppressible: true },
  { id: 'certificate-expired', suppressible: true },
  { id: 'license-server-missing', suppressible: false },
]

function read(text: string) {
  return readConfiguration(new TextEncoder().encode(text), '.rds-lint.yaml', rules)
}

function problems(text: string): readonly string[] {
  return read(text).diagnostics.map(({ region, message }) => `${region?.line}:${region?.column} ${message}`)
}

const suppression = 'suppressions:\n  - rule: certificate-expired\n'

test.each([
  ['an empty file', ''],
  ['white space', ' \n\n'],
  ['comments', '# nothing yet\n'],
  ['an empty object', '{}'],
])('%s says nothing', (_, text) => {
  expect(read(text)).toMatchObject({ configuration: {}, diagnostics: [] })
})

test('every key is read, and suppressions know their place', () => {
  const { configuration } = read(
    [
      'target: 2012R2',
      'method: in-place',
      'phase: during',
      'failOn: warning',
      'rules:',
      '  certificate-expired: off',
      '  broker-ha-not-configured: { severity: info, suppressible: false }',
      'suppressions:',
      '  - rule: certificate-expired',
      '    subject: NWWEB*',
      '    reason: Renewed by Northwind on the day',
      '    expires: 2027-03-31',
    ].join('\n'),
  )
  expect(configuration).toEqual({
    target: '2012R2',
    method: 'in-place',
    phase: 'during',
    failOn: 'warning',
    rules: {
      'certificate-expired': { severity: 'off' },
      'broker-ha-not-configured': { severity: 'info', suppressible: false },
    },
    suppressions: [
      {
        rule: 'certificate-expired',
        subject: 'NWWEB*',
        reason: 'Renewed by Northwind on the day',
        expires: '2027-03-31',
        place: '.rds-lint.yaml:9:5',
      },
    ],
  })
})

test('suppressions may be forbidden', () => {
  expect(read('suppressions: false').configuration).toEqual({ suppressions: false })
})

describe('what is wrong is told with its place and what was meant:', () => {
  test.each([
    ['a key', 'failon: error', ['1:1 unknown key failon; did you mean failOn?']],
    [
      'a key like no other',
      'banana: 1',
      ['1:1 unknown key banana; there are target, method, phase, failOn, rules, suppressions'],
    ],
    ['a key that comes later', 'rulePacks: [./ours]', [expect.stringContaining('1:1 unknown key rulePacks; ')]],
    [
      'the id of a rule',
      'rules:\n  certificate-expird: off',
      ['2:3 there is no rule certificate-expird; did you mean certificate-expired?'],
    ],
    [
      'the id of a rule in another case',
      'rules: { Certificate-Expired: off }',
      ['1:10 there is no rule Certificate-Expired; did you mean certificate-expired?'],
    ],
    [
      'a severity',
      'rules: { certificate-expired: eror }',
      ['1:31 certificate-expired is eror; did you mean error? It must be one of off, info, warning, error'],
    ],
    [
      'a severity in braces',
      'rules: { certificate-expired: { severity: on } }',
      ['1:43 severity of certificate-expired is on; it must be one of off, info, warning, error'],
    ],
    [
      'a setting of a rule',
      'rules: { certificate-expired: { level: off } }',
      ['1:33 unknown key level; there are severity, suppressible'],
    ],
    [
      'a setting that says nothing',
      'rules: { certificate-expired: {} }',
      ['1:31 nothing is said of certificate-expired; write severity or suppressible, or remove it'],
    ],
    [
      'yes and no',
      'rules: { certificate-expired: { suppressible: no } }',
      ['1:47 suppressible is "no"; it must be true or false'],
    ],
    ['rules as a list', 'rules: [certificate-expired]', ['1:8 rules must be settings by the id of a rule, not a list']],
    [
      'a target that this version does not judge',
      'target: 2012',
      ['1:9 the target 2012 is not yet supported: this version judges migrations to 2012R2 only'],
    ],
    ['a target', 'target: 2013', [expect.stringContaining('1:9 target is 2013; it must be one of 2008R2, 2012, ')]],
    ['a fail level', 'failOn: off', ['1:9 failOn is off; it must be one of error, warning, info']],
    [
      'a suppression without a reason',
      `${suppression}    subject: "*"`,
      ['2:5 this suppression has no reason; add one that says why it is taken on, and who decided'],
    ],
    [
      'a reason of nothing but space',
      `${suppression}    subject: "*"\n    reason: "  "`,
      ['4:13 reason is "  "; it must say why this is taken on, and who decided'],
    ],
    [
      'a suppression of nothing in particular',
      `${suppression}    reason: CHG-1042`,
      [
        '2:5 this suppression says nothing of what it is for; add subject: NAME, or subject: "*" for all, or pointer: /…',
      ],
    ],
    [
      'a suppression by name and place',
      `${suppression}    reason: CHG-1042\n    subject: "*"\n    pointer: /servers/0`,
      ['2:5 this suppression has a subject and a pointer; keep one of them'],
    ],
    [
      'a suppression of a rule that does not exist',
      'suppressions: [{ rule: suppression, subject: "*", reason: quiet }]',
      ['1:24 there is no rule suppression; rds-lint rules lists them all'],
    ],
    [
      'a pointer',
      `${suppression}    reason: CHG-1042\n    pointer: servers/0`,
      ['4:14 pointer is "servers/0"; it must be a JSON pointer; write it like /deployment/highAvailability'],
    ],
    [
      'a day of another form',
      `${suppression}    reason: CHG-1042\n    subject: "*"\n    expires: 31.3.2027`,
      ['5:14 expires is "31.3.2027"; it must be a day; write it like 2027-03-31'],
    ],
    [
      'a day that does not exist',
      `${suppression}    reason: CHG-1042\n    subject: "*"\n    expires: 2027-02-29`,
      ['5:14 "2027-02-29" is no day of the calendar; correct it'],
    ],
    [
      'suppressions that are not a list',
      'suppressions: true',
      [expect.stringContaining('1:15 suppressions must be a')],
    ],
    ['a suppression that is a name', 'suppressions: [certificate-expired]', [expect.stringContaining('1:16 a suppr')]],
    [
      'a rule turned off that nobody may suppress',
      'rules: { license-server-missing: off }',
      [expect.stringContaining('1:10 the rule license-server-missing says itself that nobody may suppress it')],
    ],
    [
      'every rule turned off',
      'rules: { certificate-expired: off, broker-ha-not-configured: off, license-server-missing: { severity: off } }',
      [
        '1:8 every rule is off, so that nothing would be judged; leave at least one of them on',
        expect.stringContaining('nobody may suppress it'),
      ],
    ],
    ['a list', '- target', [expect.stringContaining('1:1 a configuration is keys with values, not a list')]],
    [
      'a key that stands twice',
      'failOn: error\nfailOn: info',
      [expect.stringContaining('2:1 the property failOn stands')],
    ],
    ['an alias', 'target: &t 2012R2\nphase: *t', [expect.stringContaining('2:8 the alias *t is not read here')]],
    ['YAML', 'rules: {', [expect.stringMatching(/^1:\d+ /)]],
  ])('%s', (_, text, told) => {
    expect(problems(text)).toEqual(told)
    expect(read(text).configuration).toBeUndefined()
  })

  test('all of it at once, in the order of the file', () => {
    expect(problems('phase: later\nrules:\n  certificate-expird: off\nfailon: error')).toEqual([
      expect.stringMatching(/^1:8 phase is later/),
      expect.stringMatching(/^3:3 there is no rule/),
      expect.stringMatching(/^4:1 unknown key failon/),
    ])
  })
})

test('no prototype hides behind a name', () => {
  expect(problems('rules: { __proto__: off, constructor: off }')).toHaveLength(2)
})

test('a file that nests too deep is an ordinary error', () => {
  expect(read(`rules: ${'['.repeat(5_000)}`).diagnostics).toHaveLength(1)
})

test('a file to start from is right, and changes nothing but the target', () => {
  expect(read(starterText('2012R2')).configuration).toEqual({ target: '2012R2', failOn: 'error' })
})

test('the published schema is strict and takes what the reader takes', () => {
  const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(schema)
  const { value } = parseYaml(
    starterText('2012R2')
      .replace(/^# (?=rules|suppr| )/gm, '')
      .replace('YYYY-MM-DD', '2027-03-31'),
  )
  validate(value)
  expect(validate.errors).toBeNull()
  expect(Object.keys(value as object)).toContain('suppressions')
  expect(
    schema.properties.target.enum.map(String).filter((one) => releases.every((release) => release !== one)),
  ).toEqual([])
})
