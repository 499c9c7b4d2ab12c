import { describe, expect, test } from 'vitest'
import { rules } from '../../generated/rules.ts'
import { estate } from '../../scripts/estates/estate.ts'
import { randomOf } from '../../scripts/estates/random.ts'
import { loadCatalogue } from '../../src/cli/catalogue.ts'
import { prepare } from '../../src/engine/prepared.ts'
import { runExample } from '../../src/examples/run-example.ts'
import { functions } from '../../src/functions.ts'
import { lint } from '../../src/lint.ts'
import { Timestamp } from '../../src/model/instant.ts'
import { type Method, methods, type Phase, phases, type Release, releases } from '../../src/model/report.ts'
import { severities } from '../../src/model/severity.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { type Applicability, applicability } from '../../src/rules/applicability.ts'
import { applicabilityTable } from '../../src/rules/applicability-table.ts'
import type { Rule } from '../../src/rules/rule.ts'

const moves = supportedTargets.flatMap((target) =>
  methods.flatMap((method) => phases.map((phase) => ({ target, method, phase }))),
)

const reasonOf = (told: Applicability) => ('reason' in told ? told.reason : undefined)

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test('applies to the very migrations that the engine holds it against, with its severities, else there is a reason', () => {
    for (const move of moves) {
      const prepared = prepare(rule, { ...move, today: new Timestamp(0n) }, functions)
      const told = applicability(rule, move)
      if (prepared === undefined) expect(reasonOf(told)).toMatch(/^it \S+ .+ only$/)
      else {
        const possible = severities.filter((severity) => prepared.severities.some(({ is }) => is === severity))
        expect(told).toEqual({ severities: possible })
      }
    }
  })

  test('applies or has a reason for every release that the servers run today', () => {
    for (const move of moves)
      for (const from of releases) {
        const told = applicability(rule, { ...move, from })
        if ('severities' in told) expect(told).toEqual(applicability(rule, move))
        else expect(told.reason).not.toBe('')
      }
  })

  test('stands in its table for each migration once, as it is', () => {
    const { applies, neverFails } = applicabilityTable(rule)
    for (const move of moves) {
      const holds = (row: (typeof applies)[number]) =>
        row.targets.includes(move.target) && row.methods.includes(move.method) && row.phases.includes(move.phase)
      const rows = applies.filter(holds).map(({ severities, reason }) => (severities ? { severities } : { reason }))
      expect(rows).toEqual([applicability(rule, move)])
      const spared = neverFails.filter((row) => holds(row)).flatMap(({ from }) => from)
      const isSpared = (from: Release) =>
        'severities' in applicability(rule, move) && 'reason' in applicability(rule, { ...move, from })
      expect(spared).toEqual(releases.filter(isSpared))
    }
  })
})

test('the catalogue tells of each rule what its conditions say', async () => {
  for (const [index, file] of (await loadCatalogue()).entries()) {
    const { applies, neverFails } = file
    expect([file.id, { applies, neverFails }]).toEqual([
      rules[index]?.id,
      JSON.parse(JSON.stringify(applicabilityTable(rules[index] as Rule))),
    ])
  }
})

test('fails no example whose servers all run a release that is said to meet it', async () => {
  let judged = 0
  for (const [index, { examples }] of (await loadCatalogue()).entries()) {
    const rule = rules[index] as Rule
    for (const example of [...examples.fails, ...examples.passes])
      for (const from of releases)
        for (const target of supportedTargets) {
          const { method = 'migrate', phase = 'before' } = example
          if (!('reason' in applicability(rule, { target, method, phase, from }))) continue
          if (example.inventory.servers === undefined) continue
          judged++
          const inventory = { ...example.inventory, servers: runningAll(example.inventory.servers, from) }
          expect(runExample(rule, { ...example, target, inventory }).findings).toEqual([])
        }
  }
  expect(judged).toBeGreaterThan(100)
})

// Once the move has begun, each server may run its old release or the target.
test('fails no part of a generated estate whose servers run releases that are said to meet it', {
  timeout: 120_000,
}, () => {
  let ruledOut = 0
  const failed = new Set<string>()
  for (let seed = 1; seed <= seeds; seed++) {
    const random = randomOf(seed)
    const [target, method, phase, from] = [supportedTargets, methods, phases, releases].map((list) =>
      random.pick(list as readonly string[]),
    ) as [Release, Method, Phase, Release]
    const known = estate(seed)
    const servers = known.servers?.map((server) => {
      const release = phase !== 'before' && random.chance(0.5) ? target : from
      return { ...server, operatingSystem: { version: versions[release], productType: 3 } }
    })
    const bytes = new TextEncoder().encode(JSON.stringify({ ...known, ...(servers ? { servers } : {}) }))
    const [report] = lint([{ file: 'estate', bytes }], { asOf: '2026-11-24', target, method, phase }).inventories
    for (const { rule } of report?.findings ?? []) failed.add(rule)
    for (const rule of rules) {
      const move = { target, method, phase }
      if ('reason' in applicability(rule, move) || !('reason' in applicability(rule, { ...move, from }))) continue
      ruledOut++
      const findings = report?.findings.filter((finding) => finding.rule === rule.id).map(({ message }) => message)
      expect([seed, rule.id, findings]).toEqual([seed, rule.id, []])
    }
  }
  expect(ruledOut).toBeGreaterThan(seeds)
  expect(failed.size).toBeGreaterThan(40)
})

const seeds = 200

const versions: Readonly<Record<Release, string>> = {
  '2008R2': '6.1.7601',
  '2012': '6.2.9200',
  '2012R2': '6.3.9600',
  '2016': '10.0.14393',
  '2019': '10.0.17763',
  '2022': '10.0.20348',
  '2025': '10.0.26100',
}

function runningAll(servers: unknown, release: Release): unknown {
  return Array.isArray(servers)
    ? servers.map((server) => ({ ...server, operatingSystem: { version: versions[release], productType: 3 } }))
    : servers
}

test.each([
  ['the method', [{ is: 'error', methods: ['in-place'] }], 'it concerns the method in-place only'],
  ['one target', [{ is: 'error', targets: ['2012R2'] }], 'it concerns the target 2012 R2 only'],
  ['later targets', [{ is: 'error', targets: ['2022', '2025'] }], 'it concerns the targets 2022 and later only'],
  ['the phase', [{ is: 'error', phases: ['before', 'after'] }], 'it is asked before and after the move only'],
  [
    'the method, for this target',
    [
      { is: 'error', targets: ['2016'], methods: ['in-place'] },
      { is: 'info', targets: ['2022'] },
    ],
    'it concerns the method in-place only',
  ],
] as const)('says that a rule does not apply by reason of %s', (_, severity, reason) => {
  const move = { target: '2016', method: 'migrate', phase: 'during' } as const
  expect(applicability({ ...(rules[0] as Rule), severity }, move)).toEqual({ reason })
})
