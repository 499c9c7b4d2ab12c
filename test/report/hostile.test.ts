import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { csv } from '../../src/report/csv.ts'
import { github } from '../../src/report/github.ts'
import { gitlab } from '../../src/report/gitlab.ts'
import { html } from '../../src/report/html.ts'
import { json } from '../../src/report/json.ts'
import { junit } from '../../src/report/junit.ts'
import { markdown } from '../../src/report/markdown.ts'
import { type PrettyOptions, pretty } from '../../src/report/pretty.ts'
import { sarif } from '../../src/report/sarif.ts'
import { unix } from '../../src/report/unix.ts'
import { hostileTexts, withEverywhere } from '../support/hostile.ts'
import { sampleReport, sampleText } from '../support/sample-report.ts'
import { workflowCommand } from '../support/workflow-commands.ts'

const obeyed = /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that the tool itself writes begin with ESC
const ownSequences = /\u001b\[(?:1|2|22|3[136]|39|32)m|\u001b\]8;;(?:https?:\/\/[!-~]+)?\u001b\\/g
const commandOfALog = /^\s*::[a-z]|##(?:vso)?\[/im

const pages: readonly (readonly [string, PrettyOptions])[] = [
  ['plain', {}],
  ['verbose, narrow', { verbose: true, width: 40 }],
  ['coloured, with links', { color: '16', hyperlinks: true, verbose: true }],
  ['quiet, ASCII', { quiet: true, ascii: true }],
]

describe.each(hostileTexts)('%s', (_, text) => {
  const report = withEverywhere(sampleReport(), text)

  test.each(pages)('does nothing in pretty (%s)', (_, options) => {
    const shown = pretty(report, options).replace(ownSequences, '')
    expect(shown).not.toMatch(obeyed)
    expect(shown).not.toMatch(commandOfALog)
    expect(shown.length).toBeLessThan(100_000)
  })

  test.each([
    ['json', json(report)],
    ['sarif', sarif(report, { text: () => sampleText })],
  ])('survives in %s as text that no terminal obeys', (_, written) => {
    expect(written).not.toMatch(obeyed)
    expect(() => JSON.parse(written)).not.toThrow()
  })

  test.each([
    ['junit', junit],
    ['github', github],
    ['gitlab', gitlab],
    ['markdown', markdown],
    ['html', html],
    ['csv', (whole: Report) => csv(whole).replaceAll('\r\n', '\n')],
    ['unix', unix],
  ])('does nothing in %s', (name, format) => {
    const written = format(report)
    expect(written).not.toMatch(obeyed)
    const lines = written.split('\n').filter((line) => name !== 'github' || workflowCommand(line) === undefined)
    expect(lines.join('\n')).not.toMatch(commandOfALog)
    expect(written.length).toBeLessThan(500_000)
  })

  test('stands in json as it came', () => {
    const [inventory] = JSON.parse(json(report)).inventories
    expect([inventory.file, inventory.findings[0].message, inventory.findings[0].sources[0].url]).toEqual([
      text,
      text,
      text,
    ])
  })

  test('is bounded, neither link nor placeholder in messages of sarif, and encoded in its uris', () => {
    const { runs } = JSON.parse(sarif(report, { text: () => sampleText }))
    for (const { message, locations, ruleIndex, ruleId } of runs[0].results) {
      expect(message.text.length).toBeLessThanOrEqual(1024)
      expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(|(?<!\{)\{\d+\}/)
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(
        /^(?:file:\/\/)?(?:[\w.~!'()*/-]|%[\dA-F]{2})+$/,
      )
      expect(runs[0].tool.driver.rules[ruleIndex].id).toBe(ruleId)
    }
  })
})
