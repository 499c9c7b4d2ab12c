import { type Circumstances, createEstate, type Estate } from '../../src/inventory/estate.ts'
import type { Inventory, Server } from '../../src/inventory/inventory.ts'
import { Timestamp } from '../../src/model/instant.ts'

/** Gives an estate of these facts: before a migration to Windows Server 2012 R2, unless `changes` say otherwise. */
export function anEstate(inventory: Partial<Inventory>, changes: Partial<Circumstances> = {}): Estate {
  const circumstances: Circumstances = {
    target: '2012R2',
    method: 'migrate',
    phase: 'before',
    today: new Timestamp(0n),
    ...changes,
  }
  return createEstate({ schemaVersion: 1, ...inventory }, circumstances)
}

/** Gives a session host that runs a version of Windows, such as 6.2.9200. */
export function aHost(name: string, version: string, changes: Partial<Server> = {}): Server {
  return { name, roles: ['RDS-RD-SERVER'], operatingSystem: { version, productType: 3 }, ...changes }
}
