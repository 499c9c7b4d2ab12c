import { expect, test } from 'vitest'
import type { Inventory } from '../../src/inventory/inventory.ts'
import { type Asked, knownFacts } from '../support/known-facts.ts'
import { describeScript, runCollector, runCollectors } from '../support/powershell.ts'
import { type Failing, renamed, richEstate } from '../support/rich-estate.ts'
import { asTold, contradictions, isSkipped, read, rowsOf, sectionsOf } from '../support/round-trip.ts'

const options = ['-IncludeProfileDiskListing', '-ServerTimeoutSeconds', '3']

describeScript('what fails', () => {
  const rich = richEstate()
  const kinds = ['AccessDenied', 'Unreachable', 'Throw', 'Empty'] as const

  // Any two sources are apart in one of the runs, and each of them fails in every way.
  test('leaves exactly the facts of its sources unknown, and the sources say why', () => {
    const cases = Array.from({ length: 10 }, (_, number) => {
      const one = renamed(rich, number)
      const bit = number >> 1
      const plan = one.sources.flatMap((source, index) =>
        ((index >> bit) & 1) === (number & 1)
          ? [{ ...source, error: kinds[(index + bit) % kinds.length] ?? 'Throw' }]
          : [],
      )
      return { ...one, plan }
    })
    expect(rich.sources.length).toBeLessThan(32)
    const runs = runCollectors(
      cases.map(({ inventory, others, plan }) => ({
        estate: inventory,
        faults: plan.map((source) => faultOf(source, inventory, source.error)),
        options: [...options, '-Server', others.join(',')],
      })),
      { imitate: '5.1' },
    )
    for (const [number, { inventory, others, plan }] of cases.entries()) {
      const { inventory: found } = read(runs[number])
      const answer: Asked = (name, about) => {
        const planned = plan.find((one) => one.name === name && (one.about ?? about) === about)
        if (!planned) return 'ok'
        return planned.error === 'Empty' && planned.optional ? 'empty' : undefined
      }
      const at = `run ${number}: ${plan.map(({ name, error }) => `${name} ${error}`).join(', ')}`
      expect(sectionsOf(found), at).toEqual(sectionsOf(knownFacts(asTold(inventory), answer, others)))
      const failed = rowsOf(found).filter(({ status }) => status === 'failed')
      expect(new Set(failed.map(({ name }) => name)), at).toEqual(
        new Set(plan.filter(({ error, optional }) => error !== 'Empty' || !optional).map(({ name }) => name)),
      )
      for (const { message } of failed) expect(message, at).toMatch(/^\S[^\r\n]*\S$/)
      expect(JSON.stringify(found)).not.toContain('SECRET-MARKER')
    }
  })

  test.each([
    ['the list of servers', ['Get-RDServer'], {}, {}],
    ['the lists of collections', ['Get-RDSessionCollection', 'Get-RDVirtualDesktopCollection'], {}, {}],
    ['the module RemoteDesktop, because it is missing', brokerCommands, { missingModules: ['RemoteDesktop'] }, {}],
    ['the module Hyper-V, because it is missing', hyperVCommands, { missingModules: ['Hyper-V'] }, {}],
    [
      'the broker, because another one is active and does not say so',
      ['Win32_RDMSEnvironment', ...brokerCommands],
      { faults: ['Win32_RDMSEnvironment', ...brokerCommands].map((command) => ({ command, error: 'AccessDenied' })) },
      {},
    ],
    ['a broker command that hangs', ['Get-RDRemoteApp'], { faults: [hanging('Get-RDRemoteApp')] }, hangs],
    ['a server that hangs', ['Get-WindowsFeature'], { faults: [hanging('Get-WindowsFeature')] }, hangs],
  ])('of %s costs these facts and those that nobody else names', (_, commands, given, env) => {
    const faults = Object.keys(given).length > 0 ? given : commands.map((command) => ({ command, error: 'Throw' }))
    const run = runCollector({
      estate: rich.inventory,
      faults,
      env,
      options: ['-IncludeProfileDiskListing', '-ServerTimeoutSeconds', '1', '-Server', rich.others.join(',')],
    })
    const { inventory: found } = read(run)
    const rows = rowsOf(found)
    expect(new Set(rows.flatMap(({ status, name }) => (status === 'failed' ? [name] : [])))).toEqual(new Set(commands))
    const skipped = rows.filter(isSkipped)
    expect(skipped.length > 0).toBe(env === hangs)
    const unlessSkipped: Asked = (name, about) =>
      skipped.some((row) => row.name === name && (row.collection ?? row.server) === about) ? undefined : 'ok'
    const answer: Asked = (name, about) => (commands.includes(name) ? undefined : unlessSkipped(name, about))
    expect(sectionsOf(found)).toEqual(sectionsOf(knownFacts(asTold(rich.inventory), answer, rich.others)))
    expect(found.deployment).not.toBe(null)
    // Where nobody told all servers, the list is told to be incomplete.
    expect(found.collection?.incomplete?.includes('/servers') ?? false).toBe(commands.includes('Get-RDServer'))
  })

  test.each([
    ['New-PSSession', onServers, 'AccessDenied'],
    ['New-CimSession', ofClasses, 'Unreachable'],
  ] as const)('of %s costs what is asked that way, and nothing on this machine', (command, names, error) => {
    const given = [...options, '-Server', rich.others.join(',')]
    const run = runCollector({ estate: rich.inventory, faults: [{ command, error }], options: given })
    const { inventory: found } = read(run)
    const here = rich.inventory.collection?.collectedOn
    const answer: Asked = (name, about) => (names.includes(name) && about !== here ? undefined : 'ok')
    expect(sectionsOf(found)).toEqual(sectionsOf(knownFacts(asTold(rich.inventory), answer, rich.others)))
    const failed = rowsOf(found).filter(({ status }) => status === 'failed')
    // Of a server outside whose features nobody told, every role is asked for, and those it has not refuse.
    const inside = failed.filter(({ server = '' }) => !rich.others.includes(server))
    expect(inside.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([])
    expect(inside.length).toBeGreaterThan(names.length)
    expect(failed.filter(({ server }) => server === here)).toEqual([])
  })

  test('without administrator rights is never none', () => {
    const { inventory: found } = read(runCollector({ estate: rich.inventory, faults: { elevated: false }, options }))
    expect(found.collection?.elevated).toBe(false)
    expect(contradictions(sectionsOf(found), sectionsOf(asTold(rich.inventory)))).toEqual([])
    expect(
      rowsOf(found).filter(({ status, name }) => status === 'failed' && brokerCommands.includes(name)),
    ).toHaveLength(brokerCommands.length)
    expect(found.collection?.incomplete).toContain('/servers')
  })
})

function faultOf({ name, command = name, about }: Failing, { deployment }: Inventory, error: string) {
  const collections = [...(deployment?.sessionCollections ?? []), ...(deployment?.virtualDesktopCollections ?? [])]
  const isCollection = collections.some((one) => one.name === about)
  return { command, error, ...(about === undefined ? {} : { [isCollection ? 'collection' : 'server']: about }) }
}

const hangs = { RDS_TIMEOUT_SECONDS: '4' }

function hanging(command: string) {
  return { command, error: 'Timeout' }
}

const hyperVCommands = ['Get-VM', 'Get-VMHost', 'Get-VMRemoteFx3dVideoAdapter']
const onServers = ['Get-WindowsFeature', 'Cert:\\LocalMachine\\My', 'web.config', ...hyperVCommands]
const ofClasses = [
  'Win32_OperatingSystem',
  'Win32_ComputerSystem',
  'Registry',
  'Get-OdbcDriver',
  'Win32_TSLicenseServer',
  'Win32_TSLicenseKeyPack',
  'Win32_TSGatewayServerSettings',
  'Win32_TSGatewayLoadBalancer',
  'Win32_TSGatewayConnectionAuthorizationPolicy',
  'Win32_TSGatewayResourceAuthorizationPolicy',
]
const brokerCommands = [
  'Get-RDCertificate',
  'Get-RDConnectionBrokerHighAvailability',
  'Get-RDDeploymentGatewayConfiguration',
  'Get-RDLicenseConfiguration',
  'Get-RDServer',
  'Get-RDSessionCollection',
  'Get-RDVirtualDesktopCollection',
]
