import { virtualMachineVersions } from '../../../generated/tables.ts'
import { incomplete, restOf } from '../../model/incomplete-list.ts'
import { and, type Truth } from '../../model/logic.ts'
import { Unknown, unknown } from '../../model/unknown.ts'
import type { Estate } from '../estate.ts'
import type { VirtualMachine } from '../inventory.ts'
import type { Fact } from './fact.ts'
import { releaseOf } from './releases.ts'
import { machinesThat } from './virtual-machines.ts'

/**
 * The virtual machines on the named hosts whose configuration version the Hyper-V of the target does not run, as text:
 * "VDI-01 (5.0)". Hosts of a release that no table lists are left out: nobody says what becomes of their machines.
 */
export function unsupportedMachines(estate: Estate, hosts: readonly string[]): readonly string[] {
  const judged = hosts.filter((host) => isListed(estate, host) !== false)
  return machinesThat(estate, incomplete(judged, restOf(hosts) ?? []), {
    holds: (machine, host) => and(isListed(estate, host), isUnsupported(machine, estate.target)),
    text: ({ name, configurationVersion }) => `${name} (${configurationVersion})`,
  })
}

/** The configuration versions that the Hyper-V of a release runs, as text: "8.0 to 10.0"; empty where no table lists any. */
export function machineVersions(release: string): string {
  const row = rowOf(release)
  return row ? (row.oldest === row.newest ? row.oldest : `${row.oldest} to ${row.newest}`) : ''
}

function isListed(estate: Estate, host: string): Truth {
  const release = releaseOf(estate, host)
  return release instanceof Unknown ? release : rowOf(release) !== undefined
}

function isUnsupported(machine: VirtualMachine, target: string): Truth {
  const { configurationVersion: version } = machine
  const row = rowOf(target)
  if (!row || version === undefined || !/^\d+\.\d+$/.test(version)) return unknown(machine, 'configurationVersion')
  return compare(version, row.oldest) < 0 || compare(version, row.newest) > 0
}

/** Versions of two numbers, of which 10.0 is newer than 9.0. */
function compare(one: string, other: string): number {
  const [[major = 0, minor = 0], [otherMajor = 0, otherMinor = 0]] = [numbersOf(one), numbersOf(other)]
  return major - otherMajor || minor - otherMinor
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number)
}

function rowOf(release: string): (typeof virtualMachineVersions)[number] | undefined {
  return virtualMachineVersions.find((row) => row.release === release)
}

export const machineVersionFacts: readonly Fact[] = [
  {
    name: 'unsupportedMachines',
    takes: ['list(string)'],
    gives: 'list(string)',
    says: 'The virtual machines on the named hosts whose configuration version the target does not run, as text.',
    of: unsupportedMachines,
  },
  {
    name: 'machineVersions',
    takes: ['string'],
    gives: 'string',
    says: 'The configuration versions of virtual machines that a release runs, such as 8.0 to 10.0; empty where none is listed.',
    of: (_: Estate, release: string) => machineVersions(release),
  },
]
