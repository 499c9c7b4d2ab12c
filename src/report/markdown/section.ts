import { listed } from '../../model/listed.ts'
import type { InventoryReport, Report } from '../../model/report.ts'
import { standing } from '../../model/standing.ts'
import { legible } from '../../model/visible.ts'
import { releaseName } from '../../model/which-releases.ts'
import { type Entry, entriesOf } from '../entry.ts'
import { markdownText } from '../markdown-text.ts'
import { tallyOf } from '../numbers.ts'
import { next } from '../pretty/next.ts'
import { pageOf } from '../pretty/page.ts'
import { factsOf } from '../pretty/unknowns.ts'
import { dayName, methodNames, phaseNames, stepNames } from '../pretty/words.ts'
import { remarksOf } from '../remarks.ts'
import { details } from './details.ts'
import { faultTable, remarkTable } from './remarks.ts'
import type { Room } from './room.ts'
import { type Content, table } from './table.ts'

/** What `next` shows names and places by. */
const page = pageOf({})

/** Gives the blocks of one inventory: verdict, numbers, next step, a table for each kind of entry, details; nothing where there is no room left. */
export function sectionOf(inventory: InventoryReport, report: Report, room: Room): readonly string[] {
  const open = standing(inventory)
  const facts = factsOf(open)
  const head = [
    `## ${shown(inventory.file)}: ${inventory.verdict}`,
    aboutOf(inventory),
    `**${shown(tallyOf(inventory))}**`,
    `Next: ${shown(next(open, facts, report, page))}`,
    ...remarksOf(inventory, report).map(shown),
  ].filter((block) => block !== '')
  if (!room.take(head.join('\n\n'))) return []
  const titled = <T>(title: string, content: Content<T>) => {
    const blocks = table(content, room)
    return blocks.length === 0 ? [] : [`### ${title}`, ...blocks]
  }
  const entries = entriesOf(inventory)
  const entryTable = (title: string, counted: Entry['standing'], called: string, what = 'what is wrong') =>
    titled(title, {
      heads: [
        'step',
        'severity',
        'rule',
        'part',
        what,
        'where',
        ...(counted === 'suppressed' ? ['reason', 'until'] : []),
      ],
      of: entries.filter((one) => one.standing === counted),
      row: counted === 'suppressed' ? suppressedRow : rowOf,
      called,
    })
  const { diagnostics, faults, gone = [] } = inventory
  return [
    ...head,
    ...remarkTable(diagnostics, room),
    ...faultTable(faults, room),
    ...entryTable('Findings', 'failed', 'findings'),
    ...entryTable('Not decided', 'undecided', 'undecided rules', 'what is not known'),
    ...entryTable('Suppressed', 'suppressed', 'suppressed entries', 'what it says'),
    ...entryTable('Known from the baseline', 'known', 'known findings'),
    ...titled('Gone since the baseline', {
      heads: ['rule', 'part'],
      of: gone,
      row: ({ rule, subject }) => [shown(rule), shown(subject)],
      called: 'findings that are gone',
    }),
    ...details(inventory, facts, report, room),
  ]
}

function rowOf({ category, severity, rule, subject, message, file, region }: Entry): readonly string[] {
  const where = `${shown(file)}:${region.line}:${region.column}`
  return [stepNames[category], `**${severity}**`, shown(rule), shown(subject), shown(message), where]
}

function suppressedRow(entry: Entry): readonly string[] {
  const { reason = '', expires = '' } = entry.suppressed ?? {}
  return [...rowOf(entry), shown(reason), shown(expires)]
}

function aboutOf({ releases, target, method, phase, plannedFor, counts }: InventoryReport): string {
  // What is said of a file that could not be read is nobody's word.
  if (counts.rules === 0) return ''
  const from = listed(releases.map(releaseName))
  const to = target === undefined ? '' : `to ${releaseName(target)}`
  const day = plannedFor === undefined ? '' : `, planned for ${shown(dayName(plannedFor))}`
  return [`${from} ${to}`.trim(), methodNames[method], phaseNames[phase] + day]
    .filter((part) => part !== '')
    .join(' · ')
}

function shown(text: string): string {
  return markdownText(legible(text, 120, 1000))
}
