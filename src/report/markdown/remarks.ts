import type { Diagnostic } from '../../model/diagnostic.ts'
import type { RuleFault } from '../../model/report.ts'
import { legible } from '../../model/visible.ts'
import { markdownText } from '../markdown-text.ts'
import type { Room } from './room.ts'
import { table } from './table.ts'

/** Gives what is to be said of a file itself, with its heading; nothing where there is nothing. */
export function remarkTable(remarks: readonly Diagnostic[], room: Room): readonly string[] {
  const row = ({ severity, message, region }: Diagnostic) => [
    `**${severity}**`,
    shown(message),
    region === undefined ? '' : `${region.line}:${region.column}`,
  ]
  const heads = ['severity', 'what is wrong', 'where']
  const blocks = table({ heads, of: remarks, row, called: 'remarks on the file' }, room)
  return blocks.length === 0 ? [] : ['### The file', ...blocks]
}

/** Gives the rules that went wrong, with their heading; nothing where there are none. */
export function faultTable(faults: readonly RuleFault[], room: Room): readonly string[] {
  const row = ({ rule, message, pointer }: RuleFault) => [
    shown(rule),
    shown(message),
    shown(pointer || 'the whole inventory'),
  ]
  const blocks = table({ heads: ['rule', 'what happened', 'where'], of: faults, row, called: 'faults' }, room)
  return blocks.length === 0 ? [] : ['### Rules that went wrong and told nothing', ...blocks]
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
