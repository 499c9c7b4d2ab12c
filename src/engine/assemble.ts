import type { Functions } from '../expression/compile.ts'
import { type Scope, scopeOf } from '../expression/scope.ts'
import type { Estate } from '../inventory/estate.ts'
import type { Locate, Region } from '../model/region.ts'
import type { Finding, Missing, Source, Undecided } from '../model/report.ts'
import { sourcesOf } from '../rules/describe.ts'
import type { Rule } from '../rules/rule.ts'
import { type Checked, enter, type Hit, valuesOf } from './check.ts'
import { filler } from './fill.ts'
import { distinct, fingerprint } from './fingerprint.ts'
import type { MissingPlace } from './gathered.ts'
import { byPlace } from './order.ts'
import { pointerOf } from './parts.ts'
import { identity, subjectOf } from './subject.ts'
import { tellMissing } from './tell-missing.ts'

/** Findings and undecided entries in words, with their places in the text, in the order of the report. */
export interface Assembled {
  readonly findings: readonly Finding[]
  readonly undecided: readonly Undecided[]
}

/** Finds words and places for what the rules say. All places are looked up in one scan of the text. */
export function assemble(
  estate: Estate,
  { failed, undecided }: Checked,
  locate: Locate,
  functions: Functions,
): Assembled {
  const findings = ordered(failed)
  const open = ordered(undecided)
  const tell = tellMissing(
    estate,
    open.flatMap(({ hit }) => hit.missing ?? []),
  )
  const missing = new Map(open.map(({ hit }) => [hit, hit.missing ? tell(hit.missing) : []]))
  const lists = new Set(missing.values())
  const pointers = new Set([...findings, ...open].map(({ pointer }) => pointer))
  for (const list of lists) for (const { standing } of list) pointers.add(standing)
  const regions = locate([...pointers])
  const regionAt = (pointer: string): Region => regions.get(pointer) ?? start
  const told = new Map([...lists].map((list) => [list, withRegions(list, regionAt)]))
  const write = findingWriter(estate, functions)
  const cited = citations(estate)
  const prints = distinct(findings.map(({ hit }) => fingerprint(hit.rule.id, identity(estate, hit.part))))
  return {
    findings: findings.map(({ hit, pointer }, index) => ({
      ...write(hit),
      pointer,
      region: regionAt(pointer),
      fingerprint: prints[index] ?? '',
      sources: cited(hit.rule),
    })),
    undecided: open.map(({ hit, pointer }) => ({
      rule: hit.rule.id,
      category: hit.rule.category,
      severity: hit.severity,
      subject: subjectOf(hit.part),
      pointer,
      region: regionAt(pointer),
      missing: told.get(missing.get(hit) ?? []) ?? [],
    })),
  }
}

const start: Region = { line: 1, column: 1, endLine: 1, endColumn: 1 }

function withRegions(list: readonly MissingPlace[], regionAt: (pointer: string) => Region): readonly Missing[] {
  return list.map(({ standing, ...fact }) => ({ ...fact, region: regionAt(standing) }))
}

function citations(estate: Estate): (rule: Rule) => readonly Source[] {
  const known = new Map<Rule, readonly Source[]>()
  return (rule) => {
    const sources = known.get(rule) ?? sourcesOf(rule, estate)
    known.set(rule, sources)
    return sources
  }
}

interface Placed {
  readonly hit: Hit
  readonly pointer: string
}

function ordered(hits: readonly Hit[]): readonly Placed[] {
  const placed = hits.map((hit) => {
    const { category, id } = hit.rule
    return { hit, pointer: pointerOf(hit.part), category, severity: hit.severity, rule: id }
  })
  return placed.sort(byPlace)
}

type Words = Omit<Finding, 'pointer' | 'region' | 'fingerprint' | 'sources'>

function findingWriter(estate: Estate, functions: Functions): (hit: Hit) => Words {
  const fill = filler(functions)
  const scope: Scope = scopeOf(valuesOf(estate), estate)
  const spent = new Map<string, number>()
  return ({ rule, part, severity }) => {
    scope.spent = spent.get(rule.id) ?? 0
    enter(scope, part, { subject: true, parent: true })
    const commands = rule.commands.map((template) => fill.command(template, scope))
    const verify = rule.verify.map((template) => fill.command(template, scope))
    spent.set(rule.id, scope.spent)
    return {
      rule: rule.id,
      category: rule.category,
      severity,
      title: rule.title,
      message: fill.sentence(rule.message, scope),
      remediation: {
        text: fill.sentence(rule.advice, scope),
        ...(commands.length > 0 ? { commands } : {}),
        ...(verify.length > 0 ? { verify } : {}),
      },
      subject: subjectOf(part),
    }
  }
}
