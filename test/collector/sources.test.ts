import { describe, expect, test } from 'vitest'
import { collect } from '../../src/collector/collect.ts'
import { parseAs, readLoose } from '../../src/collector/loose.ts'
import { readConnectionString } from '../../src/collector/read/connection-string.ts'
import { readDate } from '../../src/collector/read/dates.ts'
import { aBundle, clixml, collected, objects } from '../support/a-bundle.ts'

const server = 'NWCB01.northwind.example'
const broker = {
  name: 'Get-RDServer',
  text: objects({
    Server: server,
    Roles: ['RDS-CONNECTION-BROKER', 'RDS-LICENSING', 'RDS-GATEWAY', 'RDS-VIRTUALIZATION', 'RDS-WEB-ACCESS'],
  }),
}
const sales = { name: 'Get-RDSessionCollection', text: objects({ CollectionName: 'Sales' }) }
const pool = { name: 'Get-RDVirtualDesktopCollection', text: objects({ CollectionName: 'Pool' }) }
const hosts = {
  name: 'Get-RDSessionHost',
  collection: 'Sales',
  text: objects({ CollectionName: 'Sales', SessionHost: 'NWSH01' }),
}

/** Of each source where it stands, and what "nothing there" is (exports, section 1.2). */
const nothing = [
  ['no high availability', 'Get-RDConnectionBrokerHighAvailability', {}, ['deployment', 'highAvailability'], null],
  ['no session collection', 'Get-RDSessionCollection', {}, ['deployment', 'sessionCollections'], []],
  [
    'no virtual desktop collection',
    'Get-RDVirtualDesktopCollection',
    {},
    ['deployment', 'virtualDesktopCollections'],
    [],
  ],
  [
    'a collection without hosts',
    'Get-RDSessionHost',
    { collection: 'Sales' },
    ['deployment', 'sessionCollections', 0, 'sessionHosts'],
    [],
  ],
  [
    'a collection without RemoteApps',
    'Get-RDRemoteApp',
    { collection: 'Sales' },
    ['deployment', 'sessionCollections', 0, 'remoteApps'],
    [],
  ],
  [
    'a collection without desktops',
    'Get-RDVirtualDesktop',
    { collection: 'Pool' },
    ['deployment', 'virtualDesktopCollections', 0, 'virtualDesktops'],
    [],
  ],
  ['no ODBC driver', 'Get-OdbcDriver', { server }, ['servers', 0, 'odbcDrivers'], []],
  ['no certificate', 'Cert:\\LocalMachine\\My', { server }, ['servers', 0, 'certificates'], []],
  ['no key pack', 'Win32_TSLicenseKeyPack', { server }, ['servers', 0, 'licenseServer', 'keyPacks'], []],
  ['no farm', 'Win32_TSGatewayLoadBalancer', { server }, ['servers', 0, 'gateway', 'farmMembers'], []],
  ['no virtual machine', 'Get-VM', { server }, ['servers', 0, 'virtualizationHost', 'virtualMachines'], []],
] as const

describe.each(nothing)('%s', (_, name, asked, path, none) => {
  const others = [broker, sales, pool].filter((source) => source.name !== name)
  const at = (status: string) => {
    let value: unknown = collected(aBundle([...others, { name, ...asked, status }])).inventory
    for (const step of path) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step]
    return value
  }

  test('is known where the source says so', () => expect(at('empty')).toEqual(none))
  test('is not known where the source failed', () => expect(at('failed')).toBeUndefined())
  test('is not known where the source was skipped', () => expect(at('skipped')).toBeUndefined())
})

describe('no deployment', () => {
  const asked = { name: 'Win32_RDMSEnvironment', server }

  test('is known where the broker names no active server', () => {
    expect(collected(aBundle([{ ...asked, text: objects({ ServerName: '' }) }])).inventory.deployment).toBe(null)
  })
  test('is not known where the answer names nothing at all', () => {
    const { inventory } = collected(aBundle([{ ...asked, text: objects({ ServerName: null }) }]))
    expect(inventory).not.toHaveProperty('deployment')
  })
  test('is known with -Standalone', () => {
    const systems = { name: 'Win32_ComputerSystem', server, status: 'failed' }
    expect(collected(aBundle([systems], { standalone: true })).inventory.deployment).toBe(null)
  })
  test('is not known where nobody answered', () => {
    const failed = ['Get-RDServer', 'Get-RDSessionCollection', 'Win32_RDMSEnvironment'].map((name) => ({
      name,
      status: 'failed',
    }))
    expect(collected(aBundle(failed)).inventory).not.toHaveProperty('deployment')
  })
  test('is not believed where others tell of a deployment', () => {
    const { inventory, diagnostics } = collected(aBundle([{ ...asked, text: objects({ ServerName: '' }) }, sales]))
    expect(inventory.deployment).toEqual({ sessionCollections: [{ name: 'Sales' }] })
    expect(diagnostics[0]?.code).toBe('conflict')
  })
})

describe('lists that are known in part', () => {
  test('are kept, and named', () => {
    const { inventory } = collected(
      aBundle([{ name: 'Get-RDServer', status: 'failed' }, { name: 'Get-OdbcDriver', server, status: 'empty' }, hosts]),
    )
    expect(inventory.servers).toEqual([{ name: server, odbcDrivers: [] }])
    expect(inventory.collection?.incomplete).toEqual(['/servers', '/deployment/sessionCollections'])
  })
  test('of policies need both classes', () => {
    const policy = {
      name: 'Win32_TSGatewayConnectionAuthorizationPolicy',
      server,
      text: objects({
        Name: 'All',
        Enabled: true,
        UserGroupNames: 'NORTHWIND\\Staff;BUILTIN\\Users',
        ComputerGroupNames: '',
      }),
    }
    const other = { name: 'Win32_TSGatewayResourceAuthorizationPolicy', server }
    const part = collected(aBundle([broker, policy, { ...other, status: 'failed' }])).inventory
    expect(part.collection?.incomplete).toEqual(['/servers/0/gateway/authorizationPolicies'])
    const policies = [
      { name: 'All', kind: 'connection', enabled: true, userGroups: ['NORTHWIND\\Staff', 'BUILTIN\\Users'] },
    ]
    expect(part.servers?.[0]?.gateway?.authorizationPolicies).toEqual(policies)
    const all = collected(aBundle([broker, policy, { ...other, status: 'empty' }])).inventory
    expect(all.collection).not.toHaveProperty('incomplete')
    const none = collected(
      aBundle([broker, { ...policy, text: undefined, status: 'empty' } as never, { ...other, status: 'failed' }]),
    ).inventory
    expect(none.servers?.[0]?.gateway).toEqual({})
  })
})

test('RemoteFX adapters are told of each machine where the host told all of them, and of none where it did not', () => {
  const machines = { name: 'Get-VM', server, text: objects({ Name: 'VDI-1', State: 'Off' }, { Name: 'VDI-2' }) }
  const adapters = { name: 'Get-VMRemoteFx3dVideoAdapter', server }
  const told = (source: object) =>
    collected(
      aBundle([broker, machines, { ...adapters, ...source }]),
    ).inventory.servers?.[0]?.virtualizationHost?.virtualMachines?.map((one) => one.remoteFxAdapter)
  expect(told({ text: objects({ VMName: 'VDI-1' }) })).toEqual([true, false])
  expect(told({ status: 'empty' })).toEqual([false, false])
  expect(told({ status: 'failed' })).toEqual([undefined, undefined])
})

test('sessions of a whole deployment that a bundle asked for give hosts that are not named a zero', () => {
  const two = objects(
    { CollectionName: 'Sales', SessionHost: 'NWSH01' },
    { CollectionName: 'Sales', SessionHost: 'NWSH02' },
  )
  const rows = objects({ CollectionName: 'Sales', HostServer: 'NWSH01', SessionState: 'STATE_ACTIVE', Count: 2 })
  const { inventory } = collected(aBundle([sales, { ...hosts, text: two }, { name: 'Get-RDUserSession', text: rows }]))
  expect(inventory.deployment?.sessionCollections?.[0]?.sessionHosts?.map((one) => one.sessions)).toEqual([
    { active: 2, disconnected: 0 },
    { active: 0, disconnected: 0 },
  ])
})

test('sessions are counted on hosts, zero only where all were told', () => {
  const sessions = (source: object) => {
    const { inventory } = collected(
      aBundle([
        { ...broker, text: objects({ Server: 'NWSH01.northwind.example', Roles: ['RDS-RD-SERVER'] }) },
        sales,
        hosts,
        { name: 'Get-RDUserSession', collection: 'Sales', ...source },
      ]),
    )
    return [
      inventory.deployment?.sessionCollections?.[0]?.sessionHosts?.[0]?.sessions,
      inventory.servers?.[0]?.sessions,
    ]
  }
  const rows = [
    { CollectionName: 'Sales', HostServer: 'nwsh01.northwind.example', SessionState: 'STATE_ACTIVE', Count: 3 },
    { CollectionName: 'Sales', HostServer: 'nwsh01.northwind.example', SessionState: 'STATE_DISCONNECTED', Count: 1 },
  ]
  expect(sessions({ text: objects(...rows) })).toEqual([
    { active: 3, disconnected: 1 },
    { active: 3, disconnected: 1 },
  ])
  expect(sessions({ status: 'empty' })).toEqual([
    { active: 0, disconnected: 0 },
    { active: 0, disconnected: 0 },
  ])
  expect(sessions({ status: 'failed' })).toEqual([undefined, undefined])
})

describe('names', () => {
  test('meet without case, and short ones with the full one that fits', () => {
    const { inventory } = collected(aBundle([broker, { name: 'Get-OdbcDriver', server: 'nwcb01', status: 'empty' }]))
    expect(inventory.servers).toMatchObject([{ name: server, odbcDrivers: [] }])
  })
  test('that fit several stay apart', () => {
    const twins = objects({ Server: 'NWCB01.north.example', Roles: [] }, { Server: 'NWCB01.south.example', Roles: [] })
    const { inventory } = collected(
      aBundle([
        { name: 'Get-RDServer', text: twins },
        { name: 'Get-OdbcDriver', server: 'NWCB01', status: 'empty' },
      ]),
    )
    expect(inventory.servers?.map(({ name }) => name)).toEqual([
      'NWCB01',
      'NWCB01.north.example',
      'NWCB01.south.example',
    ])
  })
})

test('two sources that disagree leave the fact unknown, and say so', () => {
  const system = (version: string, file: string) => ({
    file,
    bytes: Buffer.from(objects({ PSComputerName: server, Version: version, ProductType: 3 })),
  })
  const { answers } = readLoose([system('6.2.9200', 'a.xml'), system('6.3.9600', 'b.xml')])
  const { inventory, diagnostics } = collect({ answers })
  expect(inventory.servers).toEqual([{ name: server, operatingSystem: { productType: 3 } }])
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'operatingSystem.version of NWCB01.northwind.example is left unknown: Win32_OperatingSystem (a.xml) and Win32_OperatingSystem (b.xml) disagree about it',
  ])
})

describe('loose files', () => {
  const loose = (text: string, as?: { source: string; argument?: string }) => {
    const read = readLoose([{ file: 'export.xml', bytes: Buffer.from(text), ...(as ? { as } : {}) }])
    return { ...collect({ answers: read.answers }), said: read.diagnostics }
  }
  const typed = (type: string, properties: string) =>
    clixml(`<Obj RefId="0"><TN RefId="0"><T>${type}</T><T>System.Object</T></TN><Props>${properties}</Props></Obj>`)

  test.each(['', 'Deserialized.'])('are known by their types: %sMicrosoft…', (prefix) => {
    const text = typed(
      `${prefix}Microsoft.RemoteDesktopServices.Management.RDDeploymentServer`,
      `<S N="Server">${server}</S><Obj N="Roles"><LST><S>RDS-GATEWAY</S></LST></Obj>`,
    )
    expect(loose(text).inventory.servers).toEqual([{ name: server, roles: ['RDS-GATEWAY'] }])
  })
  test('are known by their properties, and read one element as a list of one', () => {
    expect(loose(objects({ Server: server, Roles: 'RDS-GATEWAY' })).inventory.servers).toEqual([
      { name: server, roles: ['RDS-GATEWAY'] },
    ])
  })
  test.each([
    ['nothing', clixml()],
    ['null', clixml('<Nil />')],
    ['an empty list', clixml('<Obj><LST/></Obj>')],
  ])('that hold %s leave the fact unknown, also with --as', (_, text) => {
    const { inventory, said } = loose(text, { source: 'Get-RDSessionCollection' })
    expect(inventory).not.toHaveProperty('deployment')
    expect(inventory.collection?.sources?.[0]?.status).toBe('failed')
    expect(said[0]?.message).toMatch(/a command that failed leaves the same file/)
  })
  test('whose source nobody can tell are asked about', () => {
    const { inventory, said } = loose(objects({ Colour: 'blue' }))
    expect(said[0]?.message).toMatch(/properties Colour, which nobody can tell the source of; name it as in --as/)
    expect(inventory.collection?.sources).toMatchObject([{ name: 'export.xml', status: 'failed' }])
  })
  test('of a server that they do not name are asked about', () => {
    const { inventory } = loose(objects({ Version: '6.2.9200', ProductType: 3 }))
    expect(inventory.collection?.sources?.[0]?.message).toMatch(/which server it is about/)
    expect(
      loose(objects({ Version: '6.2.9200', ProductType: 3 }), { source: 'Win32_OperatingSystem', argument: 'NWSH01' })
        .inventory.servers,
    ).toEqual([{ name: 'NWSH01', operatingSystem: { version: '6.2.9200', productType: 3 } }])
  })
  test('that hold user groups as bare texts are read with --as', () => {
    const { inventory } = loose(clixml('<S>NORTHWIND\\Staff</S>'), {
      source: 'Get-RDVirtualDesktopCollectionConfiguration',
      argument: 'Pool',
    })
    expect(inventory.deployment?.virtualDesktopCollections).toEqual([
      { name: 'Pool', userGroups: ['NORTHWIND\\Staff'] },
    ])
  })
  test('about another collection than was said are refused', () => {
    const { inventory } = loose(
      objects({ CollectionName: 'Sales', SessionHost: 'NWSH01', NewConnectionAllowed: 'Yes' }),
      { source: 'Get-RDSessionHost', argument: 'Design' },
    )
    expect(inventory.collection?.sources?.[0]?.status).toBe('failed')
  })
  describe('may have been filtered, so that what they do not name is not known:', () => {
    const text = (...rows: readonly object[]) => Buffer.from(objects(...(rows as Readonly<Record<string, unknown>>[])))
    const made = (files: Readonly<Record<string, Uint8Array>>) =>
      collect({ answers: readLoose(Object.entries(files).map(([file, bytes]) => ({ file, bytes }))).answers }).inventory

    test('sessions of other hosts', () => {
      const { servers, deployment } = made({
        'servers.xml': text({ Server: 'NWSH01', Roles: 'RDS-RD-SERVER' }, { Server: 'NWSH02', Roles: 'RDS-RD-SERVER' }),
        'hosts.xml': text(
          { CollectionName: 'Sales', SessionHost: 'NWSH01', NewConnectionAllowed: 'Yes' },
          { CollectionName: 'Sales', SessionHost: 'NWSH02', NewConnectionAllowed: 'Yes' },
        ),
        'sessions.xml': text({ CollectionName: 'Sales', HostServer: 'NWSH01', SessionState: 'STATE_ACTIVE' }),
      })
      const sessions = { active: 1, disconnected: 0 }
      expect(servers?.map((one) => one.sessions)).toEqual([sessions, undefined])
      expect(deployment?.sessionCollections?.[0]?.sessionHosts?.map((one) => one.sessions)).toEqual([
        sessions,
        undefined,
      ])
    })
    test('RemoteFX adapters of other machines', () => {
      const { answers } = readLoose([
        {
          file: 'vms.xml',
          bytes: text({ Name: 'VDI-1' }, { Name: 'VDI-2' }),
          as: { source: 'Get-VM', argument: server },
        },
        {
          file: 'adapters.xml',
          bytes: text({ VMName: 'VDI-1' }),
          as: { source: 'Get-VMRemoteFx3dVideoAdapter', argument: server },
        },
      ])
      const machines = collect({ answers }).inventory.servers?.[0]?.virtualizationHost?.virtualMachines
      expect(machines?.map((one) => one.remoteFxAdapter)).toEqual([true, undefined])
    })
  })
  test('that were cut off at their depth say so', () => {
    const { inventory } = loose(clixml('<S>@{Server=NWCB01; Roles=System.Object[]}</S>'), { source: 'Get-RDServer' })
    expect(inventory.collection?.sources?.[0]?.message).toMatch(/-Depth 5/)
  })
})

test.each([
  ['Get-RDSessionHost:Sales=a=b.xml', { name: { source: 'Get-RDSessionHost', argument: 'Sales' }, file: 'a=b.xml' }],
  ['get-rdserver=x.xml', { name: { source: 'Get-RDServer' }, file: 'x.xml' }],
  [
    'Cert:\\LocalMachine\\My:NWCB01=C:\\x.xml',
    { name: { source: 'Cert:\\LocalMachine\\My', argument: 'NWCB01' }, file: 'C:\\x.xml' },
  ],
  ['Get-RDServer=', undefined],
  ['Get-RDBanana=x.xml', undefined],
])('--as %s is taken apart', (text, parts) => expect(parseAs(text)).toEqual(parts))

test.each([
  [
    'DRIVER=SQL Server Native Client 11.0;SERVER=SQL01.contoso.example;Trusted_Connection=Yes;APP=x;Database=RDCB',
    {
      driver: 'SQL Server Native Client 11.0',
      server: 'SQL01.contoso.example',
      name: 'RDCB',
      authentication: 'windows',
    },
  ],
  [
    'Driver={ODBC Driver 13 for SQL Server};Server=tcp:sql01.example,1433;Database=RDCB;Uid=sa;Pwd={p;w}}d};',
    { driver: 'ODBC Driver 13 for SQL Server', server: 'sql01.example', name: 'RDCB', authentication: 'sql' },
  ],
  [
    'Data Source="SQL01\\RDS";Initial Catalog=RDCB;Integrated Security=SSPI',
    { server: 'SQL01\\RDS', name: 'RDCB', authentication: 'windows' },
  ],
  ['Server=SQL01;Pwd=a;b;Database=RDCB', undefined],
  ['Server=SQL01;Pwd=a;Server=b', undefined],
  ['DRIVER=x;SERVER=s PWD=secret;DATABASE=d', undefined],
  ['SERVER=sa:secret@s;DATABASE=d', undefined],
  ['not a connection string', undefined],
  ['Server={unfinished', undefined],
  ['', undefined],
])('the connection string %s is taken apart, or dropped', (text, parts) =>
  expect(readConnectionString(text)).toEqual(parts),
)

test.each([
  ['2027-03-01T00:00:00Z', { date: '2027-03-01T00:00:00Z' }],
  ['2027-03-01T01:00:00.0000000+01:00', { date: '2027-03-01T00:00:00Z' }],
  ['2027-03-01', { date: '2027-03-01' }],
  ['20270301010000.000000+060', { date: '2027-03-01T00:00:00Z' }],
  ['31.01.2027 23:59:59', { date: '2027-01-31' }],
  ['1/31/2027 11:59:59 PM', { date: '2027-01-31' }],
  ['31/01/2027', { date: '2027-01-31' }],
  ['5/5/2027', { date: '2027-05-05' }],
  ['2027/01/31 23:59', { date: '2027-01-31' }],
])('the date %s is read', (text, read) => expect(readDate(text)).toEqual(read))

test.each(['1/2/2027', '01-02-2027', '1/2/27', '31.13.2027', '14/03/2570', 'soon'])(
  'the date %s is not guessed',
  (text) => {
    expect(readDate(text)).toHaveProperty('reason')
  },
)

test('the level of a certificate in another language is Unknown, with a remark', () => {
  const row = {
    Role: 'RDGateway',
    Level: 'Vertrauenswürdig',
    Thumbprint: '0123456789012345678901234567890123456789',
    IssuedTo: null,
    ExpiresOn: '1/2/2027',
    SubjectAlternateName: [],
  }
  const { inventory, diagnostics } = collected(
    aBundle([
      { name: 'Get-RDCertificate', text: objects(row, { ...row, Role: 'RDWebAccess', Level: 'Not Configured' }) },
    ]),
  )
  expect(inventory.deployment?.certificates).toEqual([
    { role: 'RDWebAccess', level: 'NotConfigured', thumbprint: row.Thumbprint, subjectAlternateNames: [] },
    { role: 'RDGateway', level: 'Unknown', thumbprint: row.Thumbprint, subjectAlternateNames: [] },
  ])
  expect(diagnostics.map(({ message }) => message).join('\n')).toMatch(
    /word of another language[\s\S]*reads in two ways/,
  )
})

test.each([
  ['DatabaseServer', 'SQL01;Uid=sa;Pwd=hunter2'],
  ['DatabaseName', 'RDCB PWD=hunter2'],
  ['DatabaseDriver', '{SQL Server};pwd:hunter2'],
])('a %s that holds more than a name is dropped, with a remark', (property, text) => {
  const { inventory, diagnostics } = collected(
    aBundle([
      {
        name: 'Get-RDConnectionBrokerHighAvailability',
        text: objects({ ConnectionBroker: [server], DatabaseAuthentication: 'sql', [property]: text }),
      },
    ]),
  )
  expect(inventory.deployment?.highAvailability?.database).toEqual({ authentication: 'sql', secondary: false })
  expect(diagnostics).toHaveLength(1)
  expect(JSON.stringify([inventory, diagnostics])).not.toContain('hunter2')
})

test.each(['UVHD-S-1-5-21-1111-2222-3333-1001.vhdx', 'jdoe_S-1-5-21-1-2-3-4\\Profile_jdoe.vhdx', 'ODFC_jdoe.VHD'])(
  'a listing that names an account, as %s does, is not read',
  (file) => {
    const row = { name: 'Share', server: 'FS01', text: objects({ Location: '\\\\FS01\\upd', Files: [file] }) }
    const { inventory, listings } = collected(aBundle([sales, row]))
    expect(listings).toEqual([])
    expect(inventory.collection?.sources?.[1]).toMatchObject({ status: 'failed' })
    expect(JSON.stringify(inventory)).not.toMatch(/jdoe|1111/)
  },
)

test('secrets in a bundle made by hand are in no inventory', () => {
  const secret = 'SECRET-MARKER'
  const { inventory } = collected(
    aBundle([
      broker,
      sales,
      {
        name: 'Get-RDConnectionBrokerHighAvailability',
        text: objects({
          ConnectionBroker: [server],
          DatabaseConnectionString: `Driver=x;Server=SQL01;Uid=${secret};Pwd=${secret};Database=RDCB`,
        }),
      },
      {
        name: 'Get-RDRemoteApp',
        collection: 'Sales',
        text: objects({ CollectionName: 'Sales', Alias: 'app', RequiredCommandLine: secret, FilePath: 'C:\\app.exe' }),
      },
      {
        name: 'Get-RDUserSession',
        collection: 'Sales',
        text: objects({
          CollectionName: 'Sales',
          HostServer: 'NWSH01',
          SessionState: 'STATE_ACTIVE',
          UserName: secret,
        }),
      },
      {
        name: 'Win32_TSLicenseServer',
        server,
        text: objects({ ActivationStatus: 0, ProductId: secret, Company: secret }),
      },
      {
        name: 'Win32_OperatingSystem',
        server,
        status: 'failed',
        message: `Login failed: Server=SQL01;Uid=sa;Pwd=${secret}`,
      },
      { name: 'Get-VM', server, text: objects({ Name: 'VDI-1', Notes: secret }) },
      {
        name: 'web.config',
        server,
        text: objects({ MachineKey: 'explicit', MachineKeyHash: secret, ValidationKey: secret }),
      },
    ]),
  )
  expect(JSON.stringify(inventory)).not.toContain(secret)
  expect(inventory.deployment?.highAvailability?.database).toMatchObject({ server: 'SQL01', authentication: 'sql' })
})
