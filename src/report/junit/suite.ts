import type { InventoryReport, Report } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { numbersOf, tallyOf } from '../numbers.ts'
import { remarksOf } from '../remarks.ts'
import { diagnosticLine, goneLines } from '../unix.ts'
import { xmlText } from '../xml-text.ts'
import { type Case, casesOf } from './cases.ts'

/** A suite, and what it adds to the sums of the report. */
export interface Suite {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly xml: string
}

/** Gives the suite of an inventory. In a report of `several`, cases bear the file too: GitLab knows a case by its name alone. */
export function suiteOf(inventory: InventoryReport, report: Report, several: boolean): Suite {
  const cases = casesOf(inventory, report.rules)
  const of = (outcome: Case['outcome']) => cases.filter((one) => one.outcome === outcome).length
  const sums = { tests: cases.length, failures: of('failure'), errors: of('error') }
  const file = legible(inventory.file, 255, 1000)
  const nameOf = distinct(several ? ` (${file})` : '')
  const xml = element('testsuite', { name: file, ...sums, skipped: of('skipped'), time: 0 }, [
    element(
      'properties',
      {},
      Object.entries(propertiesOf(inventory, report)).map(([name, value]) => element('property', { name, value }, [])),
    ),
    ...cases.map((one) => testcase(one, nameOf(one))),
    `<system-out>${systemOut(inventory, report).map(xmlText).join('\n')}</system-out>`,
  ])
  return { ...sums, xml }
}

/** Gives an element with its attributes, and its children a line each. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(String(value))}"`)].join(
    ' ',
  )
  return children.length === 0 ? `<${start}/>` : `<${start}>\n${children.join('\n')}\n</${name}>`
}

function testcase({ group, outcome, kind, message, body }: Case, name: string): string {
  const attributes = { classname: legible(group, 255, 255), name, time: 0 }
  if (outcome === 'passed') return element('testcase', attributes, [])
  const said = `<${outcome} type="${xmlText(kind)}" message="${xmlText(shown(message))}"`
  const text = body.map((line) => xmlText(shown(line))).join('\n')
  return element('testcase', attributes, [text === '' ? `${said}/>` : `${said}>${text}</${outcome}>`])
}

/** Gives each case a name that no other of its group has: consumers keep one of several. */
function distinct(suffix: string): (one: Case) => string {
  const taken = new Map<string, number>()
  return ({ group, name, pointer }) => {
    const short = `${legible(name, 120, 255)}${suffix}`
    const isTaken = taken.has(`${group}\n${short}`)
    const long = isTaken && pointer !== undefined ? `${short} at ${legible(pointer, 255, 255)}` : short
    const times = (taken.get(`${group}\n${long}`) ?? 0) + 1
    taken.set(`${group}\n${long}`, times)
    return times === 1 ? long : `${long}, ${times}`
  }
}

function propertiesOf(inventory: InventoryReport, { tool }: Report): Readonly<Record<string, string | number>> {
  const { verdict, target, method, phase, counts } = inventory
  const { failed, ...numbers } = numbersOf(inventory)
  return {
    tool: `${tool.name} ${tool.version}`,
    verdict,
    ...(target === undefined ? {} : { target }),
    ...{ method, phase, rules: counts.rules, subjects: counts.subjects },
    ...{ passed: counts.pass, failed: failed.error + failed.warning + failed.info, ...numbers },
    notApplicable: counts.notApplicable,
  }
}

function systemOut(inventory: InventoryReport, report: Report): readonly string[] {
  const warnings = inventory.diagnostics.filter(({ severity }) => severity === 'warning')
  return [
    `${inventory.verdict}: ${tallyOf(inventory)}`,
    ...remarksOf(inventory, report).map(shown),
    ...warnings.map((one) => diagnosticLine(inventory.file, one)),
    ...goneLines(inventory),
  ]
}

function shown(text: string): string {
  return legible(text.trimEnd(), 1000, 2000)
}
