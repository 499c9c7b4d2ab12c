import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkRunbook } from '../src/check-runbook.ts'
import type { RunbookReport } from '../src/model/runbook-report.ts'
import { runbookFormats } from '../src/report/runbook/index.ts'

interface Farm {
  readonly servers: readonly { readonly name: string; operatingSystem?: unknown }[]
}

const fixture = readFileSync('fixtures/healthy-2012-farm/inventory.json', 'utf8')
const good = readFileSync('fixtures/healthy-2012-farm/runbooks/good.yaml', 'utf8')

/** The report on a runbook for the healthy farm, with some of its facts changed. */
function check(runbook: string, change: (farm: Farm) => void = () => {}): RunbookReport {
  const farm = JSON.parse(fixture) as Farm
  change(farm)
  const bytes = (text: string) => new TextEncoder().encode(text)
  const checked = checkRunbook(
    { file: 'farm.json', bytes: bytes(JSON.stringify(farm)) },
    { file: 'runbook.yaml', bytes: bytes(runbook) },
    { asOf: '2026-11-24' },
  )
  return 'steps' in checked ? checked : expect.unreachable('the runbook can be read')
}

function withoutSystem(name: string) {
  return ({ servers }: Farm) => {
    for (const server of servers) if (server.name.startsWith(name)) delete server.operatingSystem
  }
}

async function sarif(report: RunbookReport) {
  const render = await runbookFormats.sarif()
  return JSON.parse(render(report, {})).runs[0] as {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly kind: string
      readonly message: { readonly text: string }
    }[]
  }
}

test('what was not known before the first step is told where it leaves the last state undecided', () => {
  const { verdict, questions } = check('steps: []\n', withoutSystem('NWSH02'))
  expect(verdict).toBe('undecided')
  expect(questions).toContain(
    'It cannot be told for Office in the last state. Not known: operating system of NWSH02.northwind.example. (session-collection-mixed-releases)',
  )
})

test('what a step leaves undecided is told with the step alone', () => {
  const { steps, questions } = check(
    'steps:\n  - addHost: { collection: Office, host: NWSH11 }\n',
    withoutSystem('NWSH11'),
  )
  const told = steps.flatMap(({ undecided }) => undecided.map(({ rule }) => rule))
  expect(told).toContain('session-collection-mixed-releases')
  expect(questions.filter((text) => text.includes('session-collection-mixed-releases'))).toEqual([])
})

test.each([
  [
    'addHost: { collection: CAD, host: RDSH11 }',
    'CAD is a virtual desktop collection, and addHost is about session collections',
  ],
  [
    'shutDownDesktops: { collection: sales }',
    'sales is a session collection, and shutDownDesktops is about virtual desktop collections',
  ],
])('a collection of the other sort is told so: %s', (step, message) => {
  const inventory = {
    schemaVersion: 1,
    migration: { target: '2012R2' },
    servers: [{ name: 'RDSH11' }],
    deployment: { sessionCollections: [{ name: 'Sales' }], virtualDesktopCollections: [{ name: 'CAD' }] },
  }
  const bytes = (text: string) => new TextEncoder().encode(text)
  const checked = checkRunbook(
    { file: 'farm.json', bytes: bytes(JSON.stringify(inventory)) },
    { file: 'runbook.yaml', bytes: bytes(`steps:\n  - ${step}\n`) },
    { asOf: '2026-11-24' },
  )
  expect('diagnostics' in checked ? checked.diagnostics.map((one) => one.message) : checked).toEqual([message])
})

test('SARIF has what keeps the last state from being ready, where nothing is left out', async () => {
  const { final, ...report } = check(good, withoutSystem('NWLIC02'))
  const open = final?.undecided.filter(({ severity }) => severity === 'error').map(({ rule }) => `open ${rule}`)
  expect(open).toContain('open license-server-older-than-host')
  const { results, tool } = await sarif({ ...report, ...(final ? { final } : {}) })
  const last = results.filter(({ message }) => message.text.startsWith('After the last step'))
  expect(last.map(({ ruleId, kind }) => `${kind} ${ruleId}`)).toEqual(open)
  expect(last.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(last.map(({ ruleId }) => ruleId))
})
