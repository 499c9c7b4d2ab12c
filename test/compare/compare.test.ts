import { describe, expect, test } from 'vitest'
import { compare, verdictOf } from '../../src/compare/compare.ts'
import { type ComparedItem, comparedKinds } from '../../src/model/comparison.ts'
import { aFarm } from '../support/a-farm.ts'
import { inventoryOf, lines, notKept } from '../support/comparing.ts'

/** A plain inventory, of which tests change any part. */
type Plain = ReturnType<typeof JSON.parse>

/** The farm, with aliases. */
function farm(edit: (farm: Plain) => void = () => {}): Plain {
  const plain = JSON.parse(JSON.stringify(aFarm()))
  for (const collection of plain.deployment.sessionCollections) collection.alias = collection.name.toUpperCase()
  edit(plain)
  return plain
}

const collection = ({ deployment }: Plain) => deployment.sessionCollections[0]
const pool = ({ deployment }: Plain) => deployment.virtualDesktopCollections[0]
const gateway = ({ servers }: Plain) => servers[3].gateway
const packs = ({ servers }: Plain) => servers[0].licenseServer.keyPacks

test('a farm shows a part of every kind, and all are kept where nothing changes', () => {
  const items = compare(inventoryOf(farm()), inventoryOf(farm()))
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(comparedKinds))
  expect(items.filter(({ status, changes }) => status !== 'kept' || changes.length > 0)).toEqual([])
  expect(verdictOf(items)).toBe('kept')
})

test('a broker that no list holds is missing, and its set is another one', () => {
  const items = notKept(
    farm(),
    farm((after) => {
      after.servers[0].roles = ['RDS-LICENSING']
      after.deployment.highAvailability.connectionBrokers = []
    }),
  )
  expect(lines(items)).toEqual(['missing broker RDCB01.contoso.example', 'changed highAvailability deployment'])
})

describe('missing is what is known to be gone:', () => {
  test.each<readonly [string, (after: Plain) => void, readonly string[]]>([
    ['a RemoteApp', (after) => (collection(after).remoteApps = []), ['missing remoteApp Sales/winword']],
    ['a user group', (after) => collection(after).userGroups.pop(), ['missing userGroup Sales/CONTOSO\\Domain Users']],
    [
      'a session host',
      (after) => collection(after).sessionHosts.pop(),
      ['missing sessionHost Sales/RDSH02.contoso.example'],
    ],
    [
      'profile disks that are off',
      (after) => (collection(after).profileDisks = { enabled: false }),
      ['missing profileDisks Sales'],
    ],
    [
      'profile disks that are not set up',
      (after) => (collection(after).profileDisks = null),
      ['missing profileDisks Sales'],
    ],
    ['a desktop', (after) => (pool(after).virtualDesktops = []), ['missing virtualDesktop Pool/VDI-1']],
    [
      'a collection with all that it holds',
      (after) => (after.deployment.virtualDesktopCollections = []),
      [
        'missing virtualDesktopCollection Pool',
        'missing virtualDesktop Pool/VDI-1',
        'missing userGroup Pool/CONTOSO\\VDI Users',
      ],
    ],
    [
      'a policy with its groups',
      (after) => gateway(after).authorizationPolicies.pop(),
      [
        'missing resourcePolicy RDWEB01.contoso.example/All hosts',
        'missing policyUserGroup RDWEB01.contoso.example/All hosts/CONTOSO\\Domain Users',
      ],
    ],
    [
      'a group of a policy',
      (after) => gateway(after).authorizationPolicies[0].userGroups.pop(),
      ['missing policyUserGroup RDWEB01.contoso.example/All users/BUILTIN\\Users'],
    ],
    [
      'a role of a server',
      (after) => (after.servers[3].roles = ['RDS-GATEWAY']),
      ['missing webAccess RDWEB01.contoso.example'],
    ],
    ['gateway settings', (after) => (after.deployment.gateway = null), ['missing gatewaySettings deployment']],
    [
      'the licensing mode',
      (after) => (after.deployment.licensing.mode = 'NotConfigured'),
      ['missing licensingMode deployment'],
    ],
    [
      'a listed licence server',
      (after) => (after.deployment.licensing.servers = []),
      ['missing licenseServer RDCB01.contoso.example'],
    ],
    [
      'a key pack',
      (after) => (after.servers[0].licenseServer.keyPacks = []),
      ['missing keyPack RDCB01.contoso.example/200 per-user licences for Windows Server 2016'],
    ],
    [
      'the certificate of a role',
      (after) => (after.deployment.certificates[0] = { role: 'RDRedirector', level: 'NotConfigured' }),
      ['missing certificate RDRedirector'],
    ],
    [
      'high availability',
      (after) => (after.deployment.highAvailability = null),
      ['missing highAvailability deployment'],
    ],
  ])('%s', (_, edit, expected) => {
    const items = notKept(farm(), farm(edit))
    expect(lines(items)).toEqual(expected)
    expect(items.every(({ before, after }) => before !== undefined && after === undefined)).toBe(true)
    expect(verdictOf(items)).toBe('lost')
  })

  test('everything of a deployment that is no more, but what servers hold by themselves', () => {
    const items = notKept(
      farm(),
      farm((after) => (after.deployment = null)),
    )
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['missing']))
    expect(items.filter(({ before }) => !before?.startsWith('/deployment'))).toEqual([])
  })
})

describe('changed is what is there in another way:', () => {
  test.each<readonly [string, (after: Plain) => void, string, ComparedItem['changes']]>([
    [
      'the type of a collection',
      (after) => (collection(after).type = 'PersonalUnmanaged'),
      'changed sessionCollection Sales',
      [{ property: 'type', before: 'pooled', after: 'PersonalUnmanaged' }],
    ],
    [
      'the path of a RemoteApp',
      (after) => (collection(after).remoteApps[0].path = 'D:\\winword.exe'),
      'changed remoteApp Sales/winword',
      [{ property: 'path', before: 'C:\\Program Files\\Office\\winword.exe', after: 'D:\\winword.exe' }],
    ],
    [
      'the place and number of profile disks',
      (after) => Object.assign(collection(after).profileDisks, { location: '\\\\FS01\\other$\\sales', diskCount: 1 }),
      'changed profileDisks Sales',
      [
        { property: 'location', before: '\\\\FS01\\upd$\\sales', after: '\\\\FS01\\other$\\sales' },
        { property: 'diskCount', before: 2, after: 1 },
      ],
    ],
    [
      'the host of a desktop',
      (after) => (pool(after).virtualDesktops[0].host = 'RDVH09'),
      'changed virtualDesktop Pool/VDI-1',
      [{ property: 'host', before: 'RDVH01.contoso.example', after: 'RDVH09' }],
    ],
    [
      'a policy that is off',
      (after) => (gateway(after).authorizationPolicies[0].enabled = false),
      'changed connectionPolicy RDWEB01.contoso.example/All users',
      [{ property: 'enabled', before: true, after: false }],
    ],
    [
      'a farm that lost a member',
      (after) => gateway(after).farmMembers.pop(),
      'changed gateway RDWEB01.contoso.example',
      [
        {
          property: 'farmMembers',
          before: ['RDWEB01.contoso.example', 'RDWEB02.contoso.example'],
          after: ['RDWEB01.contoso.example'],
        },
      ],
    ],
    [
      'the set of the brokers, one of which is in the deployment alone',
      (after) => (after.deployment.highAvailability.connectionBrokers = []),
      'changed highAvailability deployment',
      [{ property: 'connectionBrokers', before: ['RDCB01.contoso.example'], after: [] }],
    ],
    [
      'the database of the brokers',
      (after) => (after.deployment.highAvailability.database.name = 'rdcb2'),
      'changed highAvailability deployment',
      [{ property: 'database.name', before: 'rdcb', after: 'rdcb2' }],
    ],
    [
      'another certificate',
      (after) => (after.deployment.certificates[0].thumbprint = 'FF'),
      'changed certificate RDRedirector',
      [{ property: 'thumbprint', before: '0123456789012345678901234567890123456789', after: 'FF' }],
    ],
  ])('%s', (_, edit, line, changes) => {
    const items = notKept(farm(), farm(edit))
    expect(lines(items)).toEqual([line])
    expect(items[0]?.changes).toEqual(changes)
    expect(verdictOf(items)).toBe('kept')
  })

  test.each<readonly [string, (after: Plain) => void]>([
    ['the case of names', (after) => (collection(after).name = 'SALES')],
    ['the order of groups', (after) => gateway(after).authorizationPolicies[0].userGroups.reverse()],
    ['the order of farm members', (after) => gateway(after).farmMembers.reverse()],
    [
      'another offset of one moment',
      (after) => (after.deployment.certificates[0].expiresOn = '2027-03-02T13:30:00+01:00'),
    ],
    ['the short name of a host', (after) => (pool(after).virtualDesktops[0].host = 'rdvh01')],
    ['slashes of a location', (after) => (collection(after).profileDisks.location = '//fs01/UPD$/Sales/')],
    [
      'sessions and drain mode',
      (after) =>
        Object.assign(collection(after).sessionHosts[0], { newConnectionAllowed: 'No', sessions: { active: 0 } }),
    ],
    ['the state of a desktop', (after) => (pool(after).virtualDesktops[0].state = 'Off')],
    ['issued licences and ids', (after) => Object.assign(packs(after)[0], { issued: 150, id: 9 })],
  ])('but not %s', (_, edit) => {
    expect(notKept(farm(), farm(edit))).toEqual([])
  })
})

describe('not observed is what the later inventory does not tell:', () => {
  test.each<readonly [string, (after: Plain) => void, readonly string[]]>([
    ['a list', (after) => delete collection(after).remoteApps, ['notObserved remoteApp Sales/winword']],
    [
      'a list that is known in part only',
      (after) => {
        collection(after).sessionHosts.pop()
        after.collection.incomplete = ['/deployment/sessionCollections/0/sessionHosts']
      },
      ['notObserved sessionHost Sales/RDSH02.contoso.example'],
    ],
    [
      'whether disks are on',
      (after) => delete collection(after).profileDisks.enabled,
      ['notObserved profileDisks Sales'],
    ],
    ['a property', (after) => delete after.deployment.gateway.logonMethod, ['notObserved gatewaySettings deployment']],
    [
      'a server that is not in the file: its packs and policies, but no roles',
      (after) => after.servers.splice(3, 1),
      [
        'missing webAccess RDWEB01.contoso.example',
        'missing gateway RDWEB01.contoso.example',
        'notObserved connectionPolicy RDWEB01.contoso.example/All users',
        'notObserved resourcePolicy RDWEB01.contoso.example/All hosts',
        'notObserved policyUserGroup RDWEB01.contoso.example/All hosts/CONTOSO\\Domain Users',
        'notObserved policyUserGroup RDWEB01.contoso.example/All users/BUILTIN\\Users',
        'notObserved policyUserGroup RDWEB01.contoso.example/All users/CONTOSO\\Domain Users',
      ],
    ],
    [
      'the level of a certificate',
      (after) => delete after.deployment.certificates[0].level,
      ['notObserved certificate RDRedirector'],
    ],
    [
      'a role entry that tells nothing',
      (after) => (after.deployment.certificates[0] = { role: 'RDRedirector' }),
      ['notObserved certificate RDRedirector'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(lines(notKept(farm(), farm(edit)))).toEqual(expected)
  })

  test('a property that is gone is told without its later side, beside one that changed', () => {
    const [item] = notKept(
      farm(),
      farm(({ deployment }) => {
        delete deployment.gateway.logonMethod
        deployment.gateway.bypassLocal = false
      }),
    )
    expect(item).toMatchObject({
      status: 'notObserved',
      after: '/deployment/gateway',
      lookedFor: '/deployment/gateway/logonMethod',
      changes: [
        { property: 'logonMethod', before: 'Password' },
        { property: 'bypassLocal', before: true, after: false },
      ],
    })
    expect(verdictOf(item ? [item] : [])).toBe('undecided')
  })
})

describe('new is what the earlier inventory does not tell of:', () => {
  test.each<readonly [string, (before: Plain) => void, readonly string[]]>([
    ['what was not there', (before) => (collection(before).remoteApps = []), ['new remoteApp Sales/winword']],
    [
      'what was not known',
      (before) => delete collection(before).userGroups,
      ['new userGroup Sales/CONTOSO\\Domain Users'],
    ],
    [
      'a mode that was not known',
      (before) => delete before.deployment.licensing.mode,
      ['new licensingMode deployment'],
    ],
  ])('%s', (_, edit, expected) => {
    const items = notKept(farm(edit), farm())
    expect(lines(items)).toEqual(expected)
    expect(items.every(({ before, after }) => before === undefined && after !== undefined)).toBe(true)
    expect(verdictOf(items)).toBe('kept')
  })

  test('a property that was not known leaves its part changed, for nobody knows whether it was kept', () => {
    const [item] = notKept(
      farm((before) => delete before.deployment.gateway.mode),
      farm(),
    )
    expect(item).toMatchObject({ status: 'changed', changes: [{ property: 'mode', after: 'Custom' }] })
  })
})

test('something missing weighs more than something not observed', () => {
  const items = notKept(
    farm(),
    farm((after) => {
      collection(after).remoteApps = []
      delete collection(after).userGroups
    }),
  )
  expect(verdictOf(items)).toBe('lost')
})
