import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aCollection, aDeployment, aFarm } from '../support/a-farm.ts'
import { collectorScript, describeScript, runCollector, runPowerShell } from '../support/powershell.ts'
import { scratch } from '../support/scratch.ts'

describeScript('a parameter of the script', () => {
  test.each([
    [['-Server', 'RDSH*'], '-Server RDSH* is no name of a server'],
    [['-Server', 'RDSH01;RDSH02'], '-Server RDSH01;RDSH02 is no name of a server'],
    [['-ConnectionBroker', 'RDCB 01'], '-ConnectionBroker RDCB 01 is no name of a server'],
    [['-OutputPath', 'Nowhere:\\rds'], 'Nowhere:\\rds is no path of a folder'],
    [['-OutputPath', 'HKLM:\\SOFTWARE\\rds'], 'HKLM:\\SOFTWARE\\rds is no path of a folder'],
    [['-OutputPath', 'rds?'], 'rds? is no path of a folder'],
    [['-IncludeProfileDiskListing', '-ProfileDiskDestination', 'D:\\upd'], 'D:\\upd is no network path'],
  ])('that means nothing is refused before anything is asked: %j', (options, sentence) => {
    const run = runPowerShell(['-File', collectorScript, ...options], { estate: aFarm() })
    expect(run.output.trimEnd().split('\n')).toEqual([expect.stringContaining(sentence)])
    expect(run.exit).toBe(2)
    expect(run.calls.filter((line) => /Get-RD|Win32/.test(line))).toEqual([])
  })

  test.each([
    ['my [new] bundle', 'my [new] bundle', 'rds-lint collect "my [new] bundle" -o'],
    ['bundles/x/', 'bundles/x', 'rds-lint collect x -o'],
    ['./bundles/../y', 'y', 'rds-lint collect y -o'],
  ])('-OutputPath %j makes that folder and says how to go on', (path, made, next) => {
    const folder = scratch()
    mkdirSync(join(folder, 'bundles'))
    const command = `Set-Location -LiteralPath '${folder}'; & '${collectorScript}' -SkipSource Get-VM -OutputPath '${path}'`
    const run = runPowerShell(['-Command', command], { estate: aFarm() })
    expect(run.output).toContain(next)
    expect(readdirSync(join(folder, made))).toContain('manifest.json')
  })

  test('-OutputPath of blanks only is none, and the folder has the date in its name', () => {
    const run = runPowerShell(['-File', collectorScript, '-OutputPath', ' '], { estate: aFarm() })
    expect(readdirSync(run.folder).filter((name) => /^rds-inventory-\d{8}-\d{6}$/.test(name))).toHaveLength(1)
  })

  test('-OutputPath that cannot be written whole is said to be of no use', () => {
    // The folder can be made, but the paths of its files are longer than Linux allows (PATH_MAX, 4096 bytes).
    let parent = scratch()
    while (parent.length < 3800) parent = join(parent, 'x'.repeat(200))
    mkdirSync(parent, { recursive: true })
    const run = runPowerShell(
      ['-File', collectorScript, '-OutputPath', `${parent}/${'y'.repeat(4084 - parent.length)}`],
      { estate: aFarm() },
    )
    expect(run.output).toContain('is not whole and of no use')
    expect(run.exit).toBe(2)
  })

  test.each([['localhost'], ['.'], ['RDCB01.contoso.example.'], ['rdcb01']])('%j means this machine', (name) => {
    const run = runCollector({ estate: aFarm(), options: ['-Server', name, '-ConnectionBroker', name] })
    expect(run.exit).toBe(0)
    expect(run.bundle?.manifest.connectionBroker).toBe('RDCB01.contoso.example')
    expect(new Set(run.bundle?.manifest.sources.flatMap(({ server }) => server ?? []))).toEqual(
      new Set(['RDCB01', 'RDSH01', 'RDSH02', 'RDWEB01', 'RDVH01'].map((one) => `${one}.contoso.example`)),
    )
  })

  test('-SkipServer that names no server is told', () => {
    const options = ['-IncludeProfileDiskListing', '-SkipServer', 'RDSH1,RDSH01,FS01']
    const { output } = runCollector({ estate: aFarm(), options })
    expect([...output.matchAll(/-SkipServer (\S+) left nothing out/g)].map(([, name]) => name)).toEqual(['RDSH1'])
  })

  test('-IncludeProfileDiskListing that lists nothing is told', () => {
    const run = runCollector({ estate: aFarm(), options: ['-Standalone', '-IncludeProfileDiskListing'] })
    expect(run.output).toContain('WARNING: -IncludeProfileDiskListing lists nothing')
    expect(run.exit).toBe(0)
  })

  test('-WhatIf tells what is left out, and why', () => {
    const options = ['-WhatIf', '-SkipServer', 'RDSH01,RDSH1', '-SkipSource', 'Get-VM,Get-Nothing']
    const { output } = runCollector({ estate: aFarm(), options })
    expect(output).not.toMatch(/^Would ask .*(?:Get-VM |RDSH01)/m)
    expect(output).toContain(
      'Would not ask Win32_OperatingSystem on RDSH01.contoso.example: left out with -SkipServer.',
    )
    expect(output).toContain('Would not ask Get-VM on RDVH01.contoso.example: left out with -SkipSource.')
    expect(output).toContain('-SkipServer RDSH1 left nothing out')
    expect(output).toContain('-SkipSource Get-Nothing left nothing out')
  })

  test('-WhatIf asks nothing about a deployment that is not there', () => {
    const run = runCollector({ estate: aFarm({ deployment: null }), options: ['-WhatIf'] })
    expect(run.output).not.toMatch(/^Would ask Get-RD/m)
    expect(run.output).toContain('Would not ask Get-RDCertificate: there is no deployment on RDCB01.contoso.example.')
    expect(run.exit).toBe(0)
  })

  test('-WhatIf is not usable where the broker tells nothing', () => {
    const run = runCollector({ estate: aFarm(), options: ['-WhatIf', '-ConnectionBroker', 'RDCB77.contoso.example'] })
    expect(run.exit).toBe(2)
  })

  test('-Standalone that answers nothing is told what to do without a broker', () => {
    const run = runCollector({ estate: aFarm(), options: ['-Standalone', '-SkipServer', 'RDCB01'] })
    expect(run.output).toContain('No question was answered')
    expect(run.output).not.toContain('on the active connection broker')
    expect(run.exit).toBe(2)
  })

  test('-IncludeProfileDiskListing gives names that nobody can find accounts by, other ones in each run', () => {
    const account = 'S-1-5-21-1111111111-2222222222-3333333333-1001'
    const location = '\\\\FS01\\upd$\\sales'
    const estate = {
      ...aFarm({
        deployment: aDeployment({
          sessionCollections: [aCollection('Sales', { profileDisks: { enabled: true, location, maxSizeGB: 1 } })],
        }),
      }),
      migration: {
        profileDiskLocations: [
          {
            source: location,
            destination: '\\\\FS02\\sales',
            sourceFiles: [`UVHD-${account}.vhdx`],
            destinationFiles: [],
          },
        ],
      },
    }
    const named = [1, 2].map(() => {
      const { bundle } = runCollector({ estate, options: ['-IncludeProfileDiskListing'] })
      const all = [...(bundle?.files.values() ?? [])].join('\n')
      expect(all).not.toContain(account)
      return /UVHD-([0-9a-f]{16})\.vhdx/.exec(all)?.[1]
    })
    expect(named).toEqual([expect.any(String), expect.any(String)])
    expect(new Set(named).size).toBe(2)
    expect(named).not.toContain(createHash('sha256').update(account).digest('hex').slice(0, 16))
  })
})
