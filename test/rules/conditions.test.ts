import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleFiles } from '../../scripts/rule-files.ts'
import { bare, readType, show, type Type } from '../../src/expression/type.ts'
import { facts } from '../../src/inventory/facts/index.ts'
import { environmentOf } from '../../src/rules/conditions.ts'
import { inventoryTypes } from '../../src/rules/inventory-types.ts'
import { nameOrder } from '../../src/rules/names.ts'
import { parseYaml } from '../../src/source/yaml.ts'

const types = inventoryTypes()

function typesOf(...pointers: readonly string[]): Readonly<Record<string, string>> {
  const environment = environmentOf(pointers)
  if ('problem' in environment) return { problem: environment.problem }
  return Object.fromEntries(Object.entries(environment.names).map(([name, type]) => [name, show(type)]))
}

describe('the environment of conditions', () => {
  test('holds every name that a scope has a value for, and no other', () => {
    expect(Object.keys(typesOf('/servers/*')).toSorted()).toEqual([...nameOrder].toSorted())
  })

  test.each([
    ['', 'InventoryFile', 'InventoryFile'],
    ['/servers', 'list(Server)', 'InventoryFile'],
    ['/servers/*', 'Server', 'InventoryFile'],
    ['/servers/*/operatingSystem', 'OperatingSystem', 'Server'],
    ['/servers/*/roles/*', 'string', 'Server'],
    ['/deployment', 'Deployment', 'InventoryFile'],
    ['/deployment/sessionCollections/*/sessionHosts/*', 'SessionHost', 'SessionCollection'],
    ['/deployment/highAvailability/connectionBrokers/*', 'string', 'HighAvailability'],
    ['/migration/servers/*', 'ServerMove', 'Migration'],
  ])('of %j: `it` is a %s in a %s', (pointer, it, parent) => {
    expect(typesOf(pointer)).toMatchObject({ it, parent })
  })

  test('of several pointers `it` is either', () => {
    expect(typesOf('/deployment/licensing/servers/*', '/migration/servers/*')).toMatchObject({
      it: 'string|ServerMove',
      parent: 'Licensing|Migration',
    })
  })

  test('of two pointers to parts of one type there is one type', () => {
    expect(
      typesOf('/deployment/sessionCollections/*/profileDisks', '/deployment/virtualDesktopCollections/*/profileDisks'),
    ).toMatchObject({ it: 'ProfileDisks', parent: 'SessionCollection|VirtualDesktopCollection' })
  })

  test.each([
    ['/server/*', 'for: /server/* leads nowhere: there is no server in InventoryFile'],
    ['/servers/*/name/*', 'for: /servers/*/name/* leads nowhere: there is no *'],
    ['/servers/0', 'for: /servers/0 leads nowhere: there is no 0'],
    ['/servers/name', 'for: /servers/name leads nowhere: there is no name'],
    ['/__proto__', 'for: /__proto__ leads nowhere: there is no __proto__ in InventoryFile'],
    ['/servers/*/constructor', 'for: /servers/*/constructor leads nowhere: there is no constructor in Server'],
  ])('of %s says where it ends', (pointer, problem) => {
    expect(typesOf(pointer)).toEqual({ problem })
  })

  test.each(['target', 'method', 'phase'])('knows the words of %s', (name) => {
    const environment = environmentOf(['/servers/*'])
    expect('names' in environment && environment.names[name]).toMatchObject({
      kind: 'string',
      words: expect.any(Array),
    })
  })
})

describe('the types of the inventory', () => {
  test("say of absent fields that nothing is planned in the planner's sections only", () => {
    const planned = [...types.objects.values()].filter(({ absentMeansNone }) => absentMeansNone)
    expect(planned.map(({ name }) => name).toSorted()).toMatchInlineSnapshot(`
      [
        "CertificateChoice",
        "Collection",
        "CollectionMove",
        "CollectionSource",
        "Collector",
        "Migration",
        "ProfileDiskMove",
        "ServerMove",
      ]
    `)
  })

  test.each(Object.entries({ deployment: true, domain: true, servers: false }))(
    'tell null of %s: %s',
    (name, isNullable) => {
      const type: Type | undefined = types.root.fields[name] ?? types.objects.get('Server')?.fields[name]
      expect(type?.kind === 'nullable').toBe(isNullable)
      expect(type && show(bare(type))).not.toContain('?')
    },
  )

  test('read dates as timestamps and whole numbers as ints', () => {
    expect(types.objects.get('Collection')?.fields.collectedAt).toEqual({ kind: 'timestamp' })
    expect(types.objects.get('OperatingSystem')?.fields.productType).toEqual({ kind: 'int' })
  })
})

describe('the facts', () => {
  test.each(facts.flatMap(({ name, takes, gives }) => [...takes, gives].map((text) => [name, text])))(
    '%s: the type %s is known, and written as it is read',
    (_, text) => {
      const type = readType(text, types.objects)
      expect(type && show(type)).toBe(text)
    },
  )

  test('have names of their own', () => {
    const environment = environmentOf(['/servers/*'])
    const names = facts.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => 'builtins' in environment && Object.hasOwn(environment.builtins, name))).toEqual([])
  })
})

test.each(await ruleFiles())('what %s looks at is in the inventory', (file) => {
  const { value } = parseYaml(readFileSync(file, 'utf8'))
  const pointers = [(value as { readonly for: string | readonly string[] }).for].flat()
  expect(environmentOf(pointers)).not.toHaveProperty('problem')
})
