import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectorScript, describeScript, runPowerShell } from '../support/powershell.ts'

const bytes = readFileSync(collectorScript)
const text = bytes.toString('latin1')
const parameters = [
  'OutputPath',
  'ConnectionBroker',
  'Server',
  'Standalone',
  'SkipServer',
  'SkipSource',
  'IncludeProfileDiskListing',
  'ProfileDiskDestination',
  'ServerTimeoutSeconds',
]

test('the script is pure ASCII, which every PowerShell reads alike', () => {
  expect(bytes.findIndex((byte) => byte > 126 || (byte < 32 && byte !== 10))).toBe(-1)
})

test('an empty line stands before the help, or PowerShell finds none', () => {
  expect(text).toMatch(/^#Requires -Version 3\.0\n\n<#\n/)
})

test('the help explains every parameter', () => {
  const declared = [...text.matchAll(/^\.PARAMETER (\w+)$/gm)].map(([, name]) => name)
  const inBlock = /^param\(\n([\s\S]*?)^\)/m.exec(text)?.[1] ?? ''
  expect(declared).toEqual([...parameters, 'WhatIf'])
  expect([...inBlock.matchAll(/^ {4}\[.*?\] \$(\w+)/gm)].map(([, name]) => name)).toEqual(parameters)
})

test.each([...parameters, 'Verbose', 'WhatIf'])('the help has an example of -%s', (name) => {
  const examples = text.split(/^\.EXAMPLE$/m).slice(1)
  expect(examples.some((example) => new RegExp(`Export-RdsInventory\\.ps1.* -${name}\\b`).test(example))).toBe(true)
})

describeScript('the script, parsed by PowerShell', () => {
  test('uses no newer syntax than that of PowerShell 3.0, and no command that is not on the list', () => {
    const allowed = join(import.meta.dirname, 'allowed-commands.txt')
    expect(runPowerShell(['-CheckScript', collectorScript, '-AllowCommands', allowed])).toMatchObject({
      output: '',
      exit: 0,
    })
  })

  test('gives its help with all examples', () => {
    const command = `$help = Get-Help '${collectorScript}' -Full; @($help.examples.example).Count; @($help.parameters.parameter | Where-Object { $_.description }).Count; $help.Synopsis`
    const [examples, described, synopsis] = runPowerShell(['-Command', command]).output.split('\n')
    expect(Number(examples)).toBeGreaterThanOrEqual(10)
    expect(described).toBe(String(parameters.length + 1))
    expect(synopsis).toMatch(/^Asks a Remote Desktop Services deployment/)
  })
})
