import { expect, test } from 'vitest'
import { applicabilityWords, canFailWords } from '../../src/cli/applicability-words.ts'
import { methods, phases, type Release, releases } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import type { ApplicabilityRow, NeverFailsRow } from '../../src/rules/applicability-table.ts'

const everywhere = { targets: supportedTargets, methods, phases }
const error = { ...everywhere, severities: ['error'] } as const satisfies ApplicabilityRow

test.each([
  ['one severity', [error], [{ what: 'error', where: '' }]],
  ['severities by part', [{ ...error, severities: ['error', 'warning'] }], [{ what: 'error or warning', where: '' }]],
  [
    'what does not apply last',
    [
      { ...everywhere, targets: ['2012R2'], reason: 'it concerns the targets 2016 and later only' },
      { ...error, targets: ['2016', '2019', '2022', '2025'], methods: ['in-place'], phases: ['before', 'after'] },
    ],
    [
      { what: 'error', where: 'targets 2016 and later, in-place, before and after the move' },
      { what: 'does not apply', where: 'target 2012 R2', reason: 'it concerns the targets 2016 and later only' },
    ],
  ],
] as const)('words %s', (_, applies, words) => {
  expect(applicabilityWords({ applies })).toEqual(words)
})

const row = (from: readonly Release[], some: Partial<NeverFailsRow> = {}) => ({ ...everywhere, from, ...some })
const each = (from: (target: Release) => readonly Release[]) =>
  supportedTargets.map((target) => row(from(target), { targets: [target] }))

test.each([
  ['none', [row(releases)], ['none']],
  ['some', [row(['2016', '2019', '2022', '2025'])], ['2008 R2 to 2012 R2']],
  ['some for a target', [row(['2025'], { targets: ['2016'] })], ['2008 R2 to 2022 (target 2016)']],
  ['others than the target', each((target) => [target]), ['any but the target']],
  ['older ones', each((target) => releases.slice(releases.indexOf(target))), ['one older than the target']],
  [
    'different ones in the phases',
    [row(['2008R2'], { phases: ['before'] }), row(releases, { phases: ['during', 'after'] })],
    ['2012 and later (before the move)', 'none (during and after the move)'],
  ],
] as const)('tells that %s can fail where all servers run one release', (_, neverFails, words) => {
  expect(canFailWords({ applies: [error], neverFails })).toEqual(words)
})

test('leaves out what goes without saying, since the rule applies nowhere else', () => {
  const inPlace = { methods: ['in-place'], phases: ['during'] } as const
  const applies = [{ ...error, ...inPlace }]
  expect(canFailWords({ applies, neverFails: [row(['2008R2'], inPlace)] })).toEqual(['2012 and later'])
})
