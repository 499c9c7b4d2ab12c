import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { isThing } from '../../src/collector/clixml/value.ts'
import { field, textOf } from '../../src/collector/read/fields.ts'
import { aCollection, aDeployment, aFarm } from '../support/a-farm.ts'
import { type CollectorRun, describeScript, runCollector } from '../support/powershell.ts'

describeScript('the bundle that the script writes', () => {
  test('is complete where every question is answered, in the shapes of docs/bundle.md and without secrets', () => {
    const run = runCollector({ estate: aFarm(), options: ['-IncludeProfileDiskListing'] })
    expect(run.output).not.toMatch(/failed:|WARNING/)
    expect(run.output).toMatch(/ok +\d+\nempty +\d+\nfailed +0\nskipped +0\n/)
    expect(run.exit).toBe(0)

    const { sources, ...head } = manifestOf(run)
    expect(head).toEqual({
      bundleVersion: 1,
      collector: { name: 'Export-RdsInventory', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      collectedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      collectedOn: 'RDCB01.contoso.example',
      elevated: true,
      powerShell: expect.stringMatching(/^\d+\.\d+/),
      culture: 'en-US',
      connectionBroker: 'RDCB01.contoso.example',
    })
    const told = sources.filter(({ status }) => status === 'ok')
    expect(told.map(({ file }) => file)).toEqual([...filesOf(run)].filter((name) => name !== 'manifest.json'))
    for (const { file = '', sha256 } of told)
      expect(
        createHash('sha256')
          .update(run.bundle?.files.get(file) ?? '')
          .digest('hex'),
      ).toBe(sha256)
    for (const row of sources) expect(row.milliseconds).toBeTypeOf('number')

    expect(shapesOf(run)).toEqual(shapes)
    for (const [name, content] of run.bundle?.files ?? []) expect(content.toString(), name).not.toMatch(/SECRET/i)
  })

  test('holds the same facts from PowerShell 3.0, 5.1 and 7, of collections with odd names, in any culture', () => {
    const names = [
      '<Sales> & "Co"',
      '..\\..\\Sales',
      'CON',
      'Verk\u00E4ufer \u{1F600}',
      '_x0041_',
      'a/b:c*?',
      "O'Brien",
    ]
    const sessionCollections = names.map((name) => aCollection(name))
    const highAvailability = { connectionBrokers: ['RDCB01.contoso.example'], clientAccessName: 'rds', database }
    const estate = aFarm({ deployment: aDeployment({ sessionCollections, highAvailability }) })
    const runs = [
      runCollector({ estate, imitate: '3.0', env: { PWSH_CULTURE: 'de-DE' } }),
      runCollector({ estate, imitate: '5.1', env: { PWSH_CULTURE: 'ja-JP' } }),
      runCollector({ estate, imitate: '7' }),
    ]
    const [old, middle, newest] = runs.map((run) => factsOf(run))
    expect(middle).toEqual(old)
    expect(newest).toEqual(old)
    const told = old?.find(({ name }) => name === 'Get-RDConnectionBrokerHighAvailability')?.values[0]
    expect(textOf(field(told, 'DatabaseName'))).toBe('rdcb')
    for (const run of runs) {
      const { sources } = manifestOf(run)
      const collections = new Set(sources.flatMap(({ collection }) => collection ?? []))
      expect([...collections]).toEqual([...names, 'Pool'])
      // The module puts names into queries as they are, and an apostrophe ends the text there.
      const failed = sources.filter(({ status }) => status === 'failed')
      expect(new Set(failed.map(({ collection }) => collection))).toEqual(new Set(["O'Brien"]))
      expect(failed).toHaveLength(5)
      expect(run.exit).toBe(3)
      for (const name of filesOf(run)) expect(name).toMatch(/^(?:\d{3}-[A-Za-z0-9._-]+\.clixml|manifest\.json)$/)
      for (const [name, content] of run.bundle?.files ?? []) expect(content.toString(), name).not.toMatch(/SECRET/i)
    }
  })
})

/** A database whose connection string holds an account and a password. */
const database = {
  driver: 'SQL Server',
  server: 'sql01',
  name: 'rdcb;UID=SECRET-user;PWD=SECRET-MARKER',
  authentication: 'windows',
}

/** Source names and the properties of their objects, where `?` says that not every object has one. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  Win32_RDMSEnvironment: ['ServerName'],
  'Get-RDServer': ['Roles', 'Server'],
  'Get-RDConnectionBrokerHighAvailability': [
    'ActiveManagementServer',
    'ClientAccessName',
    'ConnectionBroker',
    'DatabaseAuthentication',
    'DatabaseDriver',
    'DatabaseFilePath',
    'DatabaseName',
    'DatabaseServer',
    'HasSecondaryConnectionString',
  ],
  'Get-RDSessionCollection': ['CollectionAlias', 'CollectionName', 'CollectionType', 'ResourceType', 'Size'],
  'Get-RDVirtualDesktopCollection': ['CollectionAlias', 'CollectionName', 'Type'],
  'Get-RDDeploymentGatewayConfiguration': [
    'BypassLocal',
    'GatewayExternalFqdn',
    'GatewayMode',
    'LogonMethod',
    'UseCachedCredentials',
  ],
  'Get-RDLicenseConfiguration': ['LicenseServer', 'Mode'],
  'Get-RDCertificate': [
    'ExpiresOn',
    'IssuedBy',
    'IssuedTo',
    'Level',
    'Role',
    'Subject',
    'SubjectAlternateName',
    'Thumbprint',
  ],
  'Get-RDSessionHost': ['CollectionName', 'NewConnectionAllowed', 'SessionHost'],
  'Get-RDSessionCollectionConfiguration': [
    'CollectionName',
    'DiskPath?',
    'EnableUserProfileDisk?',
    'MaxUserProfileDiskSizeGB?',
    'UserGroup?',
  ],
  'Get-RDRemoteApp': ['Alias', 'CollectionName', 'DisplayName', 'FilePath'],
  'Get-RDUserSession': ['CollectionName', 'Count', 'HostServer', 'SessionState'],
  'Get-RDVirtualDesktop': ['CollectionName', 'HostName', 'State', 'VirtualDesktopName'],
  'Get-RDVirtualDesktopCollectionConfiguration': [
    'CollectionName',
    'DiskPath?',
    'EnableUserProfileDisks?',
    'MaxUserProfileDiskSizeGB?',
    'UserGroups?',
  ],
  Win32_OperatingSystem: [
    'BuildNumber',
    'Caption',
    'Language',
    'OSLanguage',
    'OperatingSystemSKU',
    'ProductType',
    'Version',
  ],
  Win32_ComputerSystem: [
    'DNSHostName',
    'Domain',
    'DomainRole',
    'HypervisorPresent',
    'Manufacturer',
    'Model',
    'Name',
    'PartOfDomain',
  ],
  Registry: ['InstallationType', 'UpgradedBefore', 'WebAccessInstalledVersion'],
  'Get-WindowsFeature': ['Installed', 'Name'],
  'Get-OdbcDriver': ['Name', 'Platform'],
  'Cert:\\LocalMachine\\My': [
    'DnsNames',
    'EnhancedKeyUsage',
    'HasPrivateKey',
    'NotAfter',
    'NotBefore',
    'PrivateKeyExportable',
    'Subject',
    'Thumbprint',
  ],
  Win32_TSLicenseServer: ['ActivationStatus', 'ServerRole', 'Version', 'VersionNumber'],
  Win32_TSLicenseKeyPack: [
    'IssuedLicenses',
    'KeyPackId',
    'KeyPackType',
    'ProductType',
    'ProductVersion',
    'ProductVersionID',
    'TotalLicenses',
  ],
  Win32_TSGatewayServerSettings: ['CentralCAPEnabled', 'IsConfigured', 'RequestSOH'],
  Win32_TSGatewayLoadBalancer: ['Name'],
  Win32_TSGatewayConnectionAuthorizationPolicy: [
    'ComputerGroupNames',
    'Enabled',
    'HasNapAttributes',
    'Name',
    'UserGroupNames',
  ],
  Win32_TSGatewayResourceAuthorizationPolicy: [
    'Enabled',
    'Name',
    'ResourceGroupName',
    'ResourceGroupType',
    'UserGroupNames',
  ],
  'web.config': ['MachineKey', 'MachineKeyHash'],
  'Get-VMHost': ['VirtualMachineMigrationAuthenticationType', 'VirtualMachineMigrationEnabled'],
  'Get-VM': ['Name', 'State', 'Version'],
  'Get-VMRemoteFx3dVideoAdapter': ['VMName'],
  Share: ['Files', 'Location'],
}

function shapesOf(run: CollectorRun): Record<string, readonly string[]> {
  const found = new Map<string, { objects: number; properties: Map<string, number> }>()
  for (const { name, file } of manifestOf(run).sources) {
    if (file === undefined) continue
    const shape = found.get(name) ?? { objects: 0, properties: new Map<string, number>() }
    found.set(name, shape)
    for (const value of valuesOf(run, file)) {
      shape.objects++
      const names = isThing(value) ? value.properties.keys() : ['not an object']
      for (const property of names) shape.properties.set(property, (shape.properties.get(property) ?? 0) + 1)
    }
  }
  return Object.fromEntries(
    [...found].map(([name, { objects, properties }]) => [
      name,
      [...properties].map(([property, count]) => (count === objects ? property : `${property}?`)).sort(),
    ]),
  )
}

/** Everything that versions of PowerShell must agree on. */
function factsOf(run: CollectorRun) {
  return manifestOf(run).sources.map(({ sha256, milliseconds, ...row }) => ({
    ...row,
    values: row.file === undefined ? [] : valuesOf(run, row.file),
  }))
}

function valuesOf(run: CollectorRun, file: string) {
  const read = readClixml(run.bundle?.files.get(file) ?? new Uint8Array())
  if ('problem' in read) throw new Error(`${file}: ${read.problem.message}`)
  return read.values
}

function manifestOf(run: CollectorRun) {
  if (!run.bundle) throw new Error(`no bundle was written: ${run.output}`)
  return run.bundle.manifest
}

function filesOf(run: CollectorRun): readonly string[] {
  return [...(run.bundle?.files.keys() ?? [])].sort()
}
