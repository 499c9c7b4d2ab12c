import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { field, textOf, textsOf } from '../../src/collector/read/fields.ts'
import { aCollection, aDeployment, aFarm, aServer } from '../support/a-farm.ts'
import {
  type CollectorRun,
  collectorScript,
  describeScript,
  type ManifestRow,
  runCollector,
  runPowerShell,
} from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

describeScript('the options of the script', () => {
  test('-WhatIf asks the broker for its servers only, writes nothing, and prints one line for each question that -Verbose tells', () => {
    const planned = runCollector({ estate: aFarm(), options: ['-WhatIf'] })
    expect(planned.exit).toBe(0)
    expect(planned.bundle).toBeUndefined()
    expect(readdirSync(planned.folder)).not.toContain('bundle')
    const asked = planned.calls.filter((line) => line !== '' && !line.startsWith('Registry '))
    expect(asked).toEqual([
      'Win32_RDMSEnvironment Invoke-CimMethod GetActiveServer server=RDCB01.contoso.example',
      'Get-RDServer server=RDCB01.contoso.example',
    ])
    const lines = planned.output.trimEnd().split('\n')
    for (const line of lines) expect(line).toMatch(/^Would ask \S.*; needs \S.*\.$/)
    const announced = new Set(lines.map((line) => /^Would ask ([^\s;]+)/.exec(line)?.[1]))

    const run = runCollector({ estate: aFarm(), options: ['-Verbose'] })
    const names = new Set(rowsOf(run).map(({ name }) => name))
    expect(new Set([...announced, 'Win32_RDMSEnvironment', 'Get-RDServer'])).toEqual(names)
    const told = run.output.split('\n').filter((line) => /^VERBOSE: Asking .*; needs .*\.$/.test(line))
    expect(told).toHaveLength(rowsOf(run).length)
  })

  test('-OutputPath names a new folder in one that exists: nothing is ever overwritten', () => {
    const folder = scratch()
    mkdirSync(join(folder, 'full'))
    writeFileSync(join(folder, 'full', 'manifest.json'), 'kept')
    writeFileSync(join(folder, 'file'), 'kept')
    for (const path of ['full', 'file', 'nowhere/bundle']) {
      const run = runPowerShell(['-File', collectorScript, '-OutputPath', join(folder, path)], { estate: aFarm() })
      expect(run.output).toMatch(/exists, and nothing is ever overwritten|does not exist; make it first/)
      expect(run.exit).toBe(2)
      expect(run.calls.filter((line) => /Get-RD|Win32/.test(line))).toEqual([])
    }
    expect(readdirSync(join(folder, 'full'))).toEqual(['manifest.json'])
    expect(existsSync(join(folder, 'nowhere'))).toBe(false)
  })

  test.each([[['-Standalone', '-ConnectionBroker', 'RDCB01']], [['-ProfileDiskDestination', '\\\\FS02\\upd$']]])(
    'that contradict each other are refused: %j',
    (options) => {
      const run = runCollector({ estate: aFarm(), options })
      expect([run.exit, run.bundle]).toEqual([2, undefined])
    },
  )

  test('-Standalone asks no broker, and the bundle says so', () => {
    const { servers } = aFarm()
    const estate = {
      ...aFarm({ deployment: null, collection: { collectedOn: 'RDWEB01.contoso.example' } }),
      servers: [...servers, aServer('RDG02', ['RDS-GATEWAY'])],
    }
    const run = runCollector({ estate, options: ['-Standalone', '-Server', 'RDG02'] })
    expect(run.bundle?.manifest.standalone).toBe(true)
    expect(run.bundle?.manifest).not.toHaveProperty('connectionBroker')
    expect(rowsOf(run).filter(({ name }) => /^(?:Get-RD|Win32_RDMS)/.test(name))).toEqual([])
    expect(new Set(rowsOf(run).map(({ server }) => server))).toEqual(
      new Set(['RDWEB01.contoso.example', 'RDG02.contoso.example']),
    )
    // The features tell which roles are there.
    expect(run.calls.some((line) => line.includes('Win32_TSLicenseServer'))).toBe(false)
    expect(rowsOf(run).filter(({ name }) => name === 'Win32_TSGatewayServerSettings')).toHaveLength(2)
  })

  test('-Server adds servers, and licence servers that the deployment lists are asked as such', () => {
    const { servers } = aFarm()
    const estate = {
      ...aFarm({ deployment: aDeployment({ licensing: { mode: 'PerUser', servers: ['RDLIC01.contoso.example'] } }) }),
      servers: [
        ...servers,
        { ...aServer('RDLIC01', []), licenseServer: { activated: false, keyPacks: [] } },
        aServer('RDSH11', []),
      ],
    }
    const run = runCollector({ estate, options: ['-Server', 'RDSH11.contoso.example,rdsh01'] })
    const of = (server: string) =>
      rowsOf(run)
        .filter((row) => row.server === `${server}.contoso.example`)
        .map(({ name }) => name)
    expect(of('RDLIC01')).toContain('Win32_TSLicenseServer')
    expect(of('RDSH11')).toEqual(of('RDSH02'))
    expect(of('RDSH01')).toEqual(of('RDSH02'))
    expect(run.exit).toBe(0)
  })

  test('-SkipServer and -SkipSource leave questions out, and the bundle says so', () => {
    const run = runCollector({
      estate: aFarm(),
      options: ['-SkipServer', 'rdsh01', '-SkipSource', 'Get-OdbcDriver,Get-RDUserSession,Get-Nothing'],
    })
    const skipped = rowsOf(run).filter(({ status }) => status === 'skipped')
    expect(new Set(skipped.map(({ message }) => message))).toEqual(
      new Set(['Left out with -SkipServer.', 'Left out with -SkipSource.']),
    )
    const out = rowsOf(run).filter(
      ({ name, server }) =>
        server === 'RDSH01.contoso.example' || ['Get-OdbcDriver', 'Get-RDUserSession'].includes(name),
    )
    expect(skipped).toEqual(out)
    expect(run.calls.some((line) => /RDSH01|Get-OdbcDriver|Get-RDUserSession/.test(line))).toBe(false)
    expect(run.output).toContain('-SkipSource Get-Nothing left nothing out')
    expect(run.exit).toBe(0)
  })

  test('-IncludeProfileDiskListing names files on both sides by the same hashes', () => {
    const account = 'UVHD-S-1-5-21-1111111111-2222222222-3333333333-1001.vhdx'
    const location = '\\\\FS01\\upd$\\sales'
    const destination = '\\\\FS02\\profiles, new\\sales'
    const estate = {
      ...aFarm({
        deployment: aDeployment({
          sessionCollections: [
            aCollection('Sales', { profileDisks: { enabled: true, location, maxSizeGB: 1 } }),
            aCollection('Local', { profileDisks: { enabled: true, location: 'D:\\upd', maxSizeGB: 1 } }),
          ],
        }),
      }),
      migration: {
        profileDiskLocations: [
          {
            source: location,
            destination,
            sourceFiles: [
              account,
              'UVHD-template.vhdx',
              'sub\\Profile_SECRET-user.vhdx',
              'SECRET-user_S-1-5-21-1-2-3-4\\x.txt',
            ],
            destinationFiles: [account.toLowerCase()],
          },
        ],
      },
    }
    const options = ['-IncludeProfileDiskListing', '-ProfileDiskDestination', `${destination},\\\\FS02\\none`]
    const run = runCollector({ estate, options })
    const listed = rowsOf(run).filter(({ name }) => name === 'Share')
    expect(listed.map(({ server, collection, status }) => [server, collection, status])).toEqual([
      ['FS01', 'Sales', 'ok'],
      [undefined, 'Local', 'skipped'],
      ['FS02', undefined, 'ok'],
      ['FS02', undefined, 'failed'],
    ])
    const [before, after] = listed.filter(({ status }) => status === 'ok').map((row) => objectOf(run, row))
    expect(textOf(field(before, 'Location'))).toBe(location)
    expect(textOf(field(after, 'Location'))).toBe(destination)
    const files = textsOf(field(before, 'Files')) ?? []
    expect(files).toHaveLength(4)
    expect(files).toContain('UVHD-template.vhdx')
    expect(files.filter((name) => /^UVHD-[0-9a-f]{16}\.vhdx$/.test(name))).toEqual(
      (textsOf(field(after, 'Files')) ?? []).map((name) => name.replace('uvhd', 'UVHD')),
    )
    for (const [name, content] of run.bundle?.files ?? []) expect(content.toString(), name).not.toMatch(/SECRET|S-1-5/)
  })
})

function rowsOf(run: CollectorRun): readonly ManifestRow[] {
  if (!run.bundle) throw new Error(`no bundle was written: ${run.output}`)
  return run.bundle.manifest.sources
}

function objectOf(run: CollectorRun, row: ManifestRow) {
  const read = readClixml(run.bundle?.files.get(row.file ?? '') ?? new Uint8Array())
  return 'values' in read ? read.values[0] : undefined
}
