import { expect, test } from 'vitest'
import { loadCatalogue } from '../../src/cli/catalogue.ts'
import { run } from '../../src/cli/run.ts'
import { aHost, type World } from '../support/a-host.ts'

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

test('lists the rules as JSON', async () => {
  const { format, rules } = JSON.parse((await command(['rules', '--format', 'json'])).out)
  expect(format).toBe(1)
  expect(rules.find((rule: { id: string }) => rule.id === 'target-out-of-support')).toMatchObject({
    category: 'estate',
    severity: [{ is: 'warning' }],
    suppressible: true,
    sources: [{ document: expect.any(String) }],
  })
})

test.each([
  ['rules --target 2022', '--target 2022 is not yet supported: this version judges migrations to 2012R2 only'],
  ['rules broker', 'rules takes no broker; did you mean rds-lint explain?'],
  ['rules --format sarif', '--format must be one of pretty, json, not sarif; choose one of them'],
  ['explain', 'no rule is named; write rds-lint explain ID, rds-lint rules lists the ids'],
  ['explain a b', 'explain tells about one rule at a time; name one only'],
  ['explain target-out-of-suport', 'there is no rule target-out-of-suport; did you mean target-out-of-support?'],
  ['schema', 'no schema is named; write rds-lint schema inventory|config|rule|report|baseline'],
  ['schema inventroy', 'there is no schema inventroy; did you mean inventory?'],
  ['schema __proto__', 'there is no schema __proto__; there are inventory, config, rule, report, baseline'],
])('refuses %s', async (line, sentence) => {
  expect(await command(line.split(' '))).toEqual({ code: 2, out: '', err: `rds-lint: error: ${sentence}\n` })
})

test('explains a rule: severity, reason, condition, remedy, sources, examples', async () => {
  const { code, out } = await command(['explain', 'Source-Release-Unsupported'])
  expect(code).toBe(0)
  const headings = ['Severity', 'Why', 'Looks at', 'Demands', 'Says', 'What to do', 'Sources', 'Examples']
  expect(out.split('\n').filter((line) => headings.includes(line))).toEqual(headings)
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

test.each(['inventory', 'rule', 'report'])('prints the schema of %s', async (name) => {
  const { code, out } = await command(['schema', name])
  expect(code).toBe(0)
  expect(JSON.parse(out).$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test.each(['rules', 'explain', 'schema'])('shows the help of %s', async (name) => {
  const { code, out } = await command([name, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`Usage:\n  rds-lint ${name}`)
})
