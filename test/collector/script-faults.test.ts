import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFarm, aServer } from '../support/a-farm.ts'
import {
  type CollectorRun,
  collectorScript,
  describeScript,
  type ManifestRow,
  runCollector,
  runPowerShell,
} from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

/** Every source, the name that the stand-ins give to its faults, and one server or collection of it. */
const sources: readonly Source[] = [
  { row: 'Win32_RDMSEnvironment on RDCB01' },
  { row: 'Get-RDConnectionBrokerHighAvailability', optional: true },
  { row: 'Get-RDDeploymentGatewayConfiguration' },
  { row: 'Get-RDLicenseConfiguration' },
  { row: 'Get-RDCertificate' },
  { row: 'Get-RDSessionHost of Sales', optional: true },
  { row: 'Get-RDSessionCollectionConfiguration of Office' },
  { row: 'Get-RDRemoteApp of Sales', optional: true },
  { row: 'Get-RDUserSession of Sales', optional: true },
  { row: 'Get-RDVirtualDesktop of Pool', optional: true },
  { row: 'Win32_OperatingSystem on RDSH01' },
  { row: 'Win32_ComputerSystem on RDCB01' },
  { row: 'Registry on RDSH02', command: 'StdRegProv' },
  { row: 'Get-WindowsFeature on RDSH01', optional: true },
  { row: 'Get-OdbcDriver on RDVH01', optional: true },
  { row: 'Cert:\\LocalMachine\\My on RDWEB01', command: 'Cert:', optional: true },
  { row: 'Win32_TSLicenseServer on RDCB01' },
  { row: 'Win32_TSLicenseKeyPack on RDCB01', optional: true },
  { row: 'Win32_TSGatewayServerSettings on RDWEB01' },
  { row: 'Win32_TSGatewayLoadBalancer on RDWEB01', optional: true },
  { row: 'Win32_TSGatewayConnectionAuthorizationPolicy on RDWEB01', optional: true },
  { row: 'Win32_TSGatewayResourceAuthorizationPolicy on RDWEB01', optional: true },
  { row: 'Get-VMHost on RDVH01' },
  { row: 'Get-VM on RDVH01', optional: true },
  { row: 'Get-VMRemoteFx3dVideoAdapter on RDVH01', optional: true },
  { row: 'Share of Sales on FS01', command: 'Share' },
]

interface Source {
  readonly row: string
  readonly command?: string
  /** Whether "nothing there" is an answer. */
  readonly optional?: boolean
}

const options = ['-IncludeProfileDiskListing']

describeScript('a question that fails', () => {
  test.each([
    [0, 0],
    [1, 1],
    [0, 2],
    [1, 0],
  ])('costs its own facts and nothing else (half %i of the sources, first kind of fault %i)', (half, first) => {
    const chosen = sources.filter((_, index) => index % 2 === half)
    const kinds = ['AccessDenied', 'Unreachable', 'Throw']
    const faults = chosen.map((source, index) => faultOf(source, kinds[(index + first) % kinds.length] ?? ''))
    const run = runCollector({ estate: aFarm(), faults, options })
    const failed = new Set(chosen.map(({ row }) => row))
    // Both questions of a configuration have one name.
    expect(new Set(failedOf(run))).toEqual(failed)
    expect(statusesOf(run).size).toBe(everything.size)
    for (const [row, status] of everything) if (!failed.has(row)) expect(statusesOf(run).get(row)).toBe(status)
    for (const { status, message, file } of rowsOf(run)) {
      if (status !== 'failed') continue
      expect(message).toMatch(/^\S[^\r\n]*\S$/)
      expect(file).toBeUndefined()
    }
    expect(run.exit).toBe(3)
  })

  test('has no answer, or "nothing there" where that is an answer, when it answers with nothing', () => {
    const run = runCollector({ estate: aFarm(), faults: sources.map((source) => faultOf(source, 'Empty')), options })
    const statuses = statusesOf(run)
    for (const { row, optional } of sources)
      expect([row, statuses.get(row)]).toEqual([row, optional ? 'empty' : 'failed'])
  })

  test.each([
    [['Get-RDServer'], /Get-RDServer|RDWEB01/],
    [
      ['Get-RDSessionCollection', 'Get-RDVirtualDesktopCollection'],
      /Get-RD(?:Session|VirtualDesktop)Collection$| of (?:Sales|Office|Pool)\b/,
    ],
  ])('hides what only it would have named: %s', (commands, hidden) => {
    const faults = commands.map((command) => ({ command, error: 'Throw' }))
    const run = runCollector({ estate: aFarm(), faults, options })
    expect(failedOf(run)).toEqual(commands)
    const statuses = statusesOf(run)
    for (const [row, status] of everything)
      if (!hidden.test(row)) expect([row, statuses.get(row)]).toEqual([row, status])
  })

  test('is given up after the time limit, and so are the other questions to the same server', () => {
    const run = runCollector({
      estate: aFarm(),
      faults: [
        { command: 'Win32_ComputerSystem', server: 'RDSH01', error: 'Timeout' },
        { command: 'Get-RDUserSession', collection: 'Sales', error: 'Timeout' },
      ],
      env: { RDS_TIMEOUT_SECONDS: '20' },
      options: [...options, '-ServerTimeoutSeconds', '1'],
    })
    expect(failedOf(run)).toEqual(['Get-RDUserSession of Sales', 'Win32_ComputerSystem on RDSH01'])
    expect(
      rowsOf(run)
        .filter(({ status }) => status === 'skipped')
        .map(nameOf),
    ).toEqual([
      'Get-RDUserSession of Office',
      'Registry on RDSH01',
      'Get-WindowsFeature on RDSH01',
      'Get-OdbcDriver on RDSH01',
      'Cert:\\LocalMachine\\My on RDSH01',
    ])
    expect(rowsOf(run).find(({ status }) => status === 'failed')?.message).toBe('No answer within 1 seconds.')
    expect(statusesOf(run).get('Win32_OperatingSystem on RDSH02')).toBe('ok')
  })

  test('says why without accounts and passwords', () => {
    const message = "Login failed for user 'CONTOSO\\SECRET-one'.\r\nUID=SECRET-two;PWD=SECRET-three;"
    const run = runCollector({ estate: aFarm(), faults: [{ command: 'Get-RDCertificate', error: 'Throw', message }] })
    expect(rowsOf(run).find(({ status }) => status === 'failed')?.message).toMatch(/^Login failed for user/)
    expect(String(run.bundle?.files.get('manifest.json')) + run.output).not.toMatch(/SECRET/)
  })

  test('of a server that is not there is one of that server', () => {
    const run = runCollector({ estate: aFarm(), options: ['-Server', 'RDSH99,RDLIC09.contoso.example'] })
    expect(failedOf(run).every((row) => / on (?:RDSH99|RDLIC09)$/.test(row))).toBe(true)
    expect(new Set(failedOf(run).map((row) => row.split(' on ')[0]))).toContain('Win32_TSLicenseServer')
    expect(run.output.split('\n').filter((line) => line.startsWith('failed: ')).length).toBeLessThanOrEqual(4)
    // One attempt by WinRM, one by DCOM, one by remoting: a dead server is not waited for by each question.
    expect(run.calls.filter((line) => line.includes('RDSH99'))).toHaveLength(3)
  })
})

describeScript('an answer without what the script goes on with', () => {
  test('has failed, and costs that source only', () => {
    const modules = scratch()
    const folder = join(scratch(), 'bundle')
    mkdirSync(join(modules, 'RemoteDesktop'))
    writeFileSync(join(modules, 'RemoteDesktop', 'RemoteDesktop.psm1'), strangeCommands)
    const command = `$env:PSModulePath = '${modules}:' + $env:PSModulePath; & '${collectorScript}' -OutputPath '${folder}'; exit $LASTEXITCODE`
    const { exit, output } = runPowerShell(['-Command', command], { estate: aFarm() })
    expect([exit, output]).toEqual([3, expect.stringContaining('Get-RDServer: An answer has no property Server.')])
    const { sources } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      readonly sources: readonly ManifestRow[]
    }
    const missing = sources.filter(({ message }) => message?.startsWith('An answer has no property'))
    expect(missing.map(nameOf)).toEqual([
      'Get-RDServer',
      'Get-RDConnectionBrokerHighAvailability',
      'Get-RDLicenseConfiguration',
      'Get-RDSessionHost of Sales',
      'Get-RDSessionCollectionConfiguration of Sales',
      'Get-RDVirtualDesktop of Sales',
      'Get-RDVirtualDesktopCollectionConfiguration of Sales',
    ])
    expect(sources.find(({ name }) => name === 'Win32_OperatingSystem')?.status).toBe('ok')
  })
})

describeScript('the machine that the script runs on', () => {
  test('may not be elevated: it says so, and gives what can be had', () => {
    const run = runCollector({ estate: aFarm(), faults: { elevated: false } })
    expect(run.output).toContain('not elevated')
    expect(run.bundle?.manifest.elevated).toBe(false)
    expect(statusesOf(run).get('Win32_OperatingSystem on RDCB01')).toBe('ok')
    expect(statusesOf(run).get('Get-RDServer')).toBe('failed')
    expect(run.exit).toBe(3)
  })

  test.each(['5.1', '7'])(
    'may have no module RemoteDesktop: it says so, and asks the servers (PowerShell %s)',
    (imitate) => {
      const run = runCollector({ estate: aFarm(), faults: { missingModules: ['RemoteDesktop'] }, imitate })
      expect(run.output).toContain('WARNING: The PowerShell module RemoteDesktop is not installed on this machine')
      expect(failedOf(run).every((row) => row.startsWith('Get-RD'))).toBe(true)
      expect(failedOf(run)).toHaveLength(7)
      expect(statusesOf(run).get('Win32_TSLicenseServer on RDCB01')).toBe('ok')
      expect(run.exit).toBe(3)
    },
  )

  test('may end the run at a warning: it says so in one sentence', () => {
    const run = runCollector({ estate: aFarm(), faults: { elevated: false }, options: ['-WarningAction', 'Stop'] })
    expect(run.output).toMatch(/^(?:WARNING: .*\n)?The script came to an end that it was not made for: .*\n$/)
    expect([run.exit, run.bundle]).toEqual([2, undefined])
  })

  test('asks nothing of a module that another server lacks', () => {
    const run = runCollector({ estate: aFarm(), faults: { missingModules: ['Hyper-V'] } })
    expect(failedOf(run)).toEqual([
      'Get-VM on RDVH01',
      'Get-VMHost on RDVH01',
      'Get-VMRemoteFx3dVideoAdapter on RDVH01',
    ])
  })

  test('may not be the active broker: it says which one is, and asks that one', () => {
    const run = runCollector({ estate: aFarm({ collection: { collectedOn: 'RDWEB01.contoso.example' } }) })
    expect(failedOf(run)).toEqual([...brokerQuestions, 'Win32_RDMSEnvironment on RDWEB01'])
    const second = aServer('RDCB02', ['RDS-CONNECTION-BROKER'])
    const farm = aFarm({ collection: { collectedOn: 'RDCB02.contoso.example' } })
    const passive = runCollector({ estate: { ...farm, servers: [...farm.servers, second] } })
    expect(passive.output).toContain(
      'RDCB02.contoso.example is not the active connection broker, RDCB01.contoso.example is',
    )
    expect(passive.bundle?.manifest).toMatchObject({
      connectionBroker: 'RDCB01.contoso.example',
      collectedOn: 'RDCB02.contoso.example',
    })
    expect(failedOf(passive)).toEqual([])
    expect(passive.exit).toBe(0)
  })

  test('may have the role without a deployment: it says so, and asks no question about one', () => {
    const run = runCollector({ estate: aFarm({ deployment: null }) })
    expect(run.output).toContain('There is no Remote Desktop Services deployment on RDCB01.contoso.example')
    expect(rowsOf(run).filter(({ name, status }) => name.startsWith('Get-RD') && status !== 'skipped')).toEqual([])
    expect(statusesOf(run).get('Win32_RDMSEnvironment on RDCB01')).toBe('ok')
    expect(statusesOf(run).get('Win32_TSLicenseServer on RDCB01')).toBe('ok')
    expect(run.exit).toBe(0)
  })

  test('may know nothing: then nothing is written', () => {
    const run = runCollector({ estate: aFarm(), options: ['-ConnectionBroker', 'RDCB77.contoso.example'] })
    expect(run.bundle).toBeUndefined()
    expect(run.output).toContain('nothing was written')
    expect(run.exit).toBe(2)
  })
})

/** A module whose commands name collections, and give objects of another generation for everything else. */
const strangeCommands = `
function Get-RDSessionCollection { param($ConnectionBroker) [pscustomobject] @{ CollectionName = 'Sales' } }
Set-Alias Get-RDVirtualDesktopCollection Get-RDSessionCollection
function Get-Strange { param($ConnectionBroker, $CollectionName, [switch] $UserProfileDisk, [switch] $UserProfileDisks, [switch] $UserGroup, [switch] $UserGroups) [pscustomobject] @{ Other = 1 } }
foreach ($noun in 'Server', 'ConnectionBrokerHighAvailability', 'LicenseConfiguration', 'SessionHost', 'SessionCollectionConfiguration', 'VirtualDesktop', 'VirtualDesktopCollectionConfiguration') { Set-Alias "Get-RD$noun" Get-Strange }
Export-ModuleMember -Function * -Alias *`

const brokerQuestions = [
  'Get-RDCertificate',
  'Get-RDConnectionBrokerHighAvailability',
  'Get-RDDeploymentGatewayConfiguration',
  'Get-RDLicenseConfiguration',
  'Get-RDServer',
  'Get-RDSessionCollection',
  'Get-RDVirtualDesktopCollection',
]
const servers = ['RDCB01', 'RDSH01', 'RDSH02', 'RDWEB01', 'RDVH01']

/** The rows of a run on the farm without faults. */
const everything: ReadonlyMap<string, string> = new Map([
  ['Win32_RDMSEnvironment on RDCB01', 'ok'],
  ...brokerQuestions.map((row) => [row, 'ok'] as const),
  ...['Get-RDSessionHost', 'Get-RDSessionCollectionConfiguration', 'Get-RDRemoteApp', 'Get-RDUserSession'].map(
    (name) => [`${name} of Sales`, 'ok'] as const,
  ),
  ['Get-RDSessionHost of Office', 'empty'],
  ['Get-RDSessionCollectionConfiguration of Office', 'ok'],
  ['Get-RDRemoteApp of Office', 'ok'],
  ['Get-RDUserSession of Office', 'empty'],
  ['Get-RDVirtualDesktop of Pool', 'ok'],
  ['Get-RDVirtualDesktopCollectionConfiguration of Pool', 'ok'],
  ...servers.flatMap((server) =>
    [
      'Win32_OperatingSystem',
      'Win32_ComputerSystem',
      'Registry',
      'Get-WindowsFeature',
      'Get-OdbcDriver',
      'Cert:\\LocalMachine\\My',
    ].map((name) => [`${name} on ${server}`, 'ok'] as const),
  ),
  ['Win32_TSLicenseServer on RDCB01', 'ok'],
  ['Win32_TSLicenseKeyPack on RDCB01', 'ok'],
  ['Win32_TSGatewayServerSettings on RDWEB01', 'ok'],
  ['Win32_TSGatewayLoadBalancer on RDWEB01', 'ok'],
  ['Win32_TSGatewayConnectionAuthorizationPolicy on RDWEB01', 'ok'],
  ['Win32_TSGatewayResourceAuthorizationPolicy on RDWEB01', 'ok'],
  ['web.config on RDWEB01', 'ok'],
  ['Get-VMHost on RDVH01', 'ok'],
  ['Get-VM on RDVH01', 'ok'],
  ['Get-VMRemoteFx3dVideoAdapter on RDVH01', 'ok'],
  ['Share of Sales on FS01', 'ok'],
])

function faultOf({ row, command }: Source, error: string) {
  const [, name, collection, server] = /^(.+?)(?: of (\w+))?(?: on (\w+))?$/.exec(row) ?? []
  return { command: command ?? name, collection: command === 'Share' ? undefined : collection, server, error }
}

function rowsOf(run: CollectorRun): readonly ManifestRow[] {
  if (!run.bundle) throw new Error(`no bundle was written: ${run.output}`)
  return run.bundle.manifest.sources
}

function statusesOf(run: CollectorRun): ReadonlyMap<string, string> {
  return new Map(rowsOf(run).map((row) => [nameOf(row), row.status]))
}

function failedOf(run: CollectorRun): readonly string[] {
  const failed = rowsOf(run).filter(({ status }) => status === 'failed')
  return [...new Set(failed.map(nameOf))].sort()
}

function nameOf({ name, collection, server }: ManifestRow): string {
  const of = collection === undefined ? '' : ` of ${collection}`
  return `${name}${of}${server === undefined ? '' : ` on ${server.split('.')[0]}`}`
}
