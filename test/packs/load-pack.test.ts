import { describe, expect, test } from 'vitest'
import { loadPack } from '../../src/packs/load-pack.ts'
import { starterManifest, starterRule } from '../../src/packs/starter-rule.ts'
import { aRule, manifest, packOf } from '../support/a-pack.ts'

type Files = Parameters<typeof packOf>[0]

const place = 'rules/estate/host-naming.yaml'

function load(files: Files) {
  return loadPack(packOf({ 'pack.yaml': manifest, ...files }), '0.1.0')
}

function complaints(files: Files): readonly string[] {
  return load(files).problems.map(({ path, diagnostic: { region, message } }) =>
    [path, ...(region ? [`${region.line}:${region.column}`] : []), message].join(' '),
  )
}

test('rules have the ids of their pack, and come in the order of the migration', () => {
  const {
    manifest: read,
    rules,
    problems,
  } = load({
    'rules/licensing/cals-counted.yaml': aRule(),
    [place]: aRule(),
    'rules/estate/backup.yaml': aRule(),
  })
  expect(problems).toEqual([])
  expect(read).toEqual({ name: 'contoso', version: '1.0.0', requires: '>=0.1' })
  expect(rules.map(({ rule, path }) => [rule.id, rule.category, path])).toEqual([
    ['contoso/backup', 'estate', 'rules/estate/backup.yaml'],
    ['contoso/host-naming', 'estate', place],
    ['contoso/cals-counted', 'licensing', 'rules/licensing/cals-counted.yaml'],
  ])
})

test('what people and tools keep there is let be', () => {
  expect(
    complaints({ [place]: aRule(), 'rules/README.md': 'x', 'rules/estate/.gitkeep': '', 'data/notes.md': '' }),
  ).toEqual([])
})

describe('conditions may name tables of the pack', () => {
  const files = (require: string, table = '- RDSH\n- RDCB\n') => ({
    [place]: aRule({ require }),
    'data/host-prefixes.yaml': table,
  })

  test.each([
    ['data.hostPrefixes.exists(one, it.name.startsWith(one))', '- RDSH\n'],
    ['size(data.hostPrefixes) == 2', '- 1\n- 2.5\n'],
    ['data.hostPrefixes.first == it.name', 'first: RDSH01\n'],
    ['data.hostPrefixes["first"] == it.name', 'first: RDSH01\n'],
    ['data.hostPrefixes.all(row, row.from != it.name)', '- { from: RDSH01, to: RDSH02 }\n'],
    ['[it.name].all(data, data == "x")', '- RDSH\n'],
  ])('%s', (require, table) => {
    expect(complaints(files(`'${require}'`, table))).toEqual([])
  })

  test.each([
    [
      "'it.name in data.hostPrefixs'",
      `${place} 4:22 the pack has no table data.hostPrefixs; did you mean data.hostPrefixes?`,
    ],
    ["'it.name in data.others'", `${place} 4:22 the pack has no table data.others; there are hostPrefixes`],
    ["'it.name == data.hostPrefixes'", `${place} 4:11 `],
    ["'has(data.hostPrefixes)'", `${place} 4:`],
  ])('%s is an error', (require, start) => {
    const [first = '', ...others] = complaints(files(require))
    expect(first.slice(0, start.length)).toBe(start)
    expect(others).toEqual([])
  })
})

describe('what is wrong is told with its place:', () => {
  test.each<[title: string, files: Files, told: readonly string[]]>([
    ['no rules', {}, [' the pack has no rules; write one with rds-lint new rule ID --category CATEGORY']],
    [
      'a bad field',
      { [place]: aRule({ tittle: 'x' }) },
      [`${place} 24:9 tittle is no field of a rule here; did you mean title?`],
    ],
    [
      'a bad expression',
      { [place]: aRule({ require: 'it.nam == "x"' }) },
      [`${place} 4:10 Server has no nam; did you mean name?`],
    ],
    [
      'a misspelt category',
      { 'rules/estat/x.yaml': aRule() },
      ['rules/estat "estat" is no category; did you mean estate?'],
    ],
    [
      'a rule beside the categories',
      { 'rules/x.yaml': aRule() },
      ['rules/x.yaml rules stand in a folder for their category, and links are not followed; move it, or remove it'],
    ],
    [
      'another ending',
      { 'rules/estate/x.yml': aRule() },
      [
        'rules/estate/x.yml a rule is a file with a name of lower-case words with hyphens and .yaml, such as host-naming.yaml; rename it, or remove it',
      ],
    ],
    [
      'one name twice',
      { 'rules/estate/x.yaml': aRule(), 'rules/gateway/x.yaml': aRule() },
      ['rules/gateway/x.yaml rules/estate/x.yaml has this name too; choose another'],
    ],
    ['an empty rule', { [place]: '\n' }, [`${place} the file is empty; write it, or remove it`]],
    [
      'a table that is none',
      { [place]: aRule(), 'data/Prefixes.json': '[]' },
      [
        'data/Prefixes.json a table is a file with a name of lower-case words with hyphens and .yaml, such as host-prefixes.yaml; rename it, or remove it',
      ],
    ],
  ])('%s', (_, files, told) => {
    expect(complaints(files)).toEqual(told)
  })

  test.each([
    ['', 'the file is empty; write it, or remove it'],
    [
      'contoso',
      '1:1 pack.yaml is keys with values, not "contoso"; write name, version and requires, such as requires: ">=0.1"',
    ],
    [
      'name: Contoso\nversion: 1.0.0\nrequires: "*"',
      '1:7 name is "Contoso"; it must be lower-case words with hyphens, such as contoso, that the ids of its rules begin with',
    ],
    [
      'name: contoso\nversion: 1\nrequires: "*"',
      '2:10 version is 1; it must be three numbers such as 1.0.0, the version of the pack',
    ],
    [
      'name: contoso\nversion: 1.0.0',
      '1:1 requires is missing; it must be a range of versions of rds-lint in quotes, such as ">=0.1 <1" or "^0.1"',
    ],
    [
      'name: contoso\nversion: 1.0.0\nrequires: new',
      '3:11 requires is "new"; it must be a range of versions of rds-lint in quotes, such as ">=0.1 <1" or "^0.1"',
    ],
    [
      'name: contoso\nversion: 1.0.0\nrequires: "^2"',
      '3:11 the pack is for rds-lint ^2, and this is 0.1.0; install another version of one of them',
    ],
    ['name: contoso\nversion: 1.0.0\nrequire: "*"\nrequires: "*"', '3:1 unknown key require; did you mean requires?'],
    [
      'name: contoso\nversion: 1.0.0\nrequires: "*"\n__proto__: {}',
      '4:1 unknown key __proto__; there are name, version, requires',
    ],
    ['name: contoso\nname: fabrikam', '2:1 the property name stands twice here; remove one of them'],
  ])('in pack.yaml: %j', (text, told) => {
    expect(complaints({ 'pack.yaml': text, [place]: aRule() })).toEqual([`pack.yaml ${told}`])
  })
})

describe('a hostile pack is refused with its place:', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`

  test.each<[title: string, files: Files, told: RegExp]>([
    ['deep YAML in a rule', { [place]: aRule({ examples: deep }) }, /host-naming\.yaml \d+:\d+ .*deep/],
    ['deep YAML in pack.yaml', { 'pack.yaml': deep }, /pack\.yaml 1:\d+ .*deep/],
    ['deep YAML in a table', { [place]: aRule(), 'data/t.yaml': deep }, /data\/t\.yaml 1:\d+ .*deep/],
    ['an alias', { [place]: aRule({ severity: '&a warning', why: '*a' }) }, /8?:\d+ the alias \*a is not read here/],
    ['a merge key', { [place]: aRule({ remediation: '{ <<: { text: x. } }' }) }, /merge keys \(<<\) are not read here/],
    ['a tag', { [place]: aRule({ why: '!!binary aGk=' }) }, /tags are not read here/],
    ['a tag of its own', { [place]: aRule({ why: '!js/function x' }) }, /tags are not read here/],
    ['a key twice', { [place]: `${aRule()}why: x.\n` }, /the property why stands twice here/],
    [
      'a prototype',
      { [place]: `${aRule()}__proto__: { suppressible: true }\n` },
      /__proto__ is no field of a rule here/,
    ],
    [
      'a prototype in a condition',
      { [place]: aRule({ require: 'it.__proto__ == null' }) },
      /4:10 Server has no __proto__/,
    ],
    ['a constructor in a condition', { [place]: aRule({ require: 'it.constructor.constructor("x")' }) }, /4:\d+ /],
    ['an inherited fact', { [place]: aRule({ require: 'toString()' }) }, /4:\d+ /],
    [
      'an inherited table',
      { [place]: aRule({ require: 'data.constructor == null' }) },
      /the pack has no table data\.constructor/,
    ],
    [
      'a pattern with a look-behind',
      { [place]: aRule({ require: `'it.name.matches("(?<=a)b")'` }) },
      /invalid regular expression/,
    ],
    [
      'a condition that nests too deeply',
      { [place]: aRule({ require: `'${'!'.repeat(20_000)}true'` }) },
      /nested too deeply/,
    ],
    ['a rule of two megabytes', { [place]: `#${'x'.repeat(2_000_000)}\n${aRule()}` }, /larger than 1 MB/],
    [
      'files of eleven megabytes together',
      Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [`data/t-${index}.yaml`, `"${'x'.repeat(990_000)}"`]),
      ),
      /larger than 10 MB together/,
    ],
    [
      'a thousand rules and one',
      Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`rules/estate/r${index}.yaml`, ''])),
      /rules a pack holds at most 1000 rules, and this one 1001/,
    ],
    [
      'a table of a hundred thousand rows',
      { [place]: aRule(), 'data/t.yaml': `[${'1,'.repeat(100_000)}]` },
      /the table holds 100001 values/,
    ],
    [
      'a message that each finding would repeat',
      { [place]: aRule({ message: `${'x'.repeat(5000)}.` }) },
      /5:10 the text is 5001 characters long/,
    ],
    [
      'a file that is no file',
      { [place]: { reason: 'this is a link, and links in a pack are not followed; put the file itself there' } },
      /host-naming\.yaml this is a link/,
    ],
  ])('%s', (_, files, told) => {
    const problems = complaints(files)
    expect(problems[0]).toMatch(told)
    expect(Object.prototype).not.toHaveProperty('suppressible')
  })

  test('a rule that is cut off anywhere is refused with its place, or whole', () => {
    const text = aRule()
    for (let end = 0; end < text.length; end += 7) {
      const { rules, problems } = load({ [place]: text.slice(0, end) })
      expect(rules.length + problems.length).toBeGreaterThan(0)
      for (const { diagnostic } of problems.filter((one) => one.diagnostic.code !== 'empty'))
        expect(diagnostic.region, diagnostic.message).toBeDefined()
    }
  })

  test('a table with the key __proto__ is plain data', () => {
    const { rules, problems } = load({
      [place]: aRule({ require: `'data.t.size() == 1 && "__proto__" in data.t'` }),
      'data/t.yaml': '__proto__: { admin: true }\n',
    })
    expect([problems, rules.length]).toEqual([[], 1])
    expect({}).not.toHaveProperty('admin')
  })
})

test('what rds-lint new writes is a pack', () => {
  const files = { 'pack.yaml': starterManifest('northwind', '0.1.0'), [place]: starterRule('northwind/host-naming') }
  expect(loadPack(packOf(files), '0.1.0')).toMatchObject({
    problems: [],
    manifest: { name: 'northwind', requires: '^0.1' },
  })
})
