import { expect, test } from 'vitest'
import { rules as builtIn } from '../../generated/rules.ts'
import { loadCatalogue } from '../../src/cli/catalogue.ts'
import { run } from '../../src/cli/run.ts'
import { prepare } from '../../src/engine/prepared.ts'
import { functions } from '../../src/functions.ts'
import { Timestamp } from '../../src/model/instant.ts'
import { methods, phases } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { sourcesOf } from '../../src/rules/describe.ts'
import type { Citation, Rule } from '../../src/rules/rule.ts'
import { aHost, type World } from '../support/a-host.ts'

const schemas = ['inventory', 'config', 'rule', 'report', 'baseline', 'plan', 'runbook', 'runbook-report', 'comparison']

async function command(args: readonly string[], world: World = {}) {
  const host = aHost({ args, ...world })
  return { code: await run(host), out: host.out(), err: host.err() }
}

test('lists every rule under its step, with its severity', async () => {
  const { code, out } = await command(['rules'])
  expect(code).toBe(0)
  expect(out).toMatch(/^The whole estate\n {2}/)
  expect(out).toMatch(/^ {2}source-release-unsupported +error$/m)
  expect(out).toMatch(/\n\d+ rules apply/)
})

test.each([40, 80])('keeps the list within %i columns, but for an id that is longer', async (columns) => {
  const { out } = await command(['rules'], { stdoutIsTerminal: true, columns, env: { NO_COLOR: '1' } })
  expect(out.split('\n').filter((line) => line.length > columns && /\S\s\S/.test(line))).toEqual([])
})

test('leaves out what does not apply, and says how many', async () => {
  const { out } = await command(['rules', '--phase', 'before'])
  expect(out).not.toContain('server-not-at-target')
  expect(out).toMatch(/rules apply, \d+ more do not\./)
  expect((await command(['rules', '--phase', 'after'])).out).toContain('server-not-at-target')
})

test('lists every rule with its severity for each target, unless one is asked about', async () => {
  const { out } = await command(['rules'])
  expect(out).toContain(`${(await loadCatalogue()).length} rules apply. `)
  expect(out).toMatch(/^ {2}virtualization-host-is-virtual +error for 2012 R2; warning for 2016 and later$/m)
  expect((await command(['rules', '--target', '2022'])).out).toMatch(/^ {2}virtualization-host-is-virtual +warning$/m)
})

test.each(supportedTargets.flatMap((target) => methods.map((method) => [target, method] as const)))(
  'lists what holds on the way to %s by %s, with the pages that speak of it',
  async (target, method) => {
    const line = ['rules', '--target', target, '--method', method]
    const today = new Timestamp(0n)
    const applying = builtIn.filter((rule) =>
      phases.some((phase) => prepare(rule, { target, method, phase, today }, functions)),
    )
    const { rules } = JSON.parse((await command([...line, '--format', 'json'])).out)
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(applying.map(({ id }) => id))
    for (const [index, { sources, applies }] of rules.entries()) {
      const pages = sources.map(({ targets: _targets, methods: _methods, ...source }: Citation) => source)
      expect(pages).toEqual(sourcesOf(applying[index] as Rule, { target, method }))
      expect(applies.length).toBeGreaterThan(0)
    }
    expect((await command(line)).out).toContain(`\n${applying.length} rules apply`)
  },
)

test('lists the rules as JSON', async () => {
  const { format, rules } = JSON.parse((await command(['rules', '--format', 'json'])).out)
  expect(format).toBe(1)
  expect(rules.find((rule: { id: string }) => rule.id === 'target-out-of-support')).toMatchObject({
    category: 'estate',
    severity: [{ is: 'warning' }],
    suppressible: true,
    sources: expect.arrayContaining([expect.objectContaining({ document: expect.any(String) })]),
  })
})

test.each([
  [
    'rules --target 2012',
    '--target 2012 is no destination of a migration that Microsoft documents; choose one of 2012R2, 2016, 2019, 2022, 2025',
  ],
  ['rules broker', 'rules takes no broker; did you mean rds-lint explain?'],
  ['rules --format sarif', '--format must be one of pretty, json, not sarif; choose one of them'],
  ['explain', 'no rule is named; write rds-lint explain ID, rds-lint rules lists the ids'],
  ['explain a b', 'explain tells about one rule at a time; name one only'],
  ['explain target-out-of-suport', 'there is no rule target-out-of-suport; did you mean target-out-of-support?'],
  ['schema', `no schema is named; write rds-lint schema ${schemas.join('|')}`],
  ['schema inventroy', 'there is no schema inventroy; did you mean inventory?'],
  ['schema __proto__', `there is no schema __proto__; there are ${schemas.join(', ')}`],
])('refuses %s', async (line, sentence) => {
  expect(await command(line.split(' '))).toEqual({ code: 2, out: '', err: `rds-lint: error: ${sentence}\n` })
})

test('explains a rule: severity, reason, condition, remedy, sources, examples', async () => {
  const { code, out } = await command(['explain', 'Source-Release-Unsupported'])
  expect(code).toBe(0)
  const headings = ['Severity', 'Why', 'Looks at', 'Demands', 'Says', 'What to do', 'Sources', 'Examples']
  expect(out.split('\n').filter((line) => headings.includes(line))).toEqual(headings)
})

test('explains where a rule applies, where not and why, and what the release of the servers has to do with it', async () => {
  expect((await command(['explain', 'host-migration-crosses-releases'])).out).toContain(
    [
      'Severity',
      '  warning         targets 2016 and later, migrate',
      '  does not apply  target 2012 R2: it concerns the targets 2016 and later only',
      '  does not apply  targets 2016 and later, in-place: it concerns the method',
      '                  migrate only',
      '  Where all servers run one release, it can fail only if that is',
    ].join('\n'),
  )
})

test('explains every rule without what a terminal would obey, and as JSON whole', async () => {
  for (const rule of await loadCatalogue()) {
    const { code, out } = await command(['explain', rule.id])
    expect([rule.id, code]).toEqual([rule.id, 0])
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    expect(JSON.parse((await command(['explain', rule.id, '-f', 'json'])).out)).toEqual({ format: 1, rule })
  }
})

test.each(schemas)('prints the schema of %s', async (name) => {
  const { code, out } = await command(['schema', name])
  expect(code).toBe(0)
  expect(JSON.parse(out).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test.each(['rules', 'explain', 'schema'])('shows the help of %s', async (name) => {
  const { code, out } = await command([name, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`Usage:\n  rds-lint ${name}`)
})
