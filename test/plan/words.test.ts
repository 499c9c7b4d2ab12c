import { describe, expect, test } from 'vitest'
import type { Deployment, Inventory, SessionHost } from '../../src/inventory/inventory.ts'
import { incomplete } from '../../src/model/incomplete-list.ts'
import { timestampOf } from '../../src/model/instant.ts'
import { apply } from '../../src/plan/apply.ts'
import type { Operation } from '../../src/plan/operation.ts'
import { worded } from '../../src/plan/words/index.ts'
import { wordingOf } from '../../src/plan/words/wording.ts'
import { everyOperation } from '../support/every-operation.ts'
import { movingFarm } from '../support/moving-farm.ts'

const today = timestampOf('2026-11-24') as NonNullable<ReturnType<typeof timestampOf>>
const run = { target: '2012R2', method: 'migrate', phase: 'during', today } as const

function words(operation: Operation, inventory: Inventory = movingFarm, placeholders: readonly string[] = []) {
  return worded(operation, wordingOf(run, new Set(placeholders), [inventory, apply(inventory, operation, '2012R2')]))
}

const broker = "-ConnectionBroker 'RDCB01.northwind.example'"

test.each<readonly [title: string, operation: Operation, commands: readonly string[]]>([
  [
    'Take RDCB02 and RDCB03 out',
    { removeBrokers: { brokers: ['RDCB02', 'RDCB03'] } },
    [
      `Remove-RDServer -Server 'RDCB02' -Role RDS-CONNECTION-BROKER ${broker} -Force`,
      `Remove-RDServer -Server 'RDCB03' -Role RDS-CONNECTION-BROKER ${broker} -Force`,
    ],
  ],
  [
    'Drain RDSH01',
    { drain: { host: 'RDSH01.northwind.example' } },
    [`Set-RDSessionHost -SessionHost 'RDSH01.northwind.example' -NewConnectionAllowed No ${broker}`],
  ],
  [
    'Sign out all sessions on RDSH02',
    { signOut: { host: 'RDSH02' } },
    [
      `Get-RDUserSession -CollectionName 'Finance' ${broker} | Where-Object -Property HostServer -EQ -Value 'RDSH02' | ForEach-Object { Invoke-RDUserLogoff -HostServer $_.HostServer -UnifiedSessionID $_.UnifiedSessionId -Force }`,
    ],
  ],
  [
    'Add RDSH11 to Sales',
    { addHost: { collection: 'Sales', host: 'RDSH11' } },
    [
      `Add-RDServer -Server 'RDSH11' -Role RDS-RD-SERVER ${broker}`,
      `Add-RDSessionHost -CollectionName 'Sales' -SessionHost 'RDSH11' ${broker}`,
    ],
  ],
  [
    'Point Sales at its profile disks',
    { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } },
    [
      `Set-RDSessionCollectionConfiguration -CollectionName 'Sales' -EnableUserProfileDisk -DiskPath '\\\\FS11\\Disks\\Sales' -MaxUserProfileDiskSizeGB 20 ${broker}`,
    ],
  ],
  [
    'Point Developers at its profile disks',
    { setProfileDiskLocation: { collection: 'Developers', location: '\\\\FS11\\D' } },
    [
      `Set-RDVirtualDesktopCollectionConfiguration -CollectionName 'Developers' -EnableUserProfileDisks -DiskPath '\\\\FS11\\D' -MaxUserProfileDiskSizeGB <size in GB> ${broker}`,
    ],
  ],
  [
    'Move the profile disks',
    { moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales\\', to: '\\\\FS11\\Disks\\Sales' } },
    ["robocopy '\\\\FS01\\Disks\\Sales' '\\\\FS11\\Disks\\Sales' /E /COPYALL"],
  ],
  [
    'List RDLS11 as a licence server',
    { addLicenseServer: { server: 'RDLS11' } },
    [
      `Add-RDServer -Server 'RDLS11' -Role RDS-LICENSING ${broker}`,
      `Set-RDLicenseConfiguration -Mode PerUser -LicenseServer 'RDLS01','RDLS11' ${broker} -Force`,
    ],
  ],
  [
    'Take licence server RDLS01 out',
    { removeLicenseServer: { server: 'RDLS01.northwind.example' } },
    [
      `Set-RDLicenseConfiguration -Mode PerUser -LicenseServer <licence servers> ${broker} -Force`,
      `Remove-RDServer -Server 'RDLS01.northwind.example' -Role RDS-LICENSING ${broker} -Force`,
    ],
  ],
  [
    'Migrate RD Gateway from RDGW01 to RDGW11, by',
    { replaceServer: { server: 'RDGW01', by: 'RDGW11' } },
    [
      `Add-RDServer -Server 'RDGW11' -Role RDS-GATEWAY ${broker} -GatewayExternalFqdn <external name>`,
      `Remove-RDServer -Server 'RDGW01' -Role RDS-GATEWAY ${broker} -Force`,
    ],
  ],
  [
    'Upgrade RDCB01 in place to Windows Server 2016, on its way',
    { upgradeServer: { server: 'RDCB01.northwind.example', to: '2016' } },
    [
      "<drive of the installation medium>\\setup.exe # on 'RDCB01.northwind.example', and keep files, settings and apps",
    ],
  ],
])('%s', (title, operation, commands) => {
  const found = words(operation)
  expect(found.title).toContain(title)
  expect(found.commands).toEqual(commands)
})

const all = everyOperation(movingFarm, 7)

describe('every operation', () => {
  test('is among those that are tried', () => {
    expect(new Set(all.map((operation) => Object.keys(operation)[0])).size).toBe(28)
  })

  test.each(
    all.map((operation) => ({
      name: Object.keys(operation)[0] ?? '',
      taken: JSON.stringify(Object.values(operation)[0]),
      operation,
    })),
  )('$name $taken has a title, subjects, commands, a check and rules whose pages say so', ({ operation }) => {
    const { title, subjects, commands, verify, rules } = words(operation)
    expect(title).toMatch(/^[A-Z].+[^.]$/)
    // A server without a role that moves has nothing to type.
    const typed = 'replaceServer' in operation ? verify : commands
    for (const list of [subjects, typed, verify, rules]) expect(list.length).toBeGreaterThan(0)
  })

  test.each(
    all.map((operation) => ({
      name: Object.keys(operation)[0] ?? '',
      taken: JSON.stringify(Object.values(operation)[0]),
      operation,
    })),
  )('$name $taken asks the broker and wants no confirmation', ({ operation }) => {
    const { commands, verify } = words(operation)
    for (const command of [...commands, ...verify].flatMap((line) => line.split(/ \| |\{/))) {
      const [, verb = '', cmdlet = ''] = /^\s*((?:Get|Set|Add|Remove|New|Move)-)(RD\w+)/.exec(command) ?? []
      if (cmdlet === '' || cmdlet === 'RDActiveManagementServer') continue
      expect(command).toContain(' -ConnectionBroker ')
      if (verb === 'Remove-') expect(command).toContain(' -Force')
    }
  })
})

/** What PowerShell reads: the literals of a command, and whether anything else than known words is left. */
const literal = /'(?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*'/g

describe('names', () => {
  test.each([
    ["O'Brien; Remove-Item C:\\ -Recurse"],
    ['\u2019; Stop-Computer #'],
    ['$(Stop-Computer)'],
    ['RDSH01`n; Stop-Computer'],
    ['RDSH01\nStop-Computer'],
    ['<successor of RDSH01>'],
    ["'"],
  ])('%j stays one literal in every command', (name) => {
    for (const operation of all) {
      const hostile = JSON.parse(JSON.stringify(operation), (key, value) =>
        typeof value === 'string' && !['role', 'to', 'thumbprint'].includes(key) ? name : value,
      ) as Operation
      const { commands, verify } = words(hostile)
      for (const command of [...commands, ...verify]) {
        expect(command).not.toMatch(/[\n\r]/)
        const rest = command.replace(literal, "''")
        expect(rest).not.toMatch(/Stop-Computer|Remove-Item|Brien|successor/)
        expect(rest.replaceAll("''", '')).not.toContain("'")
      }
    }
  })

  test('that nobody gave stand as placeholders, which PowerShell refuses', () => {
    const operation: Operation = { addHost: { collection: 'Sales', host: '<successor of RDSH01>' } }
    expect(words(operation, movingFarm, ['<successor of RDSH01>']).commands[0]).toBe(
      `Add-RDServer -Server <new host> -Role RDS-RD-SERVER ${broker}`,
    )
  })
})

test.each<readonly [string, Operation, boolean]>([
  ['the drain of the only host', { drain: { host: 'RDSH02' } }, true],
  ['signing out', { signOut: { host: 'RDSH02' } }, true],
  ['the upgrade of a broker', { upgradeServer: { server: 'RDCB01' } }, true],
  ['the upgrade of a broker that is out of the deployment', { upgradeServer: { server: 'RDCB02' } }, false],
  ['adding a host', { addHost: { collection: 'Sales', host: 'RDSH11' } }, false],
])('%s interrupts service: %s', (_, operation, interrupts) => {
  expect(words(operation).interrupts).toBe(interrupts)
})

test('RemoteApps that only some groups may start are published for those alone', () => {
  expect(words({ publishApps: { from: 'Finance', to: 'Sales' } }).commands.at(-1)).toBe(
    `Get-RDRemoteApp -CollectionName 'Finance' ${broker} | Where-Object -Property UserGroups | ForEach-Object { Set-RDRemoteApp -CollectionName 'Sales' -Alias $_.Alias -UserGroups $_.UserGroups ${broker} }`,
  )
})

describe('what a list does not tell', () => {
  const { deployment } = movingFarm
  const farmOf = (change: Partial<Deployment>): Inventory => ({
    ...movingFarm,
    deployment: deployment ? { ...deployment, ...change } : null,
  })

  test('is not struck from the licence servers of the deployment', () => {
    const servers = incomplete(['RDLS01'], [{ holder: movingFarm }])
    const farm = farmOf({ licensing: { mode: 'PerUser', servers } })
    const list = (operation: Operation) => words(operation, farm).commands.find((one) => one.startsWith('Set-'))
    expect(list({ addLicenseServer: { server: 'RDLS11' } })).toContain(
      "-LicenseServer 'RDLS01','RDLS11',<licence servers>",
    )
    expect(list({ removeLicenseServer: { server: 'RDLS01' } })).toContain('-LicenseServer <licence servers>')
  })

  test('is not struck from the user groups of a collection', () => {
    const sessionCollections = (deployment?.sessionCollections ?? []).map((one) =>
      one.name === 'Finance' ? { ...one, userGroups: incomplete(['NORTHWIND\\Finance'], [{ holder: one }]) } : one,
    )
    const [groups] = words({ publishApps: { from: 'Finance', to: 'Sales' } }, farmOf({ sessionCollections })).commands
    expect(groups).toContain("-UserGroup 'NORTHWIND\\Finance','NORTHWIND\\Sales',<user groups>")
  })

  test.each<readonly [string, SessionHost, boolean]>([
    ['takes connections', { server: 'RDSH03', newConnectionAllowed: 'Yes' }, false],
    ['is drained', { server: 'RDSH03', newConnectionAllowed: 'No' }, true],
    ['may be drained', { server: 'RDSH03' }, true],
  ])('a drain that leaves one host which %s interrupts service as far as anybody knows', (_, other, interrupts) => {
    const sessionCollections = (deployment?.sessionCollections ?? []).map((one) =>
      one.name === 'Finance' ? { ...one, sessionHosts: [...(one.sessionHosts ?? []), other] } : one,
    )
    expect(words({ drain: { host: 'RDSH02' } }, farmOf({ sessionCollections })).interrupts).toBe(interrupts)
  })
})
