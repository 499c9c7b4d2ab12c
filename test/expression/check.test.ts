import { describe, expect, test } from 'vitest'
import { check } from '../../src/expression/check.ts'
import { parse } from '../../src/expression/parse.ts'
import { show } from '../../src/expression/type.ts'
import { environment, problemsOf } from '../support/expressions.ts'

describe('the check of names and fields', () => {
  test.each([
    ['it.nmae', '[it.nmae] Farm has no nmae; did you mean name?'],
    ['has(it.nmae)', '[has(it.nmae)] Farm has no nmae; did you mean name?'],
    ['has(it.broker.nmae)', '[has(it.broker.nmae)] Server has no nmae; did you mean name?'],
    ["it.hosts.exists(h, h.nmae == 'a')", '[h.nmae] Server has no nmae; did you mean name?'],
    ['plan.x', '[plan.x] Plan has no x; it has day, target, isFinal'],
    ['itt.name', '[itt] itt is not known here; did you mean it?'],
    ['nothing', '[nothing] nothing is not known here; the names are it, plan, either'],
    ['it.hosts.all(h, true) && h.drained', '[h] h is not known here; the names are it, plan, either'],
    [
      'either.limit == 1',
      '[either.limit] Server has no limit; it has name, role, sessions, drained, installed, note, disks, tags',
    ],
    ['it.name.first', '[it.name.first] a string has no field first'],
    ['has(it.name.first)', '[has(it.name.first)] has() asks an object for a field, not a string'],
    ['it.hosts.name', '[it.hosts.name] a list(Server) has no field name'],
    [
      'it.__proto__ == null',
      '[it.__proto__] Farm has no __proto__; it has name, mode, limit, ready, since, owner, broker, hosts, tags, counts',
    ],
    [
      'has(it.constructor)',
      '[has(it.constructor)] Farm has no constructor; it has name, mode, limit, ready, since, owner, broker, hosts, tags, counts',
    ],
    ['constructor', '[constructor] constructor is not known here; the names are it, plan, either'],
    ['toString()', '[toString()] there is no function toString(); did you mean string()?'],
    ['constructor()', '[constructor()] there is no function constructor()'],
    ['__proto__()', '[__proto__] Reserved identifier: __proto__'],
  ])('says of %j what is wrong, and where', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test('takes a field that each of several objects has', () => {
    expect(problemsOf("either.name == 'RDSH01'")).toEqual([])
  })

  test('says each thing once', () => {
    expect(problemsOf('it.nmae.first + it.nmae > 2')).toEqual([
      '[it.nmae] Farm has no nmae; did you mean name?',
      '[it.nmae] Farm has no nmae; did you mean name?',
    ])
  })
})

describe('the check of operands', () => {
  test.each([
    ["it.mode == 'PerUsr'", "[it.mode == 'PerUsr'] it is never 'PerUsr'; did you mean 'PerUser'?"],
    ["'none' != it.mode", "['none' != it.mode] it is never 'none'; it is one of PerUser, PerDevice"],
    [
      "it.mode in ['PerUser', 'PerHost']",
      "[it.mode in ['PerUser', 'PerHost']] it is never 'PerHost'; it is one of PerUser, PerDevice",
    ],
    ["'hst' in it.hosts.map(h, h.role)", "['hst' in it.hosts.map(h, h.role)] it is never 'hst'; did you mean 'host'?"],
    ["it.limit == '1'", "[it.limit == '1'] a int never equals a string"],
    ['it.name == null', '[it.name == null] a string never equals a null'],
    ['1 in it.tags', '[1 in it.tags] a int never equals a string'],
    ['it.limit in it.name', '[it.limit in it.name] in does not take (int, string)'],
    ['it.name > 2', '[it.name > 2] > does not take (string, int)'],
    ['it.since > it.limit', '[it.since > it.limit] > does not take (timestamp, int)'],
    ['it.since + 1 > it.since', '[it.since + 1] + does not take (timestamp, int)'],
    ['!it.name', '[it.name] this must be a bool, not a string'],
    ['it.ready && it.limit', '[it.limit] this must be a bool, not a int'],
    ['it.limit ? 1 : 2', '[it.limit] this must be a bool, not a int'],
    ['it.tags.all(t, t)', '[t] this must be a bool, not a string'],
    ['it.limit.all(t, true)', '[it.limit] all() goes over a list, not over a int'],
    ['sise(it.tags)', '[sise(it.tags)] there is no function sise(); did you mean size()?'],
    ['relaese(it.name)', '[relaese(it.name)] there is no function relaese(); did you mean release()?'],
    ['release(1)', '[release(1)] release does not take (int)'],
    ['release()', '[release()] release does not take ()'],
    ['retiring(it.broker)', '[retiring(it.broker)] retiring does not take (Server?)'],
    ['contains(it.name, it.name)', '[contains(it.name, it.name)] contains does not take (string, string)'],
    ['it.name.release()', '[it.name.release()] release does not take (string)'],
    [
      "it.name.matches('(')",
      "[it.name.matches('(')] invalid regular expression: error parsing regexp: missing closing ): `(`",
    ],
    [
      "matches(it.name, 'a(?=b)')",
      "[matches(it.name, 'a(?=b)')] invalid regular expression: error parsing regexp: invalid or unsupported Perl syntax: `(?=`",
    ],
  ])('says of %j what is wrong, and where', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem])
  })

  test.each([
    "it.owner == null || it.owner == 'jdoe'",
    'it.broker != null && retiring(it.hosts[0])',
    "it.mode == 'PerUser' && 'PerDevice' != it.mode",
    "release(it.name) < '2016' && release(it.hosts[0]) == '2016'",
    "'a' in [1, 'a', 2] && [1, 'a', 2].exists(x, x == 'a')",
    "(it.ready ? [] : it.tags).exists(t, t == 'a')",
    '(it.ready ? it.broker : null) == null',
    "it.hosts.map(h, h.disks).exists(disks, disks.all(d, d.size > 1 && d.label != ''))",
    "{'a': it.limit}.a > 1 && {'a': 1}['a'] == 1 && 'a' in {'a': 1}",
    "it.since - timestamp('2016-10-12') > duration('24h')",
    'size(it.tags) == it.tags.size()',
  ])('takes %j', (text) => {
    expect(problemsOf(text)).toEqual([])
  })
})

describe('the type of an expression', () => {
  test.each([
    ['it.hosts.filter(h, h.drained)', 'list(Server)'],
    ['it.hosts.map(h, h.name)', 'list(string)'],
    ['it.hosts[0]', 'Server'],
    ['it.ready ? it.hosts[0] : null', 'Server?'],
    ['it.ready ? it.limit : 1.5', 'dyn'],
    ["[1, 'a', 2]", 'list(dyn)'],
    ['[[], it.tags]', 'list(list(string))'],
    ['[null, it.owner]', 'list(string?)'],
    ['it.tags + []', 'list(string)'],
    ['[] + it.hosts', 'list(Server)'],
    ['it.tags + it.counts', 'list(dyn)'],
    ["{'a': it.broker}", 'map(string, Server?)'],
    ['it.since - it.since', 'duration'],
  ])('of %j is %s', (text, type) => {
    const parsed = parse(text)
    const checked = 'tree' in parsed ? check(parsed.tree, environment) : parsed
    expect('type' in checked ? show(checked.type) : checked).toBe(type)
  })
})
