import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { answeredReport, openReport } from '../support/answered-report.ts'
import { gitlabSchema } from '../support/gitlab-schema.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aFinding, anInventory, anUndecided, aReport } from '../support/sample-report.ts'

const validate = new Ajv2020({ strict: true }).compile(gitlabSchema)

test.each([
  ['an open report', 'open', openReport()],
  ['an answered report', 'answered', answeredReport()],
])('%s is written as expected', async (_, name, report) => {
  await expect(gitlab(report)).toMatchFileSnapshot(`expected/${name}.gitlab.txt`)
})

const reports: readonly (readonly [title: string, report: Report])[] = [
  ['an open report', openReport()],
  ['an answered report', answeredReport()],
  ['a report over nothing', aReport([])],
  ...hostileTexts.map(([title, text]) => [title, withEverywhere(openReport(), text)] as const),
]

test.each(reports)('%s keeps the schema, and no two issues share a fingerprint', (_, report) => {
  const issues = JSON.parse(gitlab(report))
  validate(issues)
  expect(validate.errors).toBeNull()
  expect(new Set(issues.map(({ fingerprint }: Issue) => fingerprint)).size).toBe(issues.length)
})

test('a suppressed entry is left out, an undecided one is info', () => {
  const issues: readonly Issue[] = JSON.parse(gitlab(answeredReport()))
  expect(issues.map(({ severity }) => severity)).toEqual(['critical', 'critical', 'info'])
})

test('a fingerprint stays the same on another line, and differs between files', () => {
  const of = (file: string, line: number) => {
    const region = { line, column: 1, endLine: line, endColumn: 2 }
    const entries = { findings: [aFinding({ region })], undecided: [anUndecided({ region })] }
    const issues: readonly Issue[] = JSON.parse(gitlab(aReport([anInventory({ file, ...entries })])))
    return issues.map(({ fingerprint }) => fingerprint)
  }
  expect(of('east.json', 3)).toEqual(of('east.json', 99))
  expect(of('east.json', 3)).not.toEqual(of('west.json', 3))
})

test.each([
  ['a file of the working folder', '/farms/contoso/my farm.json', { cwd: '/farms' }, 'contoso/my farm.json'],
  ['a file that was named with ./', './contoso.json', { cwd: '/farms' }, 'contoso.json'],
  ['a file beside the working folder', '../contoso.json', { cwd: '/farms/east' }, '../contoso.json'],
  ['a file of Windows', 'east\\farm.json', { cwd: 'C:\\farms', flavour: 'win32' }, 'east/farm.json'],
  ['a file on another drive', 'D:\\farm.json', { cwd: 'C:\\farms', flavour: 'win32' }, 'D:/farm.json'],
] as const)('%s is named from the repository', (_, file, folder, path) => {
  const [issue] = JSON.parse(gitlab(aReport([anInventory({ file, findings: [aFinding()] })]), folder))
  expect(issue.location.path).toBe(path)
})

interface Issue {
  readonly fingerprint: string
  readonly severity: string
}
