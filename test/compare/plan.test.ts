import { describe, expect, test } from 'vitest'
import { compare } from '../../src/compare/compare.ts'
import { inventoryOf, lines, notKept } from '../support/comparing.ts'

const base = { schemaVersion: 1 }

/** An inventory with one session collection of these hosts. */
function withHosts(names: readonly string[], more: object = {}, servers: readonly string[] = []) {
  return {
    ...base,
    servers: servers.map((name) => ({ name })),
    deployment: { sessionCollections: [{ name: 'Sales', sessionHosts: names.map((server) => ({ server })) }] },
    ...more,
  }
}

const moves = (...pairs: readonly (readonly [string, string?])[]) => ({
  migration: { servers: pairs.map(([source, destination]) => ({ source, ...(destination ? { destination } : {}) })) },
})

describe('servers', () => {
  test.each<readonly [string, unknown, unknown, readonly string[]]>([
    [
      'keep their name in either case',
      withHosts(['NWSH01.northwind.example']),
      withHosts(['nwsh01.NORTHWIND.example']),
      [],
    ],
    ['keep it short or full', withHosts(['NWSH01.northwind.example']), withHosts(['nwsh01']), []],
    ['keep it full or short', withHosts(['NWSH01']), withHosts(['nwsh01.northwind.example.']), []],
    [
      'are others where the domain is another',
      withHosts(['NWSH01.northwind.example']),
      withHosts(['NWSH01.contoso.example']),
      ['new sessionHost Sales/NWSH01.contoso.example', 'missing sessionHost Sales/NWSH01.northwind.example'],
    ],
    [
      'are not observed where a short name fits several',
      withHosts(['NWSH01.northwind.example']),
      withHosts(['NWSH01'], {}, ['NWSH01.northwind.example', 'NWSH01.contoso.example']),
      ['notObserved sessionHost Sales/NWSH01.northwind.example'],
    ],
    [
      'are kept under a name that fits several and stands on both sides',
      withHosts(['NWSH01'], {}, ['NWSH01.northwind.example', 'NWSH01.contoso.example']),
      withHosts(['nwsh01'], {}, ['NWSH01.northwind.example', 'NWSH01.contoso.example']),
      [],
    ],
    [
      'are their successors by the plan',
      withHosts(['NWSH01.northwind.example'], moves(['nwsh01', 'NWSH11.northwind.example'])),
      withHosts(['nwsh11']),
      [],
    ],
    [
      'are kept while both are there',
      withHosts(['NWSH01', 'NWSH11'], moves(['NWSH01', 'NWSH11'])),
      withHosts(['NWSH01', 'NWSH11']),
      [],
    ],
    [
      'are kept by one successor of several',
      withHosts(['NWSH01', 'NWSH02'], moves(['NWSH01', 'NWSH11'], ['NWSH02', 'NWSH11'])),
      withHosts(['NWSH11']),
      [],
    ],
    [
      'are missing where the plan names nothing in their place',
      withHosts(['NWSH01'], moves(['NWSH01'])),
      withHosts([]),
      ['missing sessionHost Sales/NWSH01'],
    ],
    [
      'are missing where only the later file has a plan',
      withHosts(['NWSH01']),
      withHosts(['NWSH11'], moves(['NWSH01', 'NWSH11'])),
      ['missing sessionHost Sales/NWSH01', 'new sessionHost Sales/NWSH11'],
    ],
    [
      'are not observed where the plan is known in part only',
      withHosts(['NWSH01'], { ...moves(), collection: { incomplete: ['/migration/servers'] } }),
      withHosts([]),
      ['notObserved sessionHost Sales/NWSH01'],
    ],
    [
      'are not observed where the plan names a source that fits several',
      withHosts(['NWSH01.northwind.example'], moves(['NWSH01', 'NWSH11']), [
        'NWSH01.northwind.example',
        'NWSH01.contoso.example',
      ]),
      withHosts([]),
      ['notObserved sessionHost Sales/NWSH01.northwind.example'],
    ],
    [
      'are not observed where their successor has a name that fits several',
      withHosts(['NWSH01'], moves(['NWSH01', 'NWSH11']), ['NWSH11.northwind.example', 'NWSH11.contoso.example']),
      withHosts(['NWSH11.contoso.example']),
      ['notObserved sessionHost Sales/NWSH01'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lines(notKept(before, after))).toEqual(expected)
  })

  test('point to the successor where both are there', () => {
    const before = withHosts(['NWSH01'], moves(['NWSH01', 'NWSH11']))
    const items = compare(inventoryOf(before), inventoryOf(withHosts(['NWSH01', 'NWSH11'])))
    expect(items.find(({ kind }) => kind === 'sessionHost')?.after).toBe(
      '/deployment/sessionCollections/0/sessionHosts/1',
    )
  })
})

describe('session collections', () => {
  const plan = { migration: { collections: [{ source: 'sales', destination: 'Sales 2016' }] } }
  const old = {
    name: 'Sales',
    sessionHosts: [{ server: 'NWSH01' }],
    remoteApps: [{ alias: 'winword' }],
    userGroups: ['G'],
  }
  const before = { ...base, ...plan, deployment: { sessionCollections: [old] } }
  const after = (collections: readonly object[], more: object = {}) => ({
    ...base,
    ...more,
    deployment: { sessionCollections: collections },
  })
  const replaced = { ...old, name: 'Sales 2016' }

  test.each<readonly [string, unknown, readonly string[]]>([
    ['are what takes their place by the plan', after([replaced]), []],
    [
      'lose what is on neither of both',
      after([
        { ...replaced, remoteApps: [] },
        { ...old, remoteApps: [] },
      ]),
      ['missing remoteApp Sales/winword'],
    ],
    ['keep what is on one of both', after([{ ...replaced, remoteApps: [] }, old]), []],
    [
      'are not observed where the old one lacks it and the new one does not tell',
      after([{ name: 'Sales 2016' }, { ...old, remoteApps: [], userGroups: [] }]),
      ['notObserved remoteApp Sales/winword', 'notObserved userGroup Sales/G'],
    ],
    [
      'are not observed where the new one may be among those that nobody saw',
      after([{ ...old, remoteApps: [] }], { collection: { incomplete: ['/deployment/sessionCollections'] } }),
      ['notObserved remoteApp Sales/winword'],
    ],
    [
      'are missing where neither is there',
      after([]),
      [
        'missing sessionCollection Sales',
        'missing sessionHost Sales/NWSH01',
        'missing remoteApp Sales/winword',
        'missing userGroup Sales/G',
      ],
    ],
  ])('%s', (_, later, expected) => {
    expect(lines(notKept(before, later))).toEqual(expected)
  })

  test('are not observed where the plan is known in part only', () => {
    const partly = { ...before, collection: { incomplete: ['/migration/collections'] } }
    expect(
      lines(
        notKept(
          partly,
          after([
            { ...replaced, remoteApps: [] },
            { ...old, remoteApps: [] },
          ]),
        ),
      ),
    ).toEqual(['notObserved remoteApp Sales/winword'])
  })
})

describe('profile disks', () => {
  const disks = (location: string, more: object = {}) => ({
    ...base,
    ...more,
    deployment: { sessionCollections: [{ name: 'Sales', profileDisks: { enabled: true, location } }] },
  })
  const moved = (source: string, destination: string) => ({
    migration: { profileDiskLocations: [{ source, destination }] },
  })

  test.each<readonly [string, unknown, unknown, readonly string[]]>([
    [
      'are where the plan moves them',
      disks('\\\\FS01\\upd$\\sales', moved('\\\\fs01.contoso.example\\UPD$\\sales\\', '\\\\FS02\\profiles\\sales')),
      disks('\\\\fs02\\Profiles\\Sales'),
      [],
    ],
    [
      'are where the plan moves a folder above',
      disks('\\\\FS01\\upd$\\sales', moved('\\\\FS01\\upd$', '\\\\FS02\\profiles')),
      disks('\\\\FS02\\profiles\\sales'),
      [],
    ],
    [
      'are on what takes the place of their server',
      disks('\\\\FS01\\upd$\\sales', moves(['FS01', 'FS02'])),
      disks('\\\\FS02\\upd$\\sales'),
      [],
    ],
    [
      'are still where they were',
      disks('\\\\FS01\\upd$', moved('\\\\FS01\\upd$', '\\\\FS02\\upd$')),
      disks('\\\\FS01\\upd$'),
      [],
    ],
    [
      'are changed anywhere else',
      disks('\\\\FS01\\upd$', moved('\\\\FS01\\upd$', '\\\\FS02\\upd$')),
      disks('\\\\FS03\\upd$'),
      ['changed profileDisks Sales'],
    ],
    [
      'are changed where the plan moves a folder above, and another one moves them',
      disks('\\\\FS01\\upd$\\sales', {
        migration: {
          profileDiskLocations: [
            { source: '\\\\FS01\\upd$\\sales', destination: '\\\\FS02\\sales' },
            { source: '\\\\FS01\\upd$', destination: '\\\\FS03\\upd$' },
          ],
        },
      }),
      disks('\\\\FS03\\upd$\\sales'),
      ['changed profileDisks Sales'],
    ],
    ['are changed on another local folder', disks('D:\\upd'), disks('E:\\upd'), ['changed profileDisks Sales']],
  ])('%s', (_, before, after, expected) => {
    expect(lines(notKept(before, after))).toEqual(expected)
  })
})

describe('roles', () => {
  const web = (name: string, roles: readonly string[], webAccess?: object | null) => ({
    name,
    roles,
    ...(webAccess === undefined ? {} : { webAccess }),
  })
  const withServers = (servers: readonly object[], more: object = {}) => ({ ...base, servers, ...more })
  const deployed = web('NWWEB01', ['RDS-WEB-ACCESS'])
  const hashed = (name: string, machineKeyHash: string) => web(name, ['RDS-WEB-ACCESS'], { machineKeyHash })
  const alone = web('NWWEB01', [], { customized: false })

  test.each<readonly [string, unknown, unknown, readonly string[]]>([
    [
      'are kept by a successor that holds them',
      withServers([deployed], moves(['NWWEB01', 'NWWEB11'])),
      withServers([web('NWWEB11', ['RDS-WEB-ACCESS'])]),
      [],
    ],
    [
      'are missing where a server left the deployment',
      withServers([deployed]),
      withServers([alone]),
      ['missing webAccess NWWEB01'],
    ],
    [
      'are not observed where roles are not told',
      withServers([deployed]),
      withServers([{ name: 'NWWEB01' }]),
      ['notObserved webAccess NWWEB01'],
    ],
    ['are kept beside the deployment', withServers([alone]), withServers([alone]), []],
    [
      'are kept by joining the deployment',
      withServers([alone]),
      withServers([web('NWWEB01', ['RDS-WEB-ACCESS'], { customized: false })]),
      [],
    ],
    [
      'are missing beside the deployment where nothing is left',
      withServers([alone]),
      withServers([web('NWWEB01', [], null)]),
      ['missing webAccess NWWEB01'],
    ],
    [
      'are not observed beside the deployment where the server is not in the file',
      withServers([alone]),
      withServers([]),
      ['notObserved webAccess NWWEB01'],
    ],
    [
      'are not observed beside the deployment where the successor differs and the old server does not tell of it',
      withServers([alone], moves(['NWWEB01', 'NWWEB11'])),
      withServers([web('NWWEB01', []), web('NWWEB11', [], { customized: true })]),
      ['notObserved webAccess NWWEB01'],
    ],
    [
      'are no news on the old server after its successor took over',
      withServers([deployed], moves(['NWWEB01', 'NWWEB11'])),
      withServers([alone, web('NWWEB11', ['RDS-WEB-ACCESS'])]),
      [],
    ],
    [
      'are not observed where the list of servers is known in part only',
      withServers([deployed]),
      withServers([], { collection: { incomplete: ['/servers'] } }),
      ['notObserved webAccess NWWEB01'],
    ],
    [
      'are not observed where the successor differs and the old server tells nothing of its roles',
      withServers([hashed('NWWEB01', 'a')], moves(['NWWEB01', 'NWWEB11'])),
      withServers([{ name: 'NWWEB01' }, hashed('NWWEB11', 'b')]),
      ['notObserved webAccess NWWEB01'],
    ],
    [
      'are not observed where the successor differs and the old server does not tell how it is',
      withServers([hashed('NWWEB01', 'a')], moves(['NWWEB01', 'NWWEB11'])),
      withServers([deployed, hashed('NWWEB11', 'b')]),
      ['notObserved webAccess NWWEB01'],
    ],
    [
      'are changed where the successor differs and the old server has left',
      withServers([hashed('NWWEB01', 'a')], moves(['NWWEB01', 'NWWEB11'])),
      withServers([web('NWWEB01', []), hashed('NWWEB11', 'b')]),
      ['changed webAccess NWWEB01'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(lines(notKept(before, after))).toEqual(expected)
  })
})

describe('policies', () => {
  const gateway = (name: string, authorizationPolicies?: readonly object[]) => ({
    name,
    gateway: authorizationPolicies ? { authorizationPolicies } : {},
  })
  const policy = (userGroups: readonly string[]) => ({ name: 'RDG_CAP', kind: 'connection', userGroups })
  const farm = (servers: readonly object[], more: object = {}) => ({ ...base, servers, ...more })
  const before = farm([gateway('NWGW01', [policy(['G'])])], moves(['NWGW01', 'NWGW11']))
  const partly = { collection: { incomplete: ['/servers'] } }
  const [missing, unseen] = ['missing', 'notObserved'].map((status) => `${status} policyUserGroup NWGW01/RDG_CAP/G`)

  test.each<readonly [string, unknown, readonly (string | undefined)[]]>([
    ['are kept by a successor', farm([gateway('NWGW01', []), gateway('NWGW11', [policy(['G'])])]), []],
    ['lose groups that neither gateway has', farm([gateway('NWGW01', []), gateway('NWGW11', [policy([])])]), [missing]],
    [
      'have groups that are not observed while the old gateway tells nothing',
      farm([gateway('NWGW01'), gateway('NWGW11', [policy([])])]),
      [unseen],
    ],
    [
      'lose groups though not all servers are told',
      farm([gateway('NWGW01', []), gateway('NWGW11', [policy([])])], partly),
      [missing],
    ],
    [
      'have groups that are not observed where the old gateway may be among those',
      farm([gateway('NWGW11', [policy([])])], partly),
      [unseen],
    ],
  ])('%s', (_, after, expected) => {
    const told = lines(notKept(before, after)).filter((line) => !/ gateway /.test(line))
    expect(told).toEqual(expected)
  })
})

test('a host with a name that fits several is not told as the later one', () => {
  const desktop = (host: string) => ({
    ...base,
    servers: ['NWVH01.northwind.example', 'NWVH01.contoso.example'].map((name) => ({ name })),
    deployment: { virtualDesktopCollections: [{ name: 'Pool', virtualDesktops: [{ name: 'VDI-1', host }] }] },
  })
  const [item] = notKept(desktop('NWVH01.northwind.example'), desktop('NWVH01'))
  expect(item).toMatchObject({
    status: 'notObserved',
    changes: [{ property: 'host', before: 'NWVH01.northwind.example' }],
  })
  expect(item?.changes[0]).not.toHaveProperty('after')
})

test('a role with two entries, one of which tells nothing, is not observed rather than changed', () => {
  const certificates = (entries: readonly object[]) => ({ ...base, deployment: { certificates: entries } })
  const one = { role: 'RDGateway', level: 'Trusted', thumbprint: 'A1' }
  const later = certificates([{ role: 'RDGateway' }, { ...one, thumbprint: 'B2' }])
  expect(lines(notKept(certificates([one]), later))).toEqual(['notObserved certificate RDGateway'])
})
