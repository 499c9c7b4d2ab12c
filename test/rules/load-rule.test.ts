import { describe, expect, test } from 'vitest'
import { loadRule } from '../../src/rules/load-rule.ts'

const rule = `title: Session hosts are drained
severity: error
for: /servers/*
when: retiring(it)
require: it.domain != null
message: "{it.name} is not drained."
remediation:
  text: Drain {it.name}.
  commands:
    - Set-RDSessionHost -SessionHost {it.name}
why: Users lose their sessions.
sources:
  - { document: Guide, section: Drain, url: "https://learn.microsoft.com/guide", stance: requires }
examples:
  fails:
    - { name: one, inventory: { servers: [] }, findings: [{ pointer: /servers/0, message: RDSH01 is not drained. }] }
  passes:
    - { name: none, inventory: { servers: [] } }
`

/** What is wrong with a rule file: each time the place and the message. */
function problemsOf(text: string): readonly string[] {
  return loadRule(text, 'session-host-drained', 'session-collections').diagnostics.map(
    ({ message, region }) => `${region ? `${region.line}:${region.column} ` : ''}${message}`,
  )
}

function withLine(line: string, instead: string): string {
  expect(rule).toContain(`${line}\n`)
  return rule.replace(`${line}\n`, `${instead}\n`)
}

describe('loadRule', () => {
  test('gives the rule with trees, the id and category from outside, and what may be left out filled in', () => {
    const { rule: loaded, file, diagnostics } = loadRule(rule, 'session-host-drained', 'session-collections')
    expect(diagnostics).toEqual([])
    expect(loaded).toMatchObject({
      id: 'session-host-drained',
      category: 'session-collections',
      severity: [{ is: 'error' }],
      for: ['/servers/*'],
      when: { op: 'call', name: 'retiring' },
      require: { op: 'call', name: '!=' },
      message: [{ name: 'name' }, ' is not drained.'],
      verify: [],
      suppressible: true,
    })
    expect(file?.examples.fails).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(loaded))).toEqual(loaded)
  })

  test.each([
    ['its name', 'it.name', 'name'],
    ['a fact', 'activeServer()', 'active server'],
    ['a fact of a field', 'windows(release(it.name))', 'name'],
    ['a fact of the part', 'rdsRoles(it)', 'rds roles'],
    ['a fact of the part that a macro looks through', "rdsRoles(it).filter(r, 'RDS-GATEWAY' != r)", 'rds roles'],
  ])('puts a name in the place of a value that is not known: of %s', (_, expression, name) => {
    const text = withLine(
      '    - Set-RDSessionHost -SessionHost {it.name}',
      `    - "Set-RDSessionHost -SessionHost {${expression}}"`,
    )
    const { rule: loaded } = loadRule(text, 'session-host-drained', 'session-collections')
    expect(loaded?.commands).toMatchObject([['Set-RDSessionHost -SessionHost ', { name }]])
  })

  test.each([
    [
      'a misspelt key',
      'why: Users lose their sessions.',
      'whi: Users lose their sessions.',
      ['1:1 the rule has no why; add it', '11:6 whi is no field of a rule here; did you mean why?'],
    ],
    [
      'a misspelt key below',
      '  text: Drain {it.name}.',
      '  txet: Drain {it.name}.',
      ['8:3 remediation has no text; add it', '8:9 txet is no field of a rule here; did you mean text?'],
    ],
    [
      'a key that means nothing',
      'severity: error',
      'severity: error\nowner: jdoe',
      ['3:8 owner is no field of a rule here; remove it or see `rds-lint schema rule`'],
    ],
    [
      'a severity that there is not',
      'severity: error',
      'severity: eror',
      ['2:11 severity is eror; did you mean error? It must be one of error, warning, info'],
    ],
    [
      'a phase that there is not',
      'severity: error',
      'severity: [{ is: error, phases: [befor] }]',
      ['2:34 an entry of phases is befor; did you mean before? It must be one of before, during, after'],
    ],
    [
      'a title with a full stop',
      'title: Session hosts are drained',
      'title: Session hosts are drained.',
      ['1:8 title must not end with a full stop; leave it out'],
    ],
    [
      'a condition that is no text',
      'require: it.domain != null',
      'require: true',
      ['5:10 require must be text, not true; write it in double quotes'],
    ],
    [
      'a pointer that does not begin with a slash',
      'for: /servers/*',
      'for: servers/*',
      ['3:6 for must be a JSON pointer; write it like /servers/*'],
    ],
    [
      'a key that stands twice',
      'severity: error',
      'severity: error\nseverity: warning',
      ['3:1 the property severity stands twice here; remove one of them'],
    ],
    [
      'an alias',
      'why: Users lose their sessions.',
      'why: &a Users lose their sessions.\nsuppressible: *a',
      ['12:15 the alias *a is not read here; write its value out'],
    ],
    [
      'a tag',
      'severity: error',
      'severity: !secret error',
      ['2:11 tags are not read here; put text that begins with ! in quotes'],
    ],
    [
      'a merge key',
      'severity: error',
      'severity: error\n<<: { why: x }',
      ['3:1 merge keys (<<) are not read here; write the properties out'],
    ],
    ['broken YAML', 'severity: error', 'severity: "error', ['2:17 Missing closing "quote; correct the YAML here']],
  ])('says what is wrong with %s, and where', (_, line, instead, problems) => {
    expect(problemsOf(withLine(line, instead))).toEqual(problems)
  })

  test.each([
    ['an empty file', '', ['the file is empty; write the document, or give another file']],
    ['a comment', '# nothing yet\n', ['the file is empty; write the document, or give another file']],
    ['a list', '- 1\n', ['1:1 the rule must be an object, not a list; correct it']],
    ['a text', 'rule\n', ['1:1 the rule must be an object, not the text "rule"; correct it']],
    [
      'null',
      'null\n',
      ['1:1 the rule must be an object, not null; null says that there is none: leave out what is not known'],
    ],
    ['two documents', `${rule}---\n${rule}`, ['19:1 a second document begins here; put it into a file of its own']],
    [
      'nesting without end',
      '['.repeat(10_000),
      ['1:101 lists and objects nest deeper than 100 levels here; nothing that this tool reads does: correct the file'],
    ],
    [
      'a property named __proto__',
      `${rule}__proto__: { title: x }\n`,
      ['19:12 __proto__ is no field of a rule here; remove it or see `rds-lint schema rule`'],
    ],
  ])('refuses %s in a sentence', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
    expect(loadRule(text, 'x', 'estate').rule).toBeUndefined()
  })

  test.each([
    [
      'in a plain scalar',
      'require: it.domain != null',
      'require: it.domian != null',
      '5:10 Server has no domian; did you mean domain?',
    ],
    [
      'in a literal block',
      'require: it.domain != null',
      'require: |\n  it.domain != null &&\n    it.roles.exists(r, r == "RDS-RD-SERVR")',
      "7:24 it is never 'RDS-RD-SERVR'; did you mean 'RDS-RD-SERVER'?",
    ],
    [
      'in quotes',
      'require: it.domain != null',
      'require: "has(it.domian)"',
      '5:11 Server has no domian; did you mean domain?',
    ],
    [
      'in a condition on the part',
      'when: retiring(it)',
      'when: retirng(it)',
      '4:7 there is no function retirng(); did you mean retiring()?',
    ],
    [
      'in a severity',
      'severity: error',
      'severity: [{ is: error, when: it.nmae == "" }]',
      '2:31 Server has no nmae; did you mean name?',
    ],
    [
      'in a message',
      'message: "{it.name} is not drained."',
      'message: "{it.name} on {it.nmae}."',
      '6:25 Server has no nmae; did you mean name?',
    ],
    [
      'in a message that begins with a space',
      'message: "{it.name} is not drained."',
      'message: " {it.nmae} is."',
      '6:13 Server has no nmae; did you mean name?',
    ],
    [
      'in the advice',
      '  text: Drain {it.name}.',
      '  text: Drain {it.nmae}.',
      '8:16 Server has no nmae; did you mean name?',
    ],
    [
      'in a command',
      '    - Set-RDSessionHost -SessionHost {it.name}',
      '    - Set-RDSessionHost {it.nmae}',
      '10:26 Server has no nmae; did you mean name?',
    ],
    ['that gives no bool', 'require: it.domain != null', 'require: it.name', '5:10 it must give a bool, not a string'],
    ['that ends too soon', 'require: it.domain != null', 'require: it.domain !=', '5:22 Unexpected token: the end'],
    [
      'that is nested too deeply',
      'require: it.domain != null',
      `require: ${'('.repeat(10_000)}true${')'.repeat(10_000)}`,
      '5:260 the expression is too long or nested too deeply; take it apart',
    ],
    [
      'that negates too often',
      'require: it.domain != null',
      `require: "${'!'.repeat(50_000)}true"`,
      '5:11 the expression is too long or nested too deeply; take it apart',
    ],
    [
      'with a brace alone',
      'message: "{it.name} is not drained."',
      'message: "{it.name is not drained."',
      '6:10 a brace has no partner; write {{ and }} for braces that are text',
    ],
    [
      'with nothing between braces',
      'message: "{it.name} is not drained."',
      'message: "{} is not drained."',
      '6:12 Unexpected token: the end',
    ],
    [
      'whose parts do not exist',
      'for: /servers/*',
      'for: /server/*',
      '3:6 for: /server/* leads nowhere: there is no server in InventoryFile',
    ],
    [
      'whose pattern does not compile',
      'require: it.domain != null',
      'require: it.name.matches("(")',
      '5:10 invalid regular expression: error parsing regexp: missing closing ): `(`',
    ],
  ])('places a problem of an expression %s', (_, line, instead, problem) => {
    expect(problemsOf(withLine(line, instead))).toEqual([problem])
  })

  test('tells every problem of a file at once', () => {
    const text = withLine('when: retiring(it)', 'when: it.nmae == ""').replace('{it.name} is not', '{it.nmae} is not')
    expect(problemsOf(text)).toHaveLength(2)
  })
})
