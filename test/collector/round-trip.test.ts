import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { isThing, type Value } from '../../src/collector/clixml/value.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { collected, filesOf } from '../support/a-bundle.ts'
import { generatedInventory } from '../support/generated-inventory.ts'
import { describeScript, runCollector, runPowerShell } from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

/** Lets the script ask the deployment that an inventory describes, and collects what it wrote. */
function collectedFrom(estate: Inventory, faults?: object, imitate = '5.1') {
  const options = ['-IncludeProfileDiskListing', '-ServerTimeoutSeconds', '3']
  const env = { RDS_TIMEOUT_SECONDS: '4' }
  const run = runCollector({ estate, imitate, options, env, ...(faults === undefined ? {} : { faults }) })
  expect([0, 3], run.output).toContain(run.exit)
  return collected(filesOf(run.bundle?.folder ?? ''))
}

const brokerCommands = [
  'Get-RDServer',
  'Get-RDSessionCollection',
  'Get-RDVirtualDesktopCollection',
  'Get-RDLicenseConfiguration',
].map((command) => ({ command, error: 'Throw', message: 'A Remote Desktop Services deployment does not exist.' }))

describeScript('what the script collects', () => {
  test.each(
    fc
      .sample(generatedInventory, { numRuns: 3, seed: 20_261_124 })
      .map((inventory, index) => [index, inventory] as const),
  )('of generated estate %i is what the estate holds', (_, inventory) => {
    const { inventory: found, diagnostics } = collectedFrom(inventory)
    expect(diagnostics).toEqual([])
    expect(sectionsOf(found)).toEqual(sectionsOf(inventory))
    expect((found.collection?.sources ?? []).filter(({ status }) => status === 'failed')).toEqual([])
  })

  const [estate] = fc.sample(generatedInventory, { numRuns: 1, seed: 7 })
  const [host] = estate?.servers ?? []
  const name = host?.name ?? ''

  test.each([
    [
      'a class that is refused',
      { command: 'Win32_OperatingSystem', server: name, error: 'AccessDenied' },
      [['servers', 0, 'operatingSystem']],
    ],
    [
      'a class that does not answer',
      { command: 'Win32_ComputerSystem', server: name, error: 'Unreachable' },
      [
        ['servers', 0, 'domain'],
        ['servers', 0, 'virtualMachine'],
      ],
    ],
    [
      'a command that throws',
      { command: 'Get-WindowsFeature', server: name, error: 'Throw' },
      [['servers', 0, 'installedFeatures']],
    ],
    [
      'a command that hangs',
      { command: 'Get-OdbcDriver', server: name, error: 'Timeout' },
      [['servers', 0, 'odbcDrivers']],
    ],
    [
      'a command of the broker that fails',
      { command: 'Get-RDLicenseConfiguration', error: 'Throw' },
      [['deployment', 'licensing']],
    ],
    [
      'a list that is empty and never is',
      { command: 'Get-RDCertificate', error: 'Empty' },
      [['deployment', 'certificates']],
    ],
  ] as const)('%s leaves exactly its facts unknown', (_, fault, lost) => {
    if (!estate) throw new Error('no estate')
    const { inventory } = collectedFrom(estate, [fault])
    const expected = structuredClone(sectionsOf(estate))
    for (const path of lost) remove(expected, path)
    const found = sectionsOf(inventory)
    // A server that hung is given up, with all that was not asked yet.
    if (fault.error === 'Timeout') {
      expect(at(found, lost[0])).toBeUndefined()
    } else {
      for (const path of [
        ...lost,
        ...(fault.command === 'Win32_OperatingSystem' ? [['servers', 0, 'operatingSystem'] as const] : []),
      ])
        remove(found, path)
      expect(found).toEqual(expected)
    }
    const rows = (inventory.collection?.sources ?? []).filter(({ status }) => status === 'failed')
    expect(rows.map((row) => row.name)).toContain(fault.command)
    expect(rows.every(({ message }) => message !== undefined && message !== '')).toBe(true)
    expect(JSON.stringify(inventory)).not.toContain('SECRET-MARKER')
  })

  test.each([
    ['without the RemoteDesktop module', { missingModules: ['RemoteDesktop'] }],
    ['without administrator rights', { elevated: false }],
    [
      'on a broker that is not the active one',
      { faults: [{ command: 'Win32_RDMSEnvironment', error: 'Throw' }, ...brokerCommands] },
    ],
  ])('%s, nothing that was not told reads as none', (_, faults) => {
    if (!estate) throw new Error('no estate')
    const { inventory } = collectedFrom(estate, faults)
    expect(inventory.deployment).not.toBe(null)
    expect(inventory.servers ?? ['one']).not.toEqual([])
    const { deployment } = sectionsOf(estate) as { deployment: Readonly<Record<string, unknown>> }
    for (const [name, value] of Object.entries(inventory.deployment ?? {}))
      expect(ordered(value), name).toEqual(deployment[name])
    if (inventory.servers !== undefined) expect(inventory.collection?.incomplete).toContain('/servers')
    const failed = (inventory.collection?.sources ?? []).filter(({ status }) => status === 'failed')
    expect(failed.map(({ name }) => name)).toContain('Get-RDServer')
  })

  test.each(['3.0', '7'])('is the same with PowerShell %s', (version) => {
    if (!estate) throw new Error('no estate')
    expect(sectionsOf(collectedFrom(estate, undefined, version).inventory)).toEqual(sectionsOf(estate))
  })
})

describeScript('objects that the engine serialises', () => {
  test('read back as the same values', () => {
    const file = join(scratch(), 'values.clixml')
    const code = [
      '$a = [pscustomobject]@{ text = "a`r`n_x0041_ $([char]0xD83D)$([char]0xDE00) <&>"; empty = ""; none = $null; yes = $true;',
      'long = [long]::MaxValue; unsigned = [uint64]::MaxValue; list = @("one"); many = @(1, 2); none2 = @(); map = [ordered]@{ k = "v" };',
      'when = [datetime]::new(2026, 11, 24, 5, 0, 0, [DateTimeKind]::Utc); version = [version]"6.3.9600"; id = [guid]::Empty; state = [DayOfWeek]::Tuesday; __proto__ = "p" }',
      `@($a, $a, "text", 5) | Export-Clixml -LiteralPath '${file}' -Depth 5`,
    ].join('\n')
    expect(runPowerShell(['-Command', code]).output).toBe('')
    const read = readClixml(readFileSync(file))
    if ('problem' in read) throw new Error(read.problem.message)
    const [first, second, text, five] = read.values
    expect(second).toBe(first)
    expect([text, five]).toEqual(['text', { kind: 'integer', text: '5' }])
    const told = (key: string): Value | undefined => (isThing(first) ? first.properties.get(key) : undefined)
    expect(told('text')).toBe('a\r\n_x0041_ 😀 <&>')
    expect([told('empty'), told('none'), told('yes'), told('__proto__')]).toEqual(['', null, true, 'p'])
    expect([told('long'), told('unsigned')]).toEqual([
      { kind: 'integer', text: '9223372036854775807' },
      { kind: 'integer', text: '18446744073709551615' },
    ])
    expect(told('list')).toMatchObject({ items: ['one'] })
    expect(told('none2')).toMatchObject({ items: [] })
    expect(told('map')).toMatchObject({ entries: [['k', 'v']] })
    expect(told('when')).toEqual({ kind: 'date', text: '2026-11-24T05:00:00Z' })
    expect(told('state')).toMatchObject({ text: 'Tuesday', value: { kind: 'integer', text: '2' } })
  })
})

/** The sections that a deployment fills, with the lists in the order of their names. */
function sectionsOf({ servers, deployment }: Inventory): Record<string, unknown> {
  return ordered({ servers, deployment }) as Record<string, unknown>
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered).sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, ordered(inner)]))
}

function keyOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const named = entry as Readonly<Record<string, unknown>>
  return (
    String(named.kind ?? '') +
    String(named.name ?? named.server ?? named.role ?? named.thumbprint ?? named.alias ?? named.id)
  )
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce(
    (part: unknown, step) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    value,
  )
}

function remove(value: unknown, path: readonly (string | number)[]): void {
  const holder = at(value, path.slice(0, -1)) as Record<string | number, unknown> | undefined
  const last = path.at(-1)
  if (holder && last !== undefined) delete holder[last]
}
