import { describe, expect, test } from 'vitest'
import { valuesOf } from '../../src/engine/check.ts'
import { filler } from '../../src/engine/fill.ts'
import { scopeOf } from '../../src/expression/scope.ts'
import { functions } from '../../src/functions.ts'
import { loadRule } from '../../src/rules/load-rule.ts'
import { aHost, anEstate } from '../support/estate.ts'

const estate = anEstate({ servers: [aHost("RDSH'01", '6.2.9200'), { name: 'RDGW01' }] })
const fill = filler(functions)

/** Fills a template as a sentence and as a command, for the server at a position. */
function filled(template: string, position = 0) {
  const { rule, diagnostics } = loadRule(
    JSON.stringify({
      title: 'Hosts are drained',
      severity: 'error',
      for: '/servers/*',
      require: 'true',
      message: `${template}.`,
      remediation: { text: 'Drain it.', commands: [template] },
      why: 'Users would lose their sessions.',
      sources: [{ document: 'Guide', section: 'Drain', url: 'https://learn.microsoft.com/', stance: 'requires' }],
      examples: {
        fails: [{ name: 'one', inventory: {}, findings: [{ pointer: '', message: 'x.' }] }],
        passes: [{ name: 'none', inventory: {} }],
      },
    }),
    'host-drained',
    'session-collections',
  )
  if (!rule) throw new Error(diagnostics[0]?.message)
  const scope = scopeOf([estate.servers[position], ...valuesOf(estate).slice(1)], estate)
  return [fill.sentence(rule.message, scope), fill.command(rule.commands[0] ?? [], scope)]
}

describe('a template', () => {
  test.each([
    ['Set -Name {it.name}', ["Set -Name RDSH'01.", "Set -Name 'RDSH''01'"]],
    ['Set -Name {it.domain}', ['Set -Name not known.', 'Set -Name <domain>']],
    ['Set -Name {release(it)}', ['Set -Name 2012.', "Set -Name '2012'"]],
    ['Set -Name {1 / 0}', ['Set -Name not known.', 'Set -Name <value>']],
    ['Set -Roles {it.roles}', ['Set -Roles RDS-RD-SERVER.', "Set -Roles 'RDS-RD-SERVER'"]],
    ['Set {{ $_ }}', ['Set { $_ }.', 'Set { $_ }']],
    [
      'Set -Name {it.name} -Target {target}',
      ["Set -Name RDSH'01 -Target 2012R2.", "Set -Name 'RDSH''01' -Target '2012R2'"],
    ],
    ['two\n  lines {it.name}', ["two lines RDSH'01.", "two lines 'RDSH''01'"]],
  ])('%j is filled as a sentence and as a command', (template, expected) => {
    expect(filled(template)).toEqual(expected)
  })

  test('names what is missing by a word of its expression', () => {
    expect(filled('Set {release(it)}', 1)).toEqual(['Set not known.', 'Set <release>'])
  })

  test.each(['{it}', '{servers}', '{it.operatingSystem}', '{today - today}', "{ {'a': 1} }"])(
    'cannot show %s, which is no text, number or day',
    (template) => {
      expect(() => filled(template)).toThrow(/cannot be shown; name a field of it/)
    },
  )
})
