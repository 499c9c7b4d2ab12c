import { expect, test } from 'vitest'
import { severityWords } from '../../src/cli/severities.ts'
import type { RuleFile } from '../../src/rules/rule.ts'

const rule = (severity: RuleFile['severity']) => ({ severity }) as RuleFile

test.each([
  ['one severity', 'error', {}, 'error'],
  ['the method', [{ is: 'error', methods: ['migrate'] }, { is: 'info' }], {}, 'error (migrate), info (in-place)'],
  ['the method asked for', [{ is: 'error', methods: ['migrate'] }, { is: 'info' }], { method: 'in-place' }, 'info'],
  [
    'phases',
    [
      { is: 'info', phases: ['before'] },
      { is: 'error', phases: ['during', 'after'] },
    ],
    {},
    'error (during, after), info (before)',
  ],
  ['one phase alone', [{ is: 'error', phases: ['after'] }], {}, 'error (after)'],
  [
    'method and phase',
    [{ is: 'error', methods: ['in-place'], phases: ['during'] }, { is: 'info' }],
    {},
    'error (in-place during), info (migrate before, migrate during, migrate after, in-place before, in-place after)',
  ],
  ['the target', [{ is: 'warning', targets: ['2012R2'] }, { is: 'error' }], { target: '2012R2' }, 'warning'],
  ['the part', [{ is: 'error', when: 'it.active' }, { is: 'warning' }], {}, 'error or warning'],
  ['a phase it has no severity in', [{ is: 'error', phases: ['after'] }], { phase: 'before' }, undefined],
] as const)('words a severity that depends on %s', (_, severity, question, words) => {
  expect(severityWords(rule(severity), question)).toBe(words)
})
