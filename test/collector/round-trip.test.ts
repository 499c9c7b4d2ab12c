import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readClixml } from '../../src/collector/clixml/read-clixml.ts'
import { isThing, type Value } from '../../src/collector/clixml/value.ts'
import { knownFacts } from '../support/known-facts.ts'
import { describeScript, runCollectors, runPowerShell } from '../support/powershell.ts'
import { asTold, isSkipped, read, rowsOf, sectionsOf } from '../support/round-trip.ts'
import { scratch } from '../support/scratch.ts'
import { toldEstate } from '../support/told-estate.ts'

const options = ['-IncludeProfileDiskListing', '-ServerTimeoutSeconds', '3']
const estatesEach = 4

describeScript('what the script collects', () => {
  test.each([
    ['5.1', 'en-US', 0],
    ['3.0', 'de-DE', 100],
    ['4.0', 'tr-TR', 200],
    ['7', 'ja-JP', 300],
  ])('of generated estates is what they hold (PowerShell %s, %s, from seed %i)', (imitate, culture, first) => {
    const seeds = Array.from({ length: estatesEach }, (_, index) => first + index)
    const estates = seeds.map(toldEstate)
    const asked = estates.map((one) => ({ estate: one.inventory, options: [...options, ...one.options] }))
    const runs = runCollectors(asked, { imitate, env: { PWSH_CULTURE: culture } })
    for (const [index, { inventory, others }] of estates.entries()) {
      const at = `seed ${seeds[index]}`
      const { inventory: found, diagnostics } = read(runs[index])
      expect(diagnostics, at).toEqual([])
      expect(sectionsOf(found), at).toEqual(sectionsOf(knownFacts(asTold(inventory), refused, others)))
      expect(found.collection?.collectedOn, at).toBe(inventory.collection?.collectedOn)
      const unanswered = rowsOf(found).filter(({ status, name }) => status === 'failed' || isSkipped({ status, name }))
      expect(
        unanswered.filter(({ collection = '' }) => refused('', collection)),
        at,
      ).toEqual([])
    }
  })
})

describeScript('objects that the engine serialises', () => {
  test('read back as the same values', () => {
    const file = join(scratch(), 'values.clixml')
    const code = [
      '$a = [pscustomobject]@{ text = "a`r`n_x0041_ $([char]0xD83D)$([char]0xDE00) <&>"; empty = ""; none = $null; yes = $true;',
      'long = [long]::MaxValue; unsigned = [uint64]::MaxValue; list = @("one"); many = @(1, 2); none2 = @(); map = [ordered]@{ k = "v" };',
      'when = [datetime]::new(2026, 11, 24, 5, 0, 0, [DateTimeKind]::Utc); version = [version]"6.3.9600"; id = [guid]::Empty; state = [DayOfWeek]::Tuesday; __proto__ = "p" }',
      `@($a, $a, "text", 5) | Export-Clixml -LiteralPath '${file}' -Depth 5`,
    ].join('\n')
    expect(runPowerShell(['-Command', code]).output).toBe('')
    const read = readClixml(readFileSync(file))
    if ('problem' in read) throw new Error(read.problem.message)
    const [first, second, text, five] = read.values
    expect(second).toBe(first)
    expect([text, five]).toEqual(['text', { kind: 'integer', text: '5' }])
    const told = (key: string): Value | undefined => (isThing(first) ? first.properties.get(key) : undefined)
    expect(told('text')).toBe('a\r\n_x0041_ 😀 <&>')
    expect([told('empty'), told('none'), told('yes'), told('__proto__')]).toEqual(['', null, true, 'p'])
    expect([told('long'), told('unsigned')]).toEqual([
      { kind: 'integer', text: '9223372036854775807' },
      { kind: 'integer', text: '18446744073709551615' },
    ])
    expect(told('list')).toMatchObject({ items: ['one'] })
    expect(told('none2')).toMatchObject({ items: [] })
    expect(told('map')).toMatchObject({ entries: [['k', 'v']] })
    expect(told('when')).toEqual({ kind: 'date', text: '2026-11-24T05:00:00Z' })
    expect(told('state')).toMatchObject({ text: 'Tuesday', value: { kind: 'integer', text: '2' } })
  })
})

// The cmdlets put the name of a collection into a query as it is (exports, section 1.0, 7): of one with an apostrophe they
// tell no more than the lists of collections do.
function refused(_: string, about = ''): 'ok' | undefined {
  return about.includes("'") ? undefined : 'ok'
}
