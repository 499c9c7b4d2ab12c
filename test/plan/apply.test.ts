import { describe, expect, test } from 'vitest'
import { releaseOf } from '../../src/inventory/facts/releases.ts'
import type { Inventory, Server } from '../../src/inventory/inventory.ts'
import { restOf } from '../../src/model/incomplete-list.ts'
import { apply } from '../../src/plan/apply.ts'
import { anEstate } from '../support/estate.ts'
import { at, movingFarm, temporaryPack, thumbprint, userLicences } from '../support/moving-farm.ts'
import { after, answers, having, lacking } from '../support/operations.ts'

const farm = movingFarm
const deployment = ['deployment'] as const
const sales = [...deployment, 'sessionCollections', 0] as const
const serverIn = (inventory: Inventory, name: string): Server => {
  const found = inventory.servers?.find((one) => one.name.split('.')[0] === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
const collectionIn = (inventory: Inventory, name: string) =>
  inventory.deployment?.sessionCollections?.find((one) => one.name === name)
const hostsIn = (inventory: Inventory, name: string) =>
  collectionIn(inventory, name)?.sessionHosts?.map(({ server }) => server)

describe('brokers', () => {
  test('are added to the set and to the deployment, by the name of their entry', () => {
    const now = after(farm, { addBroker: { broker: 'rdcb02' } })
    expect(now.deployment?.highAvailability?.connectionBrokers).toEqual([
      'RDCB01.northwind.example',
      'RDCB02.northwind.example',
    ])
    expect(serverIn(now, 'RDCB02').roles).toEqual(['RDS-CONNECTION-BROKER'])
  })

  test('are removed from both by any of their names, the active one too', () => {
    const now = after(farm, { removeBrokers: { brokers: ['RDCB01'] } })
    expect(now.deployment?.highAvailability?.connectionBrokers).toEqual([])
    expect(serverIn(now, 'RDCB01').roles).toEqual([])
  })

  test('that are removed are not told to be brokers by an active name, where their roles are not told', () => {
    const gone = { removeBrokers: { brokers: ['RDCB01'] } }
    const join = { addHost: { collection: 'Sales', host: 'RDSH11' } }
    const untold = lacking(farm, 'servers', at('RDCB01'), 'roles')
    const now = after(untold, gone)
    expect(now.deployment).not.toHaveProperty('activeManagementServer')
    expect(now.deployment?.highAvailability).not.toHaveProperty('activeManagementServer')
    expect(answers(now, join).join()).toContain('undecided session-host-newer-than-broker')
    expect(after(farm, gone).deployment?.activeManagementServer).toBeDefined()
  })

  test('are not told to be some by becoming the active one, where neither their roles nor the set tell it', () => {
    const untold = lacking(farm, 'servers', at('RDSH11'), 'roles')
    const now = after(untold, { setActiveBroker: { broker: 'RDSH11' } }).deployment
    expect([now?.activeManagementServer, now?.highAvailability?.activeManagementServer]).toEqual([undefined, undefined])
  })

  test('that are in the set are not added again', () => {
    const two = after(farm, { addBroker: { broker: 'RDCB02' } })
    expect(after(two, { addBroker: { broker: 'rdcb01' } })).toBe(two)
  })

  test('become the active one in the deployment and in its set', () => {
    const now = after(farm, { setActiveBroker: { broker: 'RDCB02' } }).deployment
    expect(now?.activeManagementServer).toBe('RDCB02.northwind.example')
    expect(now?.highAvailability?.activeManagementServer).toBe('RDCB02.northwind.example')
  })

  test('of a set that nobody told leave it so, and join a set of untold brokers as part of it', () => {
    expect(
      after(lacking(farm, ...deployment, 'highAvailability'), { addBroker: { broker: 'RDCB02' } }).deployment,
    ).not.toHaveProperty('highAvailability')
    const untold = lacking(farm, ...deployment, 'highAvailability', 'connectionBrokers')
    const set = after(untold, { addBroker: { broker: 'RDCB02' } }).deployment?.highAvailability?.connectionBrokers ?? []
    expect(set).toEqual(['RDCB02.northwind.example'])
    expect(restOf(set)).toEqual([{ holder: set }])
  })
})

describe('upgradeServer', () => {
  const release = (inventory: Inventory, name: string) => releaseOf(anEstate(inventory), name)

  test('goes to the target, to a hop, or to the target of the run', () => {
    expect(release(after(farm, { upgradeServer: { server: 'RDSH01' } }), 'RDSH01')).toBe('2012R2')
    expect(release(after(farm, { upgradeServer: { server: 'RDSH01', to: '2016' } }), 'RDSH01')).toBe('2016')
    expect(release(apply(farm, { upgradeServer: { server: 'RDSH01' } }, '2025'), 'RDSH01')).toBe('2025')
  })

  test('keeps what else is told of the system', () => {
    const system = serverIn(after(farm, { upgradeServer: { server: 'RDSH01' } }), 'RDSH01').operatingSystem
    expect(system).toEqual({ version: '6.3.9600', productType: 3, installationType: 'Server', language: 'en-US' })
  })

  test('leaves a release that no target tells unknown', () => {
    const now = after({ ...farm, migration: {} }, { upgradeServer: { server: 'RDSH01' } })
    expect(serverIn(now, 'RDSH01').operatingSystem).not.toHaveProperty('version')
  })

  test('ends a drain that lasts until the restart', () => {
    const draining = having(farm, 'NotUntilReboot', ...sales, 'sessionHosts', 0, 'newConnectionAllowed')
    const now = after(draining, { upgradeServer: { server: 'RDSH01' } })
    expect(collectionIn(now, 'Sales')?.sessionHosts?.[0]?.newConnectionAllowed).toBe('Yes')
  })

  test('leaves Web Access upgraded before', () => {
    expect(serverIn(after(farm, { upgradeServer: { server: 'RDWA01' } }), 'RDWA01').webAccess?.upgradedBefore).toBe(
      true,
    )
  })
})

describe('session hosts', () => {
  test('join a collection and take connections', () => {
    const now = after(farm, { addHost: { collection: 'SALES', host: 'rdsh11' } })
    expect(collectionIn(now, 'Sales')?.sessionHosts?.[1]).toEqual({
      server: 'RDSH11.northwind.example',
      newConnectionAllowed: 'Yes',
    })
    expect(serverIn(now, 'RDSH11').roles).toEqual(['RDS-RD-SERVER'])
  })

  test('get an entry where they had none', () => {
    const now = after(farm, { addHost: { collection: 'Sales', host: 'RDSH12' } })
    const added = now.servers?.at(-1)
    expect(added).toEqual({ name: 'RDSH12', roles: ['RDS-RD-SERVER'] })
    expect(restOf(added?.roles ?? [])).toBeUndefined()
  })

  test('may hold other roles where the list of servers is not told', () => {
    const { servers: _, ...untold } = farm
    const now = after(untold, { addHost: { collection: 'Sales', host: 'RDSH12' } })
    expect(restOf(now.servers?.at(-1)?.roles ?? [])).toBeDefined()
  })

  test('leave a collection and the deployment', () => {
    const now = after(farm, { removeHost: { collection: 'Sales', host: 'RDSH01.northwind.example' } })
    expect(hostsIn(now, 'Sales')).toEqual([])
    expect(serverIn(now, 'RDSH01').roles).toEqual([])
  })

  test('stay in the deployment while another collection has them', () => {
    const both = having(
      farm,
      [{ server: 'RDSH02' }, { server: 'RDSH01' }],
      ...deployment,
      'sessionCollections',
      1,
      'sessionHosts',
    )
    const now = after(both, { removeHost: { collection: 'Sales', host: 'RDSH01' } })
    expect(serverIn(now, 'RDSH01').roles).toEqual(['RDS-RD-SERVER'])
  })

  test('keep what roles they have where they may serve another collection', () => {
    const untold = lacking(farm, ...deployment, 'sessionCollections', 1, 'sessionHosts')
    const roles = (host: string) =>
      serverIn(after(untold, { removeHost: { collection: 'Sales', host } }), host).roles ?? []
    expect(restOf(roles('RDSH02'))).toBeDefined()
    expect(restOf(roles('RDSH01'))).toBeUndefined()
    const unlisted = lacking(farm, ...deployment, 'sessionCollections')
    const now = after(unlisted, { removeHost: { collection: 'Sales', host: 'RDSH01' } })
    expect(restOf(serverIn(now, 'RDSH01').roles ?? [])).toBeDefined()
  })

  test('are drained and opened again', () => {
    const drained = after(farm, { drain: { host: 'rdsh02' } })
    expect(collectionIn(drained, 'Finance')?.sessionHosts?.[0]?.newConnectionAllowed).toBe('No')
    expect(after(drained, { allowConnections: { host: 'RDSH02' } })).toEqual(farm)
  })

  test('have no session left, where the collection counts them and where the server does', () => {
    const now = after(farm, { signOut: { host: 'RDSH02' } })
    expect(collectionIn(now, 'Finance')?.sessionHosts?.[0]?.sessions).toEqual({ active: 0, disconnected: 0 })
    expect(serverIn(now, 'RDSH02').sessions).toEqual({ active: 0, disconnected: 0 })
  })

  test('whose name fits two servers are not touched', () => {
    const twins = { ...farm, servers: [...(farm.servers ?? []), { name: 'RDSH02.corp.northwind.example' }] }
    // The collection names it short, and only the other spelling can be meant for certain.
    expect(after(twins, { drain: { host: 'RDSH02.corp.northwind.example' } })).toBe(twins)
    expect(after(twins, { upgradeServer: { server: 'RDSH02' } })).toBe(twins)
    expect(answers(twins, { signOut: { host: 'RDSH02' } }).join()).toContain('session-host-accepts-connections')
  })
})

describe('session collections', () => {
  test('of which not all hosts are told leave open whether one that joins was there before, and drained', () => {
    const untold = lacking(farm, ...sales, 'sessionHosts')
    const joined = collectionIn(after(untold, { addHost: { collection: 'Sales', host: 'RDSH11' } }), 'Sales')
    expect(joined?.sessionHosts).toEqual([{ server: 'RDSH11.northwind.example' }])
    const unlisted = lacking(farm, ...deployment, 'sessionCollections')
    const made = collectionIn(after(unlisted, { createCollection: { collection: 'HR', hosts: ['RDSH11'] } }), 'HR')
    expect(made?.sessionHosts).toEqual([{ server: 'RDSH11.northwind.example' }])
  })

  test('are made of hosts, of the type of the one they replace, with nothing published', () => {
    const now = after(farm, { createCollection: { collection: 'Finance 2012 R2', hosts: ['RDSH11'] } })
    expect(collectionIn(now, 'Finance 2012 R2')).toEqual({
      name: 'Finance 2012 R2',
      type: 'PersonalUnmanaged',
      sessionHosts: [{ server: 'RDSH11.northwind.example', newConnectionAllowed: 'Yes' }],
      profileDisks: null,
      remoteApps: [],
      userGroups: [],
    })
    expect(serverIn(now, 'RDSH11').roles).toEqual(['RDS-RD-SERVER'])
  })

  test('that exist take the hosts in', () => {
    expect(hostsIn(after(farm, { createCollection: { collection: 'sales', hosts: ['RDSH11'] } }), 'Sales')).toEqual([
      'RDSH01',
      'RDSH11.northwind.example',
    ])
  })

  test('publish what another one publishes, beside their own', () => {
    const now = collectionIn(after(farm, { publishApps: { from: 'finance', to: 'sales' } }), 'Sales')
    expect(now?.remoteApps?.map(({ alias }) => alias)).toEqual(['winword', 'excel'])
    expect(now?.userGroups).toEqual(['NORTHWIND\\Sales', 'NORTHWIND\\Finance'])
  })

  test('publish a part where nobody told all', () => {
    const untold = lacking(farm, ...deployment, 'sessionCollections', 1, 'remoteApps')
    const apps =
      collectionIn(after(untold, { publishApps: { from: 'Finance', to: 'Sales' } }), 'Sales')?.remoteApps ?? []
    expect(apps.map(({ alias }) => alias)).toEqual(['winword'])
    expect(restOf(apps)).toBeDefined()
  })

  test('go, and leave their hosts in the deployment', () => {
    const now = after(farm, { removeCollection: { collection: 'SALES' } })
    expect(now.deployment?.sessionCollections?.map(({ name }) => name)).toEqual(['Finance'])
    expect(now.servers).toBe(farm.servers)
  })
})

describe('virtual desktops', () => {
  const states = (inventory: Inventory) => ({
    machines: serverIn(inventory, 'RDVH01').virtualizationHost?.virtualMachines?.map(({ state }) => state),
    desktops: inventory.deployment?.virtualDesktopCollections?.[0]?.virtualDesktops?.map(({ state }) => state),
  })

  test('start and stop with the machines of their host', () => {
    const running = after(farm, { startMachines: { host: 'rdvh01' } })
    expect(states(running)).toEqual({ machines: ['Running', 'Running', 'Running'], desktops: ['Running', 'Running'] })
    expect(after(running, { shutDownMachines: { host: 'RDVH01' } })).toEqual(farm)
  })

  test('of a collection start and stop without the other machines', () => {
    const running = after(farm, { startDesktops: { collection: 'developers' } })
    expect(states(running)).toEqual({ machines: ['Running', 'Running', 'Off'], desktops: ['Running', 'Running'] })
    expect(after(running, { shutDownDesktops: { collection: 'Developers' } })).toEqual(farm)
  })

  test('move with the records of their machines', () => {
    const now = after(farm, { moveDesktops: { collection: 'Developers', from: 'rdvh01', to: 'rdvh11' } })
    const machines = (name: string) =>
      serverIn(now, name).virtualizationHost?.virtualMachines?.map((machine) => machine.name)
    expect(machines('RDVH01')).toEqual(['Backup'])
    expect(machines('RDVH11')).toEqual(['DEV-1', 'DEV-2'])
    expect(now.deployment?.virtualDesktopCollections?.[0]?.virtualDesktops?.map(({ host }) => host)).toEqual([
      'RDVH11.northwind.example',
      'RDVH11.northwind.example',
    ])
  })

  test('that move to a host whose machines nobody told are a part of them', () => {
    const untold = lacking(farm, 'servers', at('RDVH11'), 'virtualizationHost', 'virtualMachines')
    const now = after(untold, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } })
    const machines = serverIn(now, 'RDVH11').virtualizationHost?.virtualMachines ?? []
    expect(machines.map(({ name }) => name)).toEqual(['DEV-1', 'DEV-2'])
    expect(restOf(machines)).toBeDefined()
  })

  test('whose host nobody told leave open which machines moved', () => {
    const untold = lacking(farm, ...deployment, 'virtualDesktopCollections', 0, 'virtualDesktops', 0, 'host')
    const now = after(untold, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } })
    const desktops = now.deployment?.virtualDesktopCollections?.[0]?.virtualDesktops
    expect(desktops?.map(({ host }) => host)).toEqual([undefined, 'RDVH11.northwind.example'])
    for (const name of ['RDVH01', 'RDVH11']) {
      expect(restOf(serverIn(now, name).virtualizationHost?.virtualMachines ?? [])).toBeDefined()
    }
  })

  test('leave open whether they move to a host that had no machines, where nobody told those of the other', () => {
    const untold = lacking(farm, 'servers', at('RDVH01'), 'virtualizationHost', 'virtualMachines')
    const none = having(untold, null, 'servers', at('RDVH11'), 'virtualizationHost')
    const now = after(none, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } })
    expect(serverIn(now, 'RDVH11')).not.toHaveProperty('virtualizationHost')
  })

  test('whose host nobody told may have started or stopped with any host', () => {
    const untold = lacking(farm, ...deployment, 'virtualDesktopCollections', 0, 'virtualDesktops', 0, 'host')
    expect(states(after(untold, { startMachines: { host: 'RDVH01' } })).desktops).toEqual([undefined, 'Running'])
    expect(states(after(untold, { shutDownMachines: { host: 'RDVH01' } })).desktops).toEqual(['Off', 'Off'])
  })

  test('that nobody told leave a host unseen that was not seen, and open whether one has machines that had none', () => {
    const untold = lacking(farm, ...deployment, 'virtualDesktopCollections')
    const move = { moveDesktops: { collection: 'Trainees', from: 'RDVH01', to: 'RDVH11' } } as const
    const to = ['servers', at('RDVH11'), 'virtualizationHost'] as const
    const sectionAfter = (inventory: Inventory) => serverIn(after(inventory, move), 'RDVH11').virtualizationHost
    expect(sectionAfter(lacking(untold, ...to))).toBeUndefined()
    expect(sectionAfter(having(untold, null, ...to))).toBeUndefined()
    expect(sectionAfter(lacking(untold, ...to, 'virtualMachines'))).not.toHaveProperty('virtualMachines')
    expect(after(untold, { moveDesktops: { ...move.moveDesktops, to: 'RDVH99' } }).servers).toHaveLength(
      farm.servers?.length ?? 0,
    )
  })

  test.each([
    ['had none', (inventory: Inventory, ...way: readonly (string | number)[]) => having(inventory, null, ...way)],
    ['nobody told', lacking],
  ])('that move to a host whose section %s leave it as it was once they are back', (_, change) => {
    const without = change(farm, 'servers', at('RDVH11'), 'virtualizationHost')
    const there = after(without, { moveDesktops: { collection: 'Developers', from: 'RDVH01', to: 'RDVH11' } })
    const back = { moveDesktops: { collection: 'Developers', from: 'RDVH11', to: 'RDVH01' } }
    expect(serverIn(there, 'RDVH11').virtualizationHost?.virtualMachines).toHaveLength(2)
    expect(serverIn(after(there, back), 'RDVH11')).toEqual(serverIn(without, 'RDVH11'))
    const restarted = after(
      there,
      { startMachines: { host: 'RDVH11' } },
      { shutDownMachines: { host: 'RDVH11' } },
      back,
    )
    expect(serverIn(restarted, 'RDVH11')).toEqual(serverIn(without, 'RDVH11'))
  })

  test('that nobody told leave open which machines started', () => {
    const untold = lacking(farm, ...deployment, 'virtualDesktopCollections', 0, 'virtualDesktops')
    expect(states(after(untold, { startDesktops: { collection: 'Developers' } })).machines).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(after(farm, { startDesktops: { collection: 'Trainees' } })).toBe(farm)
  })

  test('have hosts that join and leave the deployment', () => {
    const without = after(farm, { removeVirtualizationHost: { host: 'RDVH11' } })
    expect(serverIn(without, 'RDVH11').roles).toEqual([])
    expect(after(without, { addVirtualizationHost: { host: 'RDVH11' } })).toEqual(farm)
  })
})

describe('profile disks', () => {
  const there = { moveProfileDisks: { from: '\\\\FS01\\Disks\\Sales', to: '\\\\FS11\\Disks\\Sales' } } as const
  const back = { moveProfileDisks: { from: '\\\\FS11\\Disks\\Sales', to: '\\\\FS01\\Disks\\Sales' } } as const
  const pointed = { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS11\\Disks\\Sales' } } as const

  test('that moved are in the listing of the new location', () => {
    const [move] = after(farm, there).migration?.profileDiskLocations ?? []
    expect(move?.destinationFiles).toEqual(['UVHD-template.vhdx'])
  })

  test('that moved are there, even where nobody listed them or planned it', () => {
    const unlisted = lacking(farm, 'migration', 'profileDiskLocations', 0, 'sourceFiles')
    const unplanned = lacking(farm, 'migration')
    for (const inventory of [farm, unlisted, unplanned]) {
      expect(answers(inventory, pointed)).not.toEqual([])
      expect(answers(after(inventory, there), pointed)).toEqual([])
    }
  })

  test('that moved with a folder above are there', () => {
    const now = after(lacking(farm, 'migration'), {
      moveProfileDisks: { from: '\\\\fs01\\disks', to: '\\\\FS11\\Disks' },
    })
    expect(answers(now, pointed)).toEqual([])
  })

  test('that moved away are not where they were', () => {
    const stay = { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS01\\Disks\\Sales' } } as const
    expect(answers(farm, stay)).toEqual([])
    expect(answers(after(farm, there), stay)).toHaveLength(1)
  })

  test('that moved away are not where they were, whatever else moves', () => {
    const stay = { setProfileDiskLocation: { collection: 'Sales', location: '\\\\FS01\\Disks\\Sales' } } as const
    const other = { moveProfileDisks: { from: '\\\\FS02\\Disks', to: '\\\\FS12\\Disks' } } as const
    expect(answers(after(farm, other), stay)).toEqual([])
    expect(answers(after(farm, there, other), stay)).toHaveLength(1)
    expect(
      answers(
        after(
          { ...farm, migration: { profileDiskLocations: [{ source: '\\\\FS03\\A', destination: '\\\\FS13\\A' }] } },
          there,
        ),
        stay,
      ),
    ).toHaveLength(1)
  })

  test('that moved back leave nothing behind', () => {
    expect(after(farm, there, back)).toEqual(farm)
    const unplanned = lacking(farm, 'migration', 'profileDiskLocations')
    expect(after(unplanned, there, back)).toEqual(unplanned)
  })

  test('are pointed at, of either sort of collection', () => {
    const now = after(farm, pointed, {
      setProfileDiskLocation: { collection: 'developers', location: '\\\\FS11\\Disks\\Developers' },
    })
    expect(collectionIn(now, 'Sales')?.profileDisks).toEqual({
      enabled: true,
      location: '\\\\FS11\\Disks\\Sales',
      maxSizeGB: 20,
    })
    expect(now.deployment?.virtualDesktopCollections?.[0]?.profileDisks?.location).toBe('\\\\FS11\\Disks\\Developers')
  })

  test('of a new collection are as those of the collection that it replaces', () => {
    const replaced = having(
      farm,
      { enabled: true, location: '\\\\FS01\\Disks\\Finance', maxSizeGB: 30 },
      ...deployment,
      'sessionCollections',
      1,
      'profileDisks',
    )
    const now = after(
      replaced,
      { createCollection: { collection: 'Finance 2012 R2', hosts: ['RDSH11'] } },
      { setProfileDiskLocation: { collection: 'Finance 2012 R2', location: '\\\\FS11\\Disks\\Finance' } },
    )
    expect(collectionIn(now, 'Finance 2012 R2')?.profileDisks).toEqual({
      enabled: true,
      location: '\\\\FS11\\Disks\\Finance',
      maxSizeGB: 30,
    })
  })
})

describe('replaceServer', () => {
  test('lets Web Access move with what the successor does not tell itself', () => {
    const now = after(farm, { replaceServer: { server: 'RDWA01', by: 'RDWA11' } })
    expect(serverIn(now, 'RDWA11')).toMatchObject({
      roles: ['RDS-WEB-ACCESS'],
      installedFeatures: ['RDS-Web-Access'],
      webAccess: { machineKeyHash: '5e884898', customized: false },
      operatingSystem: { version: '6.3.9600' },
    })
    expect(serverIn(now, 'RDWA01')).toMatchObject({ roles: [], installedFeatures: ['Web-Server'], webAccess: null })
  })

  test('leaves a successor its own certificates, and gives it those of the server where nobody told them', () => {
    const own = having(farm, [{ thumbprint: 'B2' }], 'servers', at('RDWA11'), 'certificates')
    const untold = lacking(farm, 'servers', at('RDWA11'), 'certificates')
    const store = (inventory: Inventory) =>
      serverIn(after(inventory, { replaceServer: { server: 'RDWA01', by: 'RDWA11' } }), 'RDWA11').certificates
    expect(store(own)).toEqual([{ thumbprint: 'B2' }])
    expect(store(untold)).toEqual(serverIn(farm, 'RDWA01').certificates)
  })

  test('lets a gateway move, in the lists of every member of its farm', () => {
    const now = after(farm, { replaceServer: { server: 'RDGW01', by: 'RDGW11' } })
    const members = ['RDGW11.northwind.example', 'RDGW02']
    expect(serverIn(now, 'RDGW11').gateway?.farmMembers).toEqual(members)
    expect(serverIn(now, 'RDGW02').gateway?.farmMembers).toEqual(members)
    expect(serverIn(now, 'RDGW01').gateway).toBeNull()
  })

  test('lets every role of a server move that stands alone', () => {
    const alone: Inventory = {
      schemaVersion: 1,
      deployment: null,
      servers: [
        {
          name: 'RDLS05',
          roles: [],
          installedFeatures: ['rds-licensing'],
          licenseServer: { keyPacks: [userLicences] },
        },
        { name: 'RDLS15', roles: [], installedFeatures: [] },
      ],
    }
    const now = after(alone, { replaceServer: { server: 'RDLS05', by: 'RDLS15' } })
    expect(now.servers).toEqual([
      { name: 'RDLS05', roles: [], installedFeatures: [], licenseServer: null },
      { name: 'RDLS15', roles: [], installedFeatures: ['RDS-Licensing'], licenseServer: { keyPacks: [userLicences] } },
    ])
  })

  test('takes no role of brokers and hosts along', () => {
    expect(after(farm, { replaceServer: { server: 'RDSH01', by: 'RDSH11' } })).toBe(farm)
    expect(after(farm, { replaceServer: { server: 'RDWA01', by: 'rdwa01.northwind.example' } })).toBe(farm)
    expect(after(farm, { replaceServer: { server: 'RDWA99', by: 'RDWA11' } })).toBe(farm)
  })
})

describe('licences', () => {
  const packsOf = (inventory: Inventory, name: string) => serverIn(inventory, name).licenseServer?.keyPacks
  const { id: _, ...moved } = userLicences

  test('are on both servers after a move, without the temporary ones, once however often they move', () => {
    const now = after(
      farm,
      { moveLicenses: { from: 'rdls01', to: 'rdls11' } },
      { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } },
    )
    expect(packsOf(now, 'RDLS01')).toEqual([temporaryPack, userLicences])
    expect(packsOf(now, 'RDLS11')).toEqual([moved])
  })

  test('that nobody told may be on the new server after a move, if it holds none by now or is no licence server at all', () => {
    const untold = lacking(farm, 'servers', at('RDLS01'), 'licenseServer', 'keyPacks')
    const move = { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }
    const packs = packsOf(after(untold, move), 'RDLS11')
    expect(packs).toEqual([])
    expect(restOf(packs ?? [])).toBeDefined()
    const none = having(untold, null, 'servers', at('RDLS11'), 'licenseServer')
    expect(serverIn(after(none, move), 'RDLS11').licenseServer).toBeUndefined()
  })

  test.each(['total', 'keyPackType'])(
    'that may be none for want of their %s may be on the new server after a move',
    (fact) => {
      const unclear = lacking(farm, 'servers', at('RDLS01'), 'licenseServer', 'keyPacks', 1, fact)
      const packs = packsOf(after(unclear, { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }), 'RDLS11')
      expect(packs).toEqual([])
      expect(restOf(packs ?? [])).toBeDefined()
    },
  )

  test('that may be those of the new server are not told as all that is there after a move', () => {
    const there = having(farm, [userLicences], 'servers', at('RDLS11'), 'licenseServer', 'keyPacks')
    const move = { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }
    expect(after(there, move)).toEqual(there)
    for (const server of ['RDLS01', 'RDLS11']) {
      const pack = server === 'RDLS01' ? 1 : 0
      const unclear = lacking(there, 'servers', at(server), 'licenseServer', 'keyPacks', pack, 'licenseType')
      const packs = packsOf(after(unclear, move), 'RDLS11') ?? []
      expect(packs).toHaveLength(2)
      expect(restOf(packs)).toBeDefined()
    }
  })

  test('that are removed again leave a server none that was none', () => {
    const none = having(farm, null, 'servers', at('RDLS11'), 'licenseServer')
    const gone = { removeLicenses: { server: 'RDLS11' } }
    expect(after(none, { moveLicenses: { from: 'RDLS01', to: 'RDLS11' } }, gone)).toEqual(none)
    expect(after(none, { installLicenses: { server: 'RDLS11' } }, gone)).toEqual(none)
  })

  test('are removed, and the temporary ones stay', () => {
    expect(packsOf(after(farm, { removeLicenses: { server: 'RDLS01' } }), 'RDLS01')).toEqual([temporaryPack])
  })

  test('that nobody told are gone after a removal', () => {
    const untold = lacking(farm, 'servers', at('RDLS01'), 'licenseServer', 'keyPacks')
    expect(packsOf(after(untold, { removeLicenses: { server: 'RDLS01' } }), 'RDLS01')).toEqual([])
  })

  test('are installed for the target and in the mode of the deployment', () => {
    expect(packsOf(apply(farm, { installLicenses: { server: 'RDLS01' } }, '2019'), 'RDLS01')?.at(-1)).toEqual({
      productVersionId: 6,
      productVersion: 'Windows Server 2019',
      licenseType: 'perUser',
      keyPackType: 2,
      total: 100,
      issued: 0,
    })
  })

  test('have servers that are listed and taken off the list', () => {
    const both = after(farm, { addLicenseServer: { server: 'rdls11' } })
    expect(both.deployment?.licensing).toEqual({ mode: 'PerUser', servers: ['RDLS01', 'RDLS11.northwind.example'] })
    expect(serverIn(both, 'RDLS11').roles).toEqual(['RDS-LICENSING'])
    const one = after(both, { removeLicenseServer: { server: 'RDLS01' } })
    expect(one.deployment?.licensing?.servers).toEqual(['RDLS11.northwind.example'])
    expect(serverIn(one, 'RDLS01').roles).toEqual([])
  })

  test('of a list that nobody told are a part of it', () => {
    const untold = lacking(farm, ...deployment, 'licensing')
    const servers = after(untold, { addLicenseServer: { server: 'RDLS11' } }).deployment?.licensing?.servers ?? []
    expect(servers).toEqual(['RDLS11.northwind.example'])
    expect(restOf(servers)).toBeDefined()
    expect(after(untold, { removeLicenseServer: { server: 'RDLS01' } }).deployment).toBe(untold.deployment)
    expect(after(farm, { removeLicenseServer: { server: 'RDLS11' } })).toBe(farm)
    expect(after(farm, { addLicenseServer: { server: 'RDLS01' } })).toBe(farm)
  })

  test('of a deployment without licensing begin without a mode', () => {
    const none = having(farm, null, ...deployment, 'licensing')
    expect(after(none, { addLicenseServer: { server: 'RDLS11' } }).deployment?.licensing).toEqual({
      mode: 'NotConfigured',
      servers: ['RDLS11.northwind.example'],
    })
  })
})

describe('setCertificate', () => {
  const gateway = (inventory: Inventory) => inventory.deployment?.certificates?.find(({ role }) => role === 'RDGateway')

  test('binds the certificate that is named, as another role shows it', () => {
    expect(gateway(after(farm, { setCertificate: { role: 'RDGateway', thumbprint } }))).toEqual({
      role: 'RDGateway',
      level: 'Trusted',
      thumbprint,
      issuedTo: '*.northwind.example',
    })
  })

  test('binds the one that the plan names, as a store shows it', () => {
    const fresh = having(farm, [{ role: 'RDGateway', level: 'NotConfigured' }], ...deployment, 'certificates')
    expect(gateway(after(fresh, { setCertificate: { role: 'RDGateway' } }))).toEqual({
      role: 'RDGateway',
      level: 'Trusted',
      thumbprint,
      subject: 'CN=*.northwind.example',
      subjectAlternateNames: ['*.northwind.example'],
      expiresOn: '2028-01-10T00:00:00Z',
    })
  })

  test('binds one of which nobody told whether it is trusted, and says no more of it', () => {
    const untold = { role: 'RDPublishing', thumbprint, issuedTo: '*.northwind.example' }
    const fresh = having(farm, [untold], ...deployment, 'certificates')
    expect(gateway(after(fresh, { setCertificate: { role: 'RDGateway' } }))).toEqual({ ...untold, role: 'RDGateway' })
    const told = having(
      farm,
      [untold, { ...untold, role: 'RDWebAccess', level: 'Untrusted' }],
      ...deployment,
      'certificates',
    )
    expect(gateway(after(told, { setCertificate: { role: 'RDGateway' } }))?.level).toBe('Untrusted')
  })

  test('binds one that nobody named', () => {
    const now = after(farm, { setCertificate: { role: 'RDWebAccess' } })
    expect(now.deployment?.certificates?.at(-1)).toEqual({ role: 'RDWebAccess', level: 'Trusted' })
  })
})
