import { describe, expect, test } from 'vitest'
import { createEstate } from '../../src/inventory/estate.ts'
import type { Deployment, Inventory, SessionHost } from '../../src/inventory/inventory.ts'
import { timestampOf } from '../../src/model/instant.ts'
import type { Method, Phase, Release } from '../../src/model/report.ts'
import { apply } from '../../src/plan/apply.ts'
import { type DocumentedPlan, documentedPlan } from '../../src/plan/documented-plan.ts'
import { nameOf, type OperationName } from '../../src/plan/operation.ts'
import { plannedFarm } from '../support/planned-farm.ts'

const today = timestampOf('2026-11-24') as NonNullable<ReturnType<typeof timestampOf>>

/** A farm on its way to a target, by a method. */
interface Move {
  readonly farm: Inventory
  readonly target: Release
  readonly method: Method
}

function planOf({ target, method }: Move, inventory: Inventory, phase: Phase, before?: Inventory): DocumentedPlan {
  return documentedPlan(createEstate(inventory, { target, method, phase, today }), before)
}

/** What a deployment is after each step of its own plan: the index is how many are done. */
function statesOf(move: Move): readonly Inventory[] {
  const { steps } = planOf(move, move.farm, 'before')
  const states = [move.farm]
  for (const { operation } of steps) states.push(apply(states.at(-1) ?? move.farm, operation, move.target))
  return states
}

/** The state after the first step of a name. */
function stateAfter(move: Move, name: OperationName): Inventory {
  const at = planOf(move, move.farm, 'before').steps.findIndex(({ operation }) => nameOf(operation) === name)
  return statesOf(move)[at + 1] ?? expect.unreachable(`the plan has a step ${name}`)
}

function lines({ steps }: DocumentedPlan, ...names: readonly OperationName[]): readonly string[] {
  return steps
    .filter(({ operation }) => names.includes(nameOf(operation)))
    .map(({ operation, status }) => {
      const name = nameOf(operation)
      const taken = (operation as Readonly<Record<string, object>>)[name] ?? {}
      return `${name} ${Object.values(taken).flat().join(' ').replaceAll('.northwind.example', '')}: ${status}`
    })
}

function moveTo(target: Release, method: Method, change: (farm: Inventory) => Inventory = (farm) => farm): Move {
  return { farm: change(plannedFarm(target, method)), target, method }
}

function withDeployment(farm: Inventory, change: (deployment: Deployment) => Deployment): Inventory {
  return farm.deployment ? { ...farm, deployment: change(farm.deployment) } : farm
}

function withoutNewNames(farm: Inventory): Inventory {
  const { collections: _, ...migration } = farm.migration ?? {}
  return { ...farm, migration }
}

describe('new collections that nobody named', () => {
  const move = moveTo('2022', 'migrate', withoutNewNames)
  const whole = planOf(move, move.farm, 'before').steps.map(({ operation }) => operation)

  test('are the ones that were made, at every point of the move', () => {
    for (const state of statesOf(move))
      expect(planOf(move, state, 'during', move.farm).steps.map(({ operation }) => operation)).toEqual(whole)
  })

  test('are so too where nobody remembers what was there before', () => {
    for (const state of statesOf(move)) {
      const told = lines(planOf(move, state, 'during'), 'createCollection', 'moveProfileDisks', 'removeCollection')
      expect(told.filter((line) => /\(2\)|blocked/.test(line))).toEqual([])
    }
    expect(
      lines(planOf(move, stateAfter(move, 'publishApps'), 'during'), 'createCollection', 'moveProfileDisks'),
    ).toEqual([
      'createCollection Sales 2022 RDSH11 RDSH12: done',
      'moveProfileDisks \\\\FS01\\Disks\\Sales \\\\FS11\\Disks\\Sales: done',
      'createCollection Finance 2022 RDSH13: open',
    ])
  })

  test('are not others that were called so before', () => {
    const taken = withDeployment(move.farm, (deployment) => ({
      ...deployment,
      sessionCollections: [...(deployment.sessionCollections ?? []), { name: 'Sales 2022', sessionHosts: [] }],
    }))
    expect(lines(planOf(move, taken, 'during', taken), 'createCollection')[0]).toBe(
      'createCollection Sales 2022 (2) RDSH11 RDSH12: open',
    )
  })
})

describe('a collection whose hosts have all left for a new one', () => {
  const move = moveTo('2022', 'migrate')
  const at = planOf(move, move.farm, 'before').steps.findIndex(({ operation }) => 'removeCollection' in operation)
  const state = statesOf(move)[at] ?? move.farm

  test('is removed, and its disks are not copied over those in use', () => {
    expect(
      lines(planOf(move, state, 'during'), 'moveProfileDisks', 'setProfileDiskLocation', 'removeCollection'),
    ).toEqual([
      'moveProfileDisks \\\\FS01\\Disks\\Sales \\\\FS11\\Disks\\Sales: done',
      'setProfileDiskLocation Sales new \\\\FS11\\Disks\\Sales: done',
      'removeCollection Sales: open',
      'removeCollection Finance: open',
    ])
  })

  test('leaves no servers that stand alone where others hold their roles, and the plan says so', () => {
    const plan = planOf(move, state, 'during')
    expect(plan.steps.filter(({ category }) => category === 'standalone-servers')).toEqual([])
    expect(plan.remarks.map(({ message }) => message)).toContain(
      'RDSH01.northwind.example is out of the deployment, where RDSH11.northwind.example holds its roles.',
    )
  })
})

test('hosts that a new collection still lacks join it', () => {
  const move = moveTo('2022', 'migrate')
  const state = withDeployment(stateAfter(move, 'createCollection'), (deployment) => ({
    ...deployment,
    sessionCollections:
      deployment.sessionCollections?.map((one) =>
        one.name === 'Sales new' ? { ...one, sessionHosts: (one.sessionHosts ?? []).slice(0, 1) } : one,
      ) ?? [],
  }))
  expect(lines(planOf(move, state, 'during', move.farm), 'createCollection', 'addHost').slice(0, 2)).toEqual([
    'createCollection Sales new RDSH11: done',
    'addHost Sales new RDSH12: open',
  ])
})

describe('without the inventory from before a move in place', () => {
  const move = moveTo('2019', 'in-place')

  test('a host that left its collection leaves the plan undecided', () => {
    const { gaps } = planOf(move, stateAfter(move, 'removeHost'), 'during')
    expect(gaps.map(({ message }) => message)).toEqual([
      'RDSH01.northwind.example is a session host of no collection; whether it left one for the move, only the inventory from before it tells (--before).',
    ])
    expect(planOf(move, stateAfter(move, 'removeHost'), 'during', move.farm).gaps).toEqual([])
  })

  test('a host that was upgraded where it stands takes connections again', () => {
    const steps = planOf(move, move.farm, 'before').steps
    const at = steps.findIndex(({ operation }) => 'allowConnections' in operation)
    const state = statesOf(move)[at] ?? move.farm
    expect(lines(planOf(move, state, 'during'), 'allowConnections')).toEqual(['allowConnections RDSH03: open'])
  })
})

test('a newcomer that was set up drained takes connections in the end', () => {
  const move = moveTo('2012R2', 'migrate')
  const at = planOf(move, move.farm, 'before').steps.findIndex(({ operation }) => 'removeHost' in operation)
  const drained = (host: SessionHost): SessionHost =>
    host.server.startsWith('RDSH11') ? { ...host, newConnectionAllowed: 'No' } : host
  const state = withDeployment(statesOf(move)[at] ?? move.farm, (deployment) => ({
    ...deployment,
    sessionCollections:
      deployment.sessionCollections?.map((one) => ({ ...one, sessionHosts: one.sessionHosts?.map(drained) ?? [] })) ??
      [],
  }))
  expect(lines(planOf(move, state, 'during', move.farm), 'allowConnections')).toEqual(['allowConnections RDSH11: open'])
})

test('desktops that are off for the upgrade of their host are not off for their disks yet', () => {
  const move = moveTo('2022', 'in-place', (farm) => ({
    ...withDeployment(farm, (deployment) => ({
      ...deployment,
      virtualDesktopCollections:
        deployment.virtualDesktopCollections?.map((one) => ({
          ...one,
          profileDisks: { enabled: true, location: '\\\\FS01\\VDI', maxSizeGB: 10 },
        })) ?? [],
    })),
    migration: { ...farm.migration, profileDiskLocations: [{ source: '\\\\FS01\\VDI', destination: '\\\\FS11\\VDI' }] },
  }))
  const names = ['shutDownMachines', 'startMachines', 'shutDownDesktops', 'moveProfileDisks'] as const
  expect(lines(planOf(move, stateAfter(move, 'shutDownMachines'), 'during', move.farm), ...names)).toEqual([
    'shutDownMachines RDVH01: done',
    'startMachines RDVH01: open',
    'shutDownDesktops Developers: open',
    'moveProfileDisks \\\\FS01\\VDI \\\\FS11\\VDI: open',
  ])
})

test('certificates are set only when every broker is in its place, whatever the ones before them show', () => {
  const alone = moveTo('2012R2', 'migrate', (farm) => ({
    ...farm,
    migration: { ...farm.migration, servers: farm.migration?.servers?.filter(({ source }) => /CB/.test(source)) ?? [] },
  }))
  const told = (state: Inventory) => lines(planOf(alone, state, 'during', alone.farm), 'setCertificate')
  expect(told(alone.farm).every((line) => line.endsWith('open'))).toBe(true)
  expect(told(stateAfter(alone, 'addBroker')).every((line) => line.endsWith('done'))).toBe(true)
})

describe('what nobody told leaves the plan undecided, not shorter:', () => {
  const farm = plannedFarm('2019', 'migrate')
  const plan = (change: (deployment: Deployment) => Deployment, method: Method = 'migrate') => {
    const move = moveTo('2019', method)
    return planOf(move, withDeployment(move.farm, change), 'before')
  }
  const gaps = (found: DocumentedPlan) => found.gaps.map(({ message }) => message)

  test('where the profile disks of a collection are', () => {
    const found = plan(({ sessionCollections = [], ...deployment }) => ({
      ...deployment,
      sessionCollections: sessionCollections.map(({ profileDisks: _, ...one }) => one),
    }))
    expect(gaps(found)).toEqual([
      'Whether Sales has profile disks, or where they are, is not known; steps for them are not here.',
      'Whether Finance has profile disks, or where they are, is not known; steps for them are not here.',
    ])
  })

  test('the licensing mode', () => {
    const found = plan(({ licensing, ...deployment }) => {
      const { mode: _, ...rest } = licensing ?? {}
      return { ...deployment, licensing: rest }
    }, 'in-place')
    expect(gaps(found)).toEqual([
      'The licensing mode is not known; licences to install, if any are wanted, have no step here.',
    ])
  })

  test('which brokers are in the high availability set', () => {
    const found = plan(({ highAvailability: _, ...deployment }) => deployment)
    const brokers = (one: DocumentedPlan) =>
      lines(one, 'removeBrokers', 'upgradeServer', 'addBroker').map((line) => line.replace(/: .*/, ''))
    expect(brokers(found)).toEqual(brokers(planOf(moveTo('2019', 'migrate'), farm, 'before')))
    expect(lines(found, 'removeBrokers', 'addBroker').every((line) => line.endsWith('undecided'))).toBe(true)
  })

  test('whether a short name is that of the active broker', () => {
    const move = moveTo('2019', 'migrate')
    const active = { activeManagementServer: 'RDCB02' }
    const { servers: _, ...rest } = withDeployment(move.farm, ({ highAvailability, ...deployment }) => ({
      ...{ ...deployment, ...active },
      highAvailability: { ...highAvailability, ...active },
    }))
    expect(lines(planOf(move, rest, 'before'), 'removeBrokers')).toEqual(['removeBrokers RDCB01 RDCB03: open'])
  })

  test('which servers are brokers', () => {
    const servers = farm.servers?.map(({ roles: _, ...server }) => server) ?? []
    const { highAvailability: _, activeManagementServer: __, ...deployment } = farm.deployment ?? {}
    const found = planOf(moveTo('2019', 'migrate'), { ...farm, servers, deployment }, 'before')
    expect(gaps(found)).toContain('Not all connection brokers are known; those that are not have no steps here.')
  })
})

describe('session hosts of no collection', () => {
  const idle = (method: Method) =>
    moveTo('2019', method, (farm) =>
      withDeployment(farm, (deployment) => ({
        ...deployment,
        sessionCollections: deployment.sessionCollections?.filter(({ name }) => name === 'Sales') ?? [],
      })),
    )

  test('are upgraded in place', () => {
    const move = idle('in-place')
    expect(lines(planOf(move, move.farm, 'before'), 'upgradeServer')).toContain('upgradeServer RDSH03: open')
  })

  test('leave the plan undecided where they retire, also when they left their collection but not the deployment', () => {
    const move = idle('migrate')
    const gap =
      'RDSH03.northwind.example is a session host of no collection; taking it out of the deployment (Remove-RDServer) has no step here.'
    expect(planOf(move, move.farm, 'before').gaps.map(({ message }) => message)).toEqual([gap])
    expect(
      planOf(move, move.farm, 'during', plannedFarm('2019', 'migrate')).gaps.map(({ message }) => message),
    ).toEqual([gap])
  })
})

test('one newcomer takes the place of several hosts once', () => {
  const move = moveTo('2012R2', 'migrate', (farm) => ({
    ...farm,
    migration: {
      ...farm.migration,
      servers:
        farm.migration?.servers?.map((one) =>
          one.source.startsWith('RDSH02') ? { ...one, destination: 'RDSH11.northwind.example' } : one,
        ) ?? [],
    },
  }))
  expect(lines(planOf(move, move.farm, 'before'), 'addHost')).toEqual([
    'addHost Sales RDSH11: open',
    'addHost Finance RDSH13: open',
  ])
})

test('a licence server that is listed no more, and still deployed, leaves the deployment', () => {
  const move = moveTo('2019', 'migrate')
  const at = planOf(move, move.farm, 'before').steps.findIndex(({ operation }) => 'removeLicenseServer' in operation)
  const state = withDeployment(statesOf(move)[at] ?? move.farm, (deployment) => ({
    ...deployment,
    licensing: { mode: 'PerUser', servers: ['RDLS11.northwind.example'] },
  }))
  expect(lines(planOf(move, state, 'during', move.farm), 'removeLicenseServer')).toEqual([
    'removeLicenseServer RDLS01: open',
  ])
})

test('an upgrade that may be behind us is undecided, whatever stands against it now', () => {
  const move = moveTo('2019', 'migrate')
  const servers = stateAfter(move, 'createCollection').servers?.map((server) => {
    const { operatingSystem: _, ...rest } = server
    return server.name.startsWith('RDCB01') ? rest : server
  })
  const state = { ...stateAfter(move, 'createCollection'), servers: servers ?? [] }
  expect(lines(planOf(move, state, 'during', move.farm), 'upgradeServer')[0]).toBe('upgradeServer RDCB01: undecided')
})

describe('what nobody told may still be to do, whatever the successor shows:', () => {
  const move = moveTo('2022', 'migrate')

  function forgetRoles(state: Inventory, name: string): Inventory {
    const servers = state.servers?.map((server) => {
      const { roles: _, ...rest } = server
      return server.name.startsWith(name) ? rest : server
    })
    return { ...state, ...(servers && { servers }) }
  }

  test('whether a server still holds the roles that its successor took over', () => {
    const state = stateAfter(move, 'replaceServer')
    expect(lines(planOf(move, state, 'during', move.farm), 'replaceServer')[0]).toBe(
      'replaceServer RDWA01 RDWA11: done',
    )
    const untold = forgetRoles(state, 'RDWA01')
    expect(lines(planOf(move, untold, 'during', move.farm), 'replaceServer')[0]).toBe(
      'replaceServer RDWA01 RDWA11: open',
    )
  })

  test('whether a licence server that is listed no more is still deployed', () => {
    const state = stateAfter(move, 'removeLicenseServer')
    expect(lines(planOf(move, state, 'during', move.farm), 'removeLicenseServer')).toEqual([
      'removeLicenseServer RDLS01: done',
    ])
    const untold = forgetRoles(state, 'RDLS01')
    expect(lines(planOf(move, untold, 'during', move.farm), 'removeLicenseServer')).toEqual([
      'removeLicenseServer RDLS01: undecided',
    ])
  })

  test('whether licences of no known type are those that were on the old server', () => {
    const state = stateAfter(move, 'moveLicenses')
    expect(lines(planOf(move, state, 'during'), 'moveLicenses')).toEqual(['moveLicenses RDLS01 RDLS11: done'])
    const untold = JSON.parse(JSON.stringify(state, (key, value) => (key === 'licenseType' ? undefined : value)))
    expect(lines(planOf(move, untold, 'during'), 'moveLicenses')).toEqual(['moveLicenses RDLS01 RDLS11: open'])
  })
})
