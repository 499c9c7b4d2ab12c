import { describe, expect, test } from 'vitest'
import { rules } from '../../generated/rules.ts'
import { stepOrders } from '../../generated/tables.ts'
import { readyEstate } from '../../scripts/estates/ready-estate.ts'
import { createEstate } from '../../src/inventory/estate.ts'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { examine } from '../../src/lint-inventory.ts'
import { timestampOf } from '../../src/model/instant.ts'
import { type Method, methods, type Phase, type Release } from '../../src/model/report.ts'
import { supportedTargets } from '../../src/model/targets.ts'
import { type AroundStep, documentedPlan } from '../../src/plan/documented-plan.ts'
import { having, lacking } from '../support/operations.ts'
import { plannedFarm } from '../support/planned-farm.ts'

const today = timestampOf('2026-11-24') as NonNullable<ReturnType<typeof timestampOf>>
const ways = supportedTargets.flatMap((target) => methods.map((method) => ({ target, method })))

function planOf(inventory: Inventory, target: Release, method: Method, phase: Phase = 'before', before?: Inventory) {
  const states: AroundStep[] = []
  const plan = documentedPlan(createEstate(inventory, { target, method, phase, today }), before, (_, around) =>
    states.push(around),
  )
  return { ...plan, states }
}

describe.each(ways)('to $target, $method', ({ target, method }) => {
  const farm = plannedFarm(target, method)
  const plan = planOf(farm, target, method)

  test('has nothing against its steps', () => {
    expect(plan.steps.filter(({ status }) => status !== 'open')).toEqual([])
    expect([plan.gaps, plan.placeholders.size]).toEqual([[], 0])
  })

  test('numbers its steps by the documented order', () => {
    const order = stepOrders.find((row) => row.target === target)?.steps ?? []
    expect(plan.steps.map(({ step }) => Number(step.split('.')[0]))).toEqual(
      plan.steps.map(({ category }) => order.indexOf(category) + 1),
    )
    const numbers = plan.steps.map(({ step }) => Number(step.split('.')[0]))
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
  })

  test('adds no error on its way, and leaves a deployment that is ready', () => {
    const errors = (inventory: Inventory, phase: Phase) => {
      const { checked } = examine(inventory, rules, { target, method, phase, today })
      return [...checked.failed, ...checked.undecided]
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule.id)
    }
    expect(errors(farm, 'before')).toEqual([])
    let last = errors(plan.first, 'during')
    for (const [index, { step }] of plan.steps.entries()) {
      const after = plan.states[index]?.after ?? farm
      const now = errors(after, 'during')
      expect({ step, added: now.filter((id) => !last.includes(id)) }).toEqual({ step, added: [] })
      last = now
    }
    expect(errors(plan.states.at(-1)?.after ?? farm, 'after')).toEqual([])
  })

  test('goes on where it was left, after every step', () => {
    // Nobody is signed in to the farm, the certificates are set, and copies of files leave no trace in a deployment.
    const toldEarly = (operation: object) =>
      ['signOut', 'setCertificate', 'moveProfileDisks'].some((name) => name in operation)
    for (const [index, { step }] of plan.steps.entries()) {
      const after = plan.states[index]?.after ?? farm
      const rest = planOf(after, target, method, 'during', farm)
      expect(rest.steps.map(({ operation }) => operation)).toEqual(plan.steps.map(({ operation }) => operation))
      const statuses = rest.steps
        .filter(({ operation }) => !toldEarly(operation))
        .map(({ step, status }) => `${step} ${status}`)
      const expected = plan.steps
        .map(({ operation, step }, at) => ({ operation, text: `${step} ${at <= index ? 'done' : 'open'}` }))
        .filter(({ operation }) => !toldEarly(operation))
        .map(({ text }) => text)
      expect({ step, statuses }).toEqual({ step, statuses: expected })
    }
  })
})

test.each([5, 10, 13, 16, 44, 79, 88, 116])(
  'a deployment of servers with several roles goes on where it was left, and nothing stands against that: seed %i',
  (seed) => {
    const { inventory, target, method } = readyEstate(seed)
    const plan = planOf(inventory, target, method)
    // What comes and goes, and copies of files, may have been so before; machines that are off may start once more.
    const told = [
      'signOut',
      'setCertificate',
      'moveProfileDisks',
      'shutDownMachines',
      'shutDownDesktops',
      'startMachines',
    ]
    const asText = ({ operation, status }: (typeof plan.steps)[0]) => `${JSON.stringify(operation)} ${status}`
    for (const [index, { step }] of plan.steps.entries()) {
      const rest = planOf(plan.states[index]?.after ?? inventory, target, method, 'during', inventory)
      const open = rest.steps.filter(({ status }) => status !== 'done')
      expect({ step, against: open.filter(({ status }) => status !== 'open') }).toEqual({ step, against: [] })
      const lasting = (steps: typeof plan.steps) =>
        steps.filter(({ operation }) => !told.some((name) => name in operation)).map(asText)
      expect({ step, rest: lasting(open) }).toEqual({ step, rest: lasting(plan.steps.slice(index + 1)) })
    }
  },
)

/** Operations as short lines: "drain RDSH01". */
function shortly(plan: ReturnType<typeof planOf>, category?: string): readonly string[] {
  return plan.steps
    .filter((step) => category === undefined || step.category === category)
    .map(({ operation, status }) => {
      const [[name, taken] = ['', {}]] = Object.entries(operation)
      const values = Object.values(taken as object)
        .flat()
        .join(' ')
        .replaceAll('.northwind.example', '')
      return `${name} ${values}${status === 'open' ? '' : `: ${status}`}`
    })
}

describe('the brokers', () => {
  test('leave the set but for the active one, and come back upgraded unless they retire', () => {
    expect(shortly(planOf(plannedFarm('2019', 'migrate'), '2019', 'migrate'), 'connection-broker')).toEqual([
      'removeBrokers RDCB02 RDCB03',
      'upgradeServer RDCB01',
      'upgradeServer RDCB02',
      'addBroker RDCB02',
      'addBroker RDCB13',
    ])
  })

  test('hand over before others join where the active one retires, since a set of 2012 R2 holds two', () => {
    const farm = plannedFarm('2012R2', 'migrate')
    const servers = [{ source: 'RDCB01.northwind.example', destination: 'RDCB13.northwind.example' }]
    const moved = { ...farm, migration: { ...farm.migration, servers } }
    expect(shortly(planOf(moved, '2012R2', 'migrate'), 'connection-broker')).toEqual([
      'removeBrokers RDCB03',
      'upgradeServer RDCB01',
      'addBroker RDCB13',
      'setActiveBroker RDCB13',
      'removeBrokers RDCB01',
      'upgradeServer RDCB03',
      'addBroker RDCB03',
    ])
  })

  test('go hop by hop where no upgrade leads straight to the target', () => {
    const farm = plannedFarm('2016', 'in-place')
    expect(shortly(planOf(farm, '2022', 'in-place'), 'connection-broker').slice(0, 3)).toEqual([
      'removeBrokers RDCB03',
      'upgradeServer RDCB01 2019',
      'upgradeServer RDCB01',
    ])
  })

  test('that are session hosts too are drained, signed out and out of their collection first', () => {
    const farm = plannedFarm('2012R2', 'in-place')
    const both = withHost(farm, 'Sales', 'RDCB01.northwind.example')
    const plan = planOf(both, '2012R2', 'in-place')
    expect(shortly(plan, 'connection-broker').slice(0, 5)).toEqual([
      'removeBrokers RDCB03',
      'drain RDCB01',
      'signOut RDCB01',
      'removeHost Sales RDCB01',
      'upgradeServer RDCB01',
    ])
    expect(shortly(plan, 'session-collections')).toContain('addHost Sales RDCB01')
    expect(plan.steps.filter(({ status }) => status !== 'open')).toEqual([])
  })

  test.each([
    ['2012R2', ['drain RDCB01', 'signOut RDCB01', 'upgradeServer RDCB01'], 'allowConnections RDCB01'],
    [
      '2019',
      ['drain RDCB01', 'signOut RDCB01', 'removeHost Lobby RDCB01', 'upgradeServer RDCB01'],
      'addHost Lobby RDCB01',
    ],
  ] as const)('that serve a collection alone on the way to %s outrun no licence server', (target, steps, back) => {
    const farm = plannedFarm(target, 'in-place')
    const lobby = { ...farm.deployment?.sessionCollections?.[1], name: 'Lobby', sessionHosts: [] }
    const sessionCollections = [...(farm.deployment?.sessionCollections ?? []), lobby]
    const alone = { ...farm, deployment: { ...farm.deployment, sessionCollections } }
    const plan = planOf(withHost(alone, 'Lobby', 'RDCB01.northwind.example'), target, 'in-place')
    expect(shortly(plan, 'connection-broker').slice(1, steps.length + 1)).toEqual(steps)
    expect(shortly(plan, 'session-collections')).toContain(back)
    expect(plan.steps.filter(({ status }) => status !== 'open')).toEqual([])
  })

  test('that retire hand over their other roles too', () => {
    const farm = plannedFarm('2012R2', 'migrate')
    const roles = ['RDS-CONNECTION-BROKER', 'RDS-VIRTUALIZATION', 'RDS-WEB-ACCESS'] as const
    const servers = farm.servers?.map((one) => (one.name.startsWith('RDCB01') ? { ...one, roles } : one)) ?? []
    const moves =
      farm.migration?.servers?.map(({ source, destination = '' }) => ({
        source: source.replace('RDCB03', 'RDCB01'),
        destination,
      })) ?? []
    const plan = planOf({ ...farm, servers, migration: { ...farm.migration, servers: moves } }, '2012R2', 'migrate')
    expect(shortly(plan)).toEqual(
      expect.arrayContaining([
        'addVirtualizationHost RDCB13',
        'removeVirtualizationHost RDCB01',
        'replaceServer RDCB01 RDCB13',
      ]),
    )
    expect(plan.steps.filter(({ status }) => status !== 'open')).toEqual([])
  })
})

describe('the session collections', () => {
  test('drain old hosts before new ones join, and stand still while profile disks move', () => {
    expect(shortly(planOf(plannedFarm('2012R2', 'migrate'), '2012R2', 'migrate'), 'session-collections')).toEqual([
      'drain RDSH01',
      'drain RDSH02',
      'signOut RDSH01',
      'signOut RDSH02',
      'moveProfileDisks \\\\FS01\\Disks\\Sales \\\\FS11\\Disks\\Sales',
      'setProfileDiskLocation Sales \\\\FS11\\Disks\\Sales',
      'addHost Sales RDSH11',
      'addHost Sales RDSH12',
      'removeHost Sales RDSH01',
      'removeHost Sales RDSH02',
      'drain RDSH03',
      'addHost Finance RDSH13',
      'signOut RDSH03',
      'removeHost Finance RDSH03',
    ])
  })

  test('are replaced by new ones where hosts do not move across releases', () => {
    expect(shortly(planOf(plannedFarm('2022', 'migrate'), '2022', 'migrate'), 'session-collections').slice(-6)).toEqual(
      [
        'createCollection Finance new RDSH13',
        'drain RDSH03',
        'signOut RDSH03',
        'publishApps Finance Finance new',
        'removeHost Finance RDSH03',
        'removeCollection Finance',
      ],
    )
  })

  test('are called after the target where nobody named the new ones', () => {
    const farm = plannedFarm('2022', 'migrate')
    const { collections: _, ...migration } = farm.migration ?? {}
    const names = shortly(planOf({ ...farm, migration }, '2022', 'migrate')).filter((line) =>
      line.startsWith('createCollection'),
    )
    expect(names).toEqual(['createCollection Sales 2022 RDSH11 RDSH12', 'createCollection Finance 2022 RDSH13'])
  })

  test('are upgraded in halves in place, and a single host where it stands', () => {
    expect(shortly(planOf(plannedFarm('2019', 'in-place'), '2019', 'in-place'), 'session-collections')).toEqual([
      'drain RDSH01',
      'signOut RDSH01',
      'removeHost Sales RDSH01',
      'upgradeServer RDSH01',
      'drain RDSH02',
      'signOut RDSH02',
      'moveProfileDisks \\\\FS01\\Disks\\Sales \\\\FS11\\Disks\\Sales',
      'setProfileDiskLocation Sales \\\\FS11\\Disks\\Sales',
      'addHost Sales RDSH01',
      'removeHost Sales RDSH02',
      'upgradeServer RDSH02',
      'addHost Sales RDSH02',
      'drain RDSH03',
      'signOut RDSH03',
      'upgradeServer RDSH03',
      'allowConnections RDSH03',
    ])
  })

  test('wait for a name where nobody says what takes the place of a host', () => {
    const farm = plannedFarm('2012R2', 'migrate')
    const { servers: _, ...migration } = farm.migration ?? {}
    const plan = planOf({ ...farm, migration }, '2012R2', 'migrate')
    expect(shortly(plan)).toContain('addHost Finance <successor of RDSH03>: undecided')
    expect(plan.placeholders).toContain('<successor of RDSH03.northwind.example>')
  })

  test('that are not told have no steps, and the plan says so', () => {
    const farm = plannedFarm('2012R2', 'migrate')
    const { sessionCollections: _, ...deployment } = farm.deployment ?? {}
    expect(planOf({ ...farm, deployment }, '2012R2', 'migrate').gaps.map(({ category }) => category)).toContain(
      'session-collections',
    )
  })
})

describe('profile disks that nobody told', () => {
  const farm = plannedFarm('2012R2', 'migrate')
  const gapsWithout = (inventory: Inventory, ...way: readonly (string | number)[]) =>
    planOf(lacking(inventory, ...way), '2012R2', 'migrate').gaps.map(({ message }) => message)
  const untold = (name: string) =>
    `Whether ${name} has profile disks, or where they are, is not known; steps for them are not here.`

  test.each([
    [['profileDisks'], 'as a section'],
    [['profileDisks', 'enabled'], 'as enabled'],
    [['profileDisks', 'location'], 'by location'],
  ])('%j leave a gap in the plan where some move', (way) => {
    expect(gapsWithout(farm, 'deployment', 'sessionCollections', 0, ...way)).toContain(untold('Sales'))
    const desktops = ['deployment', 'virtualDesktopCollections', 0] as const
    const disks = { enabled: true, location: '\\\\FS01\\Disks\\Sales' }
    expect(gapsWithout(having(farm, disks, ...desktops, 'profileDisks'), ...desktops, ...way)).toContain(
      untold('Developers'),
    )
  })

  test('leave none where none move', () => {
    const still = lacking(farm, 'migration', 'profileDiskLocations')
    expect(gapsWithout(still, 'deployment', 'sessionCollections', 0, 'profileDisks')).toEqual([])
    expect(gapsWithout(farm)).toEqual([])
  })

  test('leave one where a new collection takes the place of the old one', () => {
    const later = lacking(plannedFarm('2022', 'migrate'), 'migration', 'profileDiskLocations')
    const plan = planOf(lacking(later, 'deployment', 'sessionCollections', 0, 'profileDisks'), '2022', 'migrate')
    expect(plan.gaps.map(({ message }) => message)).toContain(untold('Sales'))
  })
})

test('desktops whose profile disks move with those of a session collection are off meanwhile, once', () => {
  const farm = plannedFarm('2012R2', 'migrate')
  const { deployment, migration } = farm
  const virtualDesktopCollections = deployment?.virtualDesktopCollections?.map((one) => ({
    ...one,
    profileDisks: { enabled: true, location: '\\\\FS01\\Disks\\Developers' },
  }))
  const profileDiskLocations = [{ source: '\\\\FS01\\Disks', destination: '\\\\FS11\\Disks' }]
  const shared = {
    ...farm,
    migration: { ...migration, profileDiskLocations },
    deployment: { ...deployment, ...(virtualDesktopCollections && { virtualDesktopCollections }) },
  }
  const plan = planOf(shared, '2012R2', 'migrate')
  expect(shortly(plan).filter((line) => / Developers|\\Disks/.test(line))).toEqual([
    'shutDownDesktops Developers',
    'moveProfileDisks \\\\FS01\\Disks \\\\FS11\\Disks',
    'setProfileDiskLocation Sales \\\\FS11\\Disks\\Sales',
    'setProfileDiskLocation Developers \\\\FS11\\Disks\\Developers',
    'startDesktops Developers',
    'moveDesktops Developers RDVH01 RDVH11',
  ])
})

describe('the licence servers', () => {
  test('come before the hosts for later targets, and lose their licences only when those are listed elsewhere', () => {
    const plan = planOf(plannedFarm('2022', 'migrate'), '2022', 'migrate')
    expect(shortly(plan, 'licensing')).toEqual([
      'moveLicenses RDLS01 RDLS11',
      'addLicenseServer RDLS11',
      'removeLicenses RDLS01',
      'removeLicenseServer RDLS01',
    ])
    expect(plan.stages.map(({ category }) => category).slice(0, 3)).toEqual([
      'connection-broker',
      'licensing',
      'session-collections',
    ])
  })

  test('are given licences that admit to the target where none are known', () => {
    expect(shortly(planOf(plannedFarm('2022', 'in-place'), '2022', 'in-place'), 'licensing')).toEqual([
      'upgradeServer RDLS01',
      'installLicenses RDLS01',
    ])
  })

  test('leave a gap where the mode is not known and no licences admit to the target', () => {
    const untold = lacking(plannedFarm('2022', 'in-place'), 'deployment', 'licensing', 'mode')
    const plan = planOf(untold, '2022', 'in-place')
    expect(shortly(plan, 'licensing')).toEqual(['upgradeServer RDLS01'])
    expect(plan.gaps.map(({ category }) => category)).toEqual(['licensing'])
    const moves = lacking(plannedFarm('2022', 'migrate'), 'deployment', 'licensing', 'mode')
    expect(planOf(moves, '2022', 'migrate').gaps).toEqual([])
  })
})

test('the steps of servers that stand alone follow the guide of their role', () => {
  const farm = plannedFarm('2012R2', 'migrate')
  const servers = farm.servers?.map((server) => ({ ...server, roles: [] })) ?? []
  const plan = planOf({ ...farm, deployment: null, servers }, '2012R2', 'migrate')
  expect(shortly(plan)).toContain('replaceServer RDSH01 RDSH11')
  expect(new Set(plan.steps.map(({ category }) => category))).toEqual(new Set(['standalone-servers']))
})

test('of an empty inventory nothing is planned, and nothing reads as fine', () => {
  const plan = planOf({ schemaVersion: 1 }, '2012R2', 'migrate')
  expect(plan.steps).toEqual([])
  expect(plan.gaps.length).toBeGreaterThan(0)
})

function withHost(farm: Inventory, name: string, server: string): Inventory {
  const { deployment } = farm
  const sessionCollections = deployment?.sessionCollections?.map((collection) =>
    collection.name === name
      ? {
          ...collection,
          sessionHosts: [
            ...(collection.sessionHosts ?? []),
            { server, newConnectionAllowed: 'Yes' as const, sessions: { active: 0, disconnected: 0 } },
          ],
        }
      : collection,
  )
  const servers = farm.servers?.map((one) =>
    one.name === server ? { ...one, roles: [...(one.roles ?? []), 'RDS-RD-SERVER' as const] } : one,
  )
  return {
    ...farm,
    ...(servers && { servers }),
    deployment: { ...deployment, ...(sessionCollections && { sessionCollections }) },
  }
}
