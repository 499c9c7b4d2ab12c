import { describe, expect, test } from 'vitest'
import { remoteFxMachines, runningMachines } from '../../../src/inventory/facts/virtual-machines.ts'
import type { Server, VirtualDesktop, VirtualMachine } from '../../../src/inventory/inventory.ts'
import { incomplete } from '../../../src/model/incomplete-list.ts'
import { anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const host = (name: string, virtualMachines: readonly VirtualMachine[]): Server => ({
  name,
  virtualizationHost: { virtualMachines },
})
const partly: readonly VirtualMachine[] = incomplete(
  [{ name: 'VDI-31', state: 'Running' }],
  [{ holder: {}, key: 'rest' }],
)
const estate = anEstate({
  servers: [
    host('RDVH01.contoso.example', [
      { name: 'VDI-02', state: 'Running', remoteFxAdapter: true },
      { name: 'VDI-01', state: 'Paused', remoteFxAdapter: true },
      { name: 'VDI-03', state: 'Off', remoteFxAdapter: false },
    ]),
    host('RDVH02.contoso.example', [{ name: 'VDI-21' }, { name: 'VDI-22', state: 'Running', remoteFxAdapter: true }]),
    host('RDVH03.contoso.example', partly),
    { name: 'RDVH04.contoso.example', virtualizationHost: null },
    { name: 'RDVH05.contoso.example' },
    { name: 'RDVH06.contoso.example', virtualizationHost: {} },
  ],
})

test.each(['Off', 'off', 'STOPPED', 'Saved', 'SAVED'])('a machine whose state is %s does not run', (state) => {
  expect(runningMachines(anEstate({ servers: [host('RDVH01', [{ name: 'VDI-01', state }])] }), ['RDVH01'])).toEqual([])
})

test.each(['Running', 'RUNNING', 'Paused', 'Starting', 'Saving', 'OffCritical', ''])(
  'a machine whose state is "%s" runs',
  (state) => {
    expect(runningMachines(anEstate({ servers: [host('RDVH01', [{ name: 'VDI-01', state }])] }), ['RDVH01'])).toEqual([
      'VDI-01',
    ])
  },
)

describe('machines that run', () => {
  test.each([
    ['are named in order, whichever way the host is spelled', ['rdvh01'], ['VDI-01', 'VDI-02']],
    ['are known in part where a state is not told', ['RDVH02'], ['VDI-22', 'and what is in: state']],
    ['are known in part where the machines are', ['RDVH03'], ['VDI-31', 'and what is in: rest']],
    ['are none on a host without Hyper-V', ['RDVH04'], []],
    ['are not known of a host that nobody asked', ['RDVH05'], ['and what is in: virtualizationHost']],
    ['are not known of a host whose machines nobody told', ['RDVH06'], ['and what is in: virtualMachines']],
    ['are not known of a host that the inventory does not hold', ['RDVH09'], ['and what is in: RDVH09']],
    ['are those of all hosts', ['RDVH02', 'RDVH01'], ['VDI-01', 'VDI-02', 'VDI-22', 'and what is in: state']],
    [
      'are known in part where the hosts are',
      incomplete(['RDVH04'], [{ holder: {}, key: 'roles' }]),
      ['and what is in: roles'],
    ],
  ])('%s', (_, hosts, expected) => {
    expect(outcome(runningMachines(estate, hosts))).toEqual(expected)
  })
})

test('machines with a RemoteFX adapter are named, and those of which it is not told leave it open', () => {
  expect(outcome(remoteFxMachines(estate, ['RDVH01', 'RDVH02']))).toEqual([
    'VDI-01',
    'VDI-02',
    'VDI-22',
    'and what is in: remoteFxAdapter',
  ])
})

describe('a desktop that the machines of its host lack', () => {
  const told = (virtualizationHost: Server['virtualizationHost'], ...virtualDesktops: VirtualDesktop[]) =>
    anEstate({
      servers: [
        { name: 'RDVH01.contoso.example', ...(virtualizationHost === undefined ? {} : { virtualizationHost }) },
      ],
      deployment: { virtualDesktopCollections: [{ name: 'Pool', virtualDesktops }] },
    })
  const desktop = (name: string, state?: string, host = 'rdvh01'): VirtualDesktop => ({
    name,
    host,
    ...(state === undefined ? {} : { state }),
  })

  test.each([
    ['runs by its own state', { virtualMachines: [] }, [desktop('VDI-01', 'RUNNING')], ['VDI-01']],
    ['runs on a host without Hyper-V', null, [desktop('VDI-01', 'Running')], ['VDI-01']],
    ['does not run by its own state', { virtualMachines: [] }, [desktop('VDI-01', 'STOPPED')], []],
    ['may run where no state is told', { virtualMachines: [] }, [desktop('VDI-01')], ['and what is in: state']],
    ['on another host does not count', { virtualMachines: [] }, [desktop('VDI-01', 'RUNNING', 'RDVH02')], []],
    [
      'runs, beside others',
      undefined,
      [desktop('VDI-01', 'RUNNING')],
      ['VDI-01', 'and what is in: virtualizationHost'],
    ],
  ])('%s', (_, host, desktops, expected) => {
    expect(outcome(runningMachines(told(host, ...desktops), ['RDVH01']))).toEqual(expected)
  })

  test('gives way to the machine of its name', () => {
    const host = { virtualMachines: [{ name: 'vdi-01', state: 'Off' }] }
    expect(outcome(runningMachines(told(host, desktop('VDI-01', 'RUNNING')), ['RDVH01']))).toEqual([])
  })

  test('leaves open what nobody told of it', () => {
    const missing = ['and what is in: virtual machine VDI-01']
    expect(outcome(remoteFxMachines(told({ virtualMachines: [] }, desktop('VDI-01')), ['RDVH01']))).toEqual(missing)
    expect(outcome(remoteFxMachines(told(null, desktop('VDI-01')), ['RDVH01']))).toEqual(missing)
  })
})
