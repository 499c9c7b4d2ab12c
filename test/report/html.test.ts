import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { lint } from '../../src/lint.ts'
import type { Report } from '../../src/model/report.ts'
import { html } from '../../src/report/html.ts'
import { aTopology } from '../support/a-topology.ts'
import { answeredReport } from '../support/answered-report.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { aDescriptor, aFinding, anInventory, anUndecided, aReport, sampleReport } from '../support/sample-report.ts'

const drawn = aReport([
  anInventory({
    topology: aTopology(),
    findings: [
      aFinding(),
      aFinding({
        rule: 'certificate-expired',
        category: 'certificates',
        pointer: '/deployment/certificates/0',
        subject: 'RDGateway',
      }),
    ],
    undecided: [anUndecided()],
  }),
])

const remarks = Array.from({ length: 60 }, (_, index) =>
  aFinding({ severity: 'info', subject: `NWSH${index}`, fingerprint: `b${index}` }),
)
const remarked = aReport([anInventory({ findings: [...remarks, aFinding({ severity: 'warning' })] })])
const bytes = (text: string) => new TextEncoder().encode(text)
const asOf = '2026-11-24'
const standalone = {
  file: 'standalone.json',
  bytes: bytes('{ "schemaVersion": 1, "deployment": null, "servers": [] }'),
}
const broken = { file: 'broken.json', bytes: bytes('{') }

const reports: readonly (readonly [string, Report])[] = [
  ['a comparison of targets', lint([standalone], { asOf, target: 'all' })],
  ['comparisons beside a file that cannot be used', lint([broken, standalone, standalone], { asOf, target: 'all' })],
  ['an inventory that names no target', lint([standalone], { asOf })],
  ['an inventory that cannot be used', lint([broken], { asOf })],
  ['a report with many remarks', remarked],
  ['the sample report', sampleReport()],
  ['an answered report', answeredReport()],
  ['a report with a picture', drawn],
  ['an empty report', aReport([])],
  ['a report with nothing to say', aReport([anInventory({ verdict: 'ready', topology: aTopology() })])],
]

test('of a rule that remarks on many parts the page lists some, says how many more there are, and counts them all', () => {
  const page = html(remarked)
  expect(page.match(/data-kind="info"/g)).toHaveLength(50)
  expect(page).toMatch(/10 more remarks that block nothing had no room on this page/)
  expect(page).toMatch(/10 entries more had no room on this page/)
  expect(page).toMatch(/<b>60<\/b> <span>info/)
  expect(html({ ...remarked, failOn: 'info' }).match(/data-kind="info"/g)).toHaveLength(60)
})

describe.each(reports)('%s', (_, report) => {
  const page = html(report)

  test('names style and script by their hashes, and allows nothing else', () => {
    const policy = unescaped(/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '')
    for (const element of ['style', 'script']) {
      const [, text = ''] = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(page) ?? []
      expect(policy).toContain(`${element}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      expect(page.split(`<${element}`)).toHaveLength(2)
    }
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('has no attribute that runs, loads or styles', () => {
    expect(elementsOf(page).filter((tag) => /\s(?:on\w+|src|srcset|style|action|formaction)=/i.test(tag))).toEqual([])
    const addresses = elementsOf(page).flatMap((tag) => /\shref="([^"]*)"/.exec(tag)?.[1] ?? [])
    expect(addresses.filter((address) => !/^(?:#[\w-]+|https:\/\/\S+|data:,)$/.test(address))).toEqual([])
  })

  test('has no id twice, and a target for every link within the page', () => {
    const ids = elementsOf(page).flatMap((tag) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? [])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const wanted = elementsOf(page).flatMap((tag) => /\s(?:href="#|aria-labelledby=")([^"]*)"/.exec(tag)?.[1] ?? [])
    expect(wanted.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('has its headings in order, one of them the first', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  })

  test('has one main part, a title, a language, and tables whose heads say what they are heads of', () => {
    expect(page.match(/<main/g)).toHaveLength(1)
    expect(page).toMatch(/<html lang="en">[\s\S]*<title>[^<]+<\/title>/)
    expect(elementsOf(page).filter((tag) => /^<th\b/.test(tag) && !tag.includes('scope='))).toEqual([])
  })
})

test.each(hostileTexts)('%s adds no element and no attribute', (_, text) => {
  const ours = (report: Report) =>
    elementsOf(html(report)).map((tag) => tag.replace(/="[^"]*"/g, '=""').replace(/^<a .*/, '<a>'))
  const kept = ['role', 'asOf', 'collectedOn', 'expires', 'release']
  for (const report of [sampleReport(), answeredReport(), drawn]) {
    expect(ours(withEverywhere(report, text, kept))).toEqual(ours(withEverywhere(report, 'harmless', kept)))
  }
})

test('no address of an inventory becomes a link', () => {
  const page = html(withEverywhere(drawn, 'https://evil.example/x', ['url', 'asOf', 'release']))
  expect(page).not.toMatch(/href="https:\/\/evil/)
  expect(page).toContain('https://evil.example/x')
})

test('an address of a source is a link only where it leads to the web', () => {
  const withUrl = (url: string) => {
    const sources = [{ document: 'A page', section: 'All', url, stance: 'requires' as const }]
    return html({ ...drawn, rules: drawn.rules.map((rule) => ({ ...rule, sources })) })
  }
  expect(withUrl('https://learn.microsoft.com/a?b=1&c="d')).toContain(
    '<a href="https://learn.microsoft.com/a?b=1&amp;c=%22d" rel="noopener noreferrer">A page</a>',
  )
  for (const url of ['javascript:alert(1)', '\\\\evil\\share', 'file:///etc/passwd', 'data:text/html,x'])
    expect(withUrl(url)).not.toMatch(/<a href="(?!#|https:)/)
})

test('what is not decided is to be seen without unfolding anything', () => {
  const page = html(drawn).replace(/<details[\s\S]*?<\/details>/g, '')
  expect(page).toContain('Not decided for Sales.')
  expect(page).toContain('Run Export-RdsInventory.ps1 again when Win32_OperatingSystem answers')
  expect(page).toContain('The RPC server is unavailable.')
})

test('of a rule with many findings most are folded, of one with much undecided nothing', () => {
  const findings = Array.from({ length: 40 }, (_, at) => aFinding({ subject: `RDSH${at}`, fingerprint: `${at}` }))
  const undecided = Array.from({ length: 40 }, (_, at) => anUndecided({ subject: `Collection ${at}` }))
  const shown = html(aReport([anInventory({ findings, undecided })]))
    .replace(/<details class="commands">[\s\S]*?<\/details>/g, '')
    .replace(/<details[\s\S]*?<\/details>/g, '')
  expect(shown.match(/data-standing="undecided"/g)).toHaveLength(40)
  expect(shown.match(/data-standing="failed"/g)).toHaveLength(8)
})

test('a finding is marked where it sits, and a missing fact where it is missing', () => {
  const page = html(drawn)
  const marksOf = (name: string) => {
    const [item = ''] =
      new RegExp(`<li class="server[^"]*"><span class="name">${name}</span>[\\s\\S]*?</li>`).exec(page) ?? []
    return [...item.matchAll(/<a class="count[^>]*>([^<]*)/g)].map(([, text]) => text)
  }
  expect(marksOf('RDGateway')).toEqual(['1 error'])
  expect(marksOf('RDSH04')).toEqual(['1 not decided'])
  expect(marksOf('RDSH03')).toEqual([])
  expect(page).toMatch(
    /Connection brokers<\/span><\/h4><p class="box-remark">no high availability<\/p><span class="marks"><a[^>]*>1 error/,
  )
})

test.each([
  ['licence servers that nobody told', 'Licence servers</span></h4><p class="not-told">servers not known</p>'],
  [
    'a release that nobody told',
    '<span class="name">RDSH04</span> <span class="release r-unknown">release not known</span>',
  ],
  [
    'a server that the plan only names',
    '<span class="name">RDSH14</span> <span class="release r-none">not in the inventory</span>',
  ],
  ['a list of certificates that is known in part', 'perhaps others: the list is not known whole'],
])('%s never reads as none', (_, text) => {
  expect(html(drawn)).toContain(text)
})

const passed = { pass: 7, fail: 0, undecided: 0, notApplicable: 0 }

test.each([
  ['nothing was checked in', 'Nothing was checked', { tallies: {} }],
  ['passed', 'Nothing in the way', {}],
  ['has an error', 'Put right first', { findings: [aFinding()] }],
  ['has a warning', 'Read the findings', { findings: [aFinding({ severity: 'warning' })] }],
  [
    'has what is suppressed only',
    'Suppressed or known',
    { findings: [aFinding({ suppressed: { reason: 'CHG-1042' } })] },
  ],
  ['has what is known only', 'Suppressed or known', { findings: [aFinding({ baseline: 'known' })] }],
  [
    'is not decided',
    'Find out first',
    { undecided: [anUndecided({ rule: 'broker-ha-not-configured', category: 'connection-broker' })] },
  ],
  [
    'has a rule that went wrong',
    'A rule went wrong',
    { faults: [{ rule: 'broker-ha-not-configured', pointer: '', message: 'division by zero' }] },
  ],
] as const)('a step that %s reads "%s"', (_, word, changes) => {
  const inventory = anInventory({ tallies: { 'broker-ha-not-configured': passed }, ...changes })
  const page = html(aReport([inventory], { rules: [aDescriptor()] }))
  expect(/Step 1, connection broker<\/th><td><span class="state[^>]*>([^<]*)/.exec(page)?.[1]).toBe(word)
})

test('a page that has no room for all says how many it leaves out', () => {
  const findings = Array.from({ length: 4000 }, (_, at) => aFinding({ subject: `RDSH${at}`, fingerprint: `${at}` }))
  const page = html(aReport([anInventory({ findings })]))
  expect(page.match(/data-standing=/g)).toHaveLength(3000)
  expect(page).toContain('1,000 entries more had no room on this page')
  expect(page).toContain('<b>4,000</b>')
})

test('of a run over many inventories each has a row, and the first fifty all the rest', () => {
  const inventories = Array.from({ length: 120 }, (_, at) => anInventory({ file: `farm-${at}.json` }))
  const page = html(aReport(inventories))
  expect(page.match(/class="inventory"/g)).toHaveLength(50)
  expect(page).toContain('farm-119.json')
  expect(page).toContain('Of 70 inventories this page has no more than the row')
})

function elementsOf(page: string): readonly string[] {
  return page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').match(/<[a-z][^>]*>/gi) ?? []
}

function unescaped(text: string): string {
  return text.replaceAll('&#39;', "'")
}
