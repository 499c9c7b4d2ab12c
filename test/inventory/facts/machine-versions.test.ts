import { expect, test } from 'vitest'
import { machineVersions, unsupportedMachines } from '../../../src/inventory/facts/machine-versions.ts'
import type { VirtualMachine } from '../../../src/inventory/inventory.ts'
import type { Release } from '../../../src/model/report.ts'
import { aHost, anEstate } from '../../support/estate.ts'
import { outcome } from '../../support/outcome.ts'

const judged = (target: Release, machine: Partial<VirtualMachine>) =>
  outcome(
    unsupportedMachines(
      anEstate(
        {
          servers: [
            aHost('RDVH01', '6.3.9600', { virtualizationHost: { virtualMachines: [{ name: 'VDI-01', ...machine }] } }),
          ],
        },
        { target },
      ),
      ['RDVH01'],
    ),
  )

// "Upgrade virtual machine version in Hyper-V", its table for long-term servicing hosts.
const versions = [
  '5.0',
  '6.2',
  '7.0',
  '7.1',
  '8.0',
  '8.1',
  '8.2',
  '8.3',
  '9.0',
  '9.1',
  '9.2',
  '9.3',
  '10.0',
  '11.0',
  '12.0',
]
const runs: Readonly<Record<string, readonly [string, string]>> = {
  '2012R2': ['5.0', '5.0'],
  '2016': ['5.0', '8.0'],
  '2019': ['5.0', '9.0'],
  '2022': ['8.0', '10.0'],
  '2025': ['8.0', '12.0'],
}

test.each(Object.keys(runs).flatMap((target) => versions.map((version) => [target, version] as const)))(
  'tells whether %s runs a machine of version %s',
  (target, configurationVersion) => {
    const [oldest, newest] = (runs[target] ?? []).map((version) => versions.indexOf(version))
    const position = versions.indexOf(configurationVersion)
    const isSupported = position >= (oldest ?? -1) && position <= (newest ?? -1)
    expect(judged(target as Release, { configurationVersion })).toEqual(
      isSupported ? [] : [`VDI-01 (${configurationVersion})`],
    )
  },
)

test('an experimental version is newer than all others', () => {
  expect(judged('2025', { configurationVersion: '254.0' })).toEqual(['VDI-01 (254.0)'])
})

test.each([undefined, '', '8', 'Unknown', '8.0.1'])('leaves the version %s open', (configurationVersion) => {
  expect(judged('2022', configurationVersion === undefined ? {} : { configurationVersion })).toEqual([
    'and what is in: configurationVersion',
  ])
})

test('machines on a host that runs 2012 are left out, and those on a host of an untold release leave it open', () => {
  const virtualizationHost = { virtualMachines: [{ name: 'VDI-01', configurationVersion: '5.0' }] }
  const servers = [aHost('RDVH01', '6.2.9200', { virtualizationHost }), { name: 'RDVH02', virtualizationHost }]
  const estate = anEstate({ servers }, { target: '2022' })
  expect(outcome(unsupportedMachines(estate, ['RDVH01']))).toEqual([])
  expect(outcome(unsupportedMachines(estate, ['RDVH02']))).toEqual(['and what is in: operatingSystem'])
})

test('nobody needs to tell the machines on a host that runs 2012', () => {
  const estate = anEstate({ servers: [aHost('RDVH01', '6.2.9200')] }, { target: '2022' })
  expect(outcome(unsupportedMachines(estate, ['RDVH01']))).toEqual([])
})

test.each([
  ['2012', ''],
  ['2012R2', '5.0'],
  ['2025', '8.0 to 12.0'],
])('writes the versions that %s runs', (release, text) => {
  expect(machineVersions(release)).toBe(text)
})
