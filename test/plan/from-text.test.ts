import { describe, expect, test } from 'vitest'
import { definitions } from '../../src/plan/definitions.ts'
import { fromText } from '../../src/plan/from-text.ts'

const problemsIn = (value: unknown): readonly string[] => {
  const read = fromText(value)
  return 'problems' in read
    ? read.problems.map(({ pointer, message, atName }) => `${pointer}${atName ? ' (name)' : ''}: ${message}`)
    : []
}

describe('an operation is read', () => {
  test.each<readonly [string, unknown, unknown]>([
    ['as it stands', { drain: { host: 'RDSH01' } }, { drain: { host: 'RDSH01' } }],
    ['with a list', { removeBrokers: { brokers: ['RDCB02'] } }, { removeBrokers: { brokers: ['RDCB02'] } }],
    ['without what is optional', { upgradeServer: { server: 'RDCB01' } }, { upgradeServer: { server: 'RDCB01' } }],
    [
      'with a release as text',
      { upgradeServer: { server: 'RDCB01', to: '2012R2' } },
      { upgradeServer: { server: 'RDCB01', to: '2012R2' } },
    ],
    [
      'with a release that YAML takes for a number',
      { upgradeServer: { server: 'RDCB01', to: 2016 } },
      { upgradeServer: { server: 'RDCB01', to: '2016' } },
    ],
    ['with a role', { setCertificate: { role: 'RDGateway' } }, { setCertificate: { role: 'RDGateway' } }],
  ])('%s', (_, value, operation) => {
    expect(fromText(value)).toEqual({ operation })
  })
})

describe('no operation is', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    [
      'a text',
      'drain',
      [': a step must be an operation with what it takes, such as `drain: { host: RDSH01 }`, not "drain"'],
    ],
    [
      'nothing',
      null,
      [': a step must be an operation with what it takes, such as `drain: { host: RDSH01 }`, not null'],
    ],
    ['an empty object', {}, [': the step names no operation; write one, such as `drain: { host: RDSH01 }`']],
    [
      'two operations',
      { drain: { host: 'RDSH01' }, signOut: { host: 'RDSH01' } },
      ['/signOut (name): a step is one operation, not drain and signOut; make them steps of their own'],
    ],
    [
      'a mistyped name',
      { drian: { host: 'RDSH01' } },
      ['/drian (name): there is no operation drian; did you mean drain?'],
    ],
    [
      'a name in another case',
      { AddHost: {} },
      ['/AddHost (name): there is no operation AddHost; did you mean addHost?'],
    ],
    [
      'an unknown name',
      { reboot: { host: 'RDSH01' } },
      [
        `/reboot (name): there is no operation reboot; operations are ${Object.keys(definitions).slice(0, -1).join(', ')} and setCertificate`,
      ],
    ],
    [
      'an inherited name',
      { constructor: {} },
      [
        `/constructor (name): there is no operation constructor; operations are ${Object.keys(definitions).slice(0, -1).join(', ')} and setCertificate`,
      ],
    ],
    [
      'an operation with a text',
      { addHost: 'RDSH11' },
      [
        '/addHost: addHost takes collection and host, not "RDSH11"; write it like `addHost: { collection: <collection>, host: <host> }`',
      ],
    ],
    [
      'an operation with nothing',
      { removeBrokers: null },
      [
        '/removeBrokers: removeBrokers takes brokers, not null; write it like `removeBrokers: { brokers: [<brokers>] }`',
      ],
    ],
    [
      'a mistyped argument, told once',
      { addHost: { colection: 'Sales', host: 'RDSH11' } },
      ['/addHost/colection (name): addHost takes no colection; did you mean collection?'],
    ],
    [
      'an unknown argument and one too few',
      { addHost: { farm: 'Sales', host: 'RDSH11' } },
      [
        '/addHost/farm (name): addHost takes no farm; it takes collection and host',
        '/addHost (name): addHost has no collection; add it',
      ],
    ],
    [
      'a list that is none',
      { removeBrokers: { brokers: 'RDCB02' } },
      ['/removeBrokers/brokers: brokers must be a list, not "RDCB02"; write it in square brackets'],
    ],
    [
      'an empty list',
      { createCollection: { collection: 'Sales', hosts: [] } },
      ['/createCollection/hosts: hosts is empty; name at least one server'],
    ],
    [
      'a list with a number',
      { removeBrokers: { brokers: ['RDCB02', 3] } },
      ['/removeBrokers/brokers/1: an entry of brokers must be text, not 3; write it in double quotes'],
    ],
    ['a list for a name', { drain: { host: ['RDSH01'] } }, ['/drain/host: host must be text, not a list']],
    ['an empty name', { drain: { host: ' ' } }, ['/drain/host: host is empty; write the name']],
    [
      'a number for a name',
      { drain: { host: 1 } },
      ['/drain/host: host must be text, not 1; write it in double quotes'],
    ],
    [
      'an unknown release',
      { upgradeServer: { server: 'RDCB01', to: 2017 } },
      [
        '/upgradeServer/to: to is 2017; did you mean 2012? It must be one of 2008R2, 2012, 2012R2, 2016, 2019, 2022 or 2025',
      ],
    ],
    [
      'a mistyped role',
      { setCertificate: { role: 'RDGatway' } },
      [
        '/setCertificate/role: role is RDGatway; did you mean RDGateway? It must be one of RDRedirector, RDPublishing, RDWebAccess or RDGateway',
      ],
    ],
  ])('%s', (_, value, expected) => {
    expect(problemsIn(value)).toEqual(expected)
  })

  test('shown with what a terminal would obey', () => {
    const read = fromText({ '\u001b[31m': {} })
    expect('problems' in read && read.problems[0]?.message).toContain('no operation "\\u{1b}[31m"')
  })
})
