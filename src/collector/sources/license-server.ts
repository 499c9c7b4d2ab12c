import type { Value } from '../clixml/value.ts'
import { count, field, filledText, flag } from '../read/fields.ts'
import { objectsOf, onlyRow, rows } from '../read/rows.ts'
import { told } from '../read/told.ts'
import { is, type Json } from '../statement.ts'
import { ofServers } from './of-servers.ts'
import type { Source } from './source.ts'

/** Whether the licensing role of a server is activated. The class's identifiers and contact data are not read. */
export const licenseServer: Source = {
  name: 'Win32_TSLicenseServer',
  about: 'server',
  types: ['Win32_TSLicenseServer'],
  properties: ['ActivationStatus'],
  neverEmpty: 'the class has one object on every licence server',
  read: (answer) =>
    ofServers(answer, (part, path) =>
      onlyRow(part, 'ActivationStatus', (row) => [
        ...is([...path, 'licenseServer'], {}),
        ...is([...path, 'licenseServer', 'activated'], activated(row)),
      ]),
    ),
}

/** The key packs of a licence server. */
export const keyPacks: Source = {
  name: 'Win32_TSLicenseKeyPack',
  about: 'server',
  types: ['Win32_TSLicenseKeyPack'],
  properties: ['KeyPackId', 'KeyPackType', 'TotalLicenses'],
  read: (answer) =>
    ofServers(answer, (part, path) => [
      ...rows(part, 'KeyPackId', () => []),
      ...is([...path, 'licenseServer', 'keyPacks'], objectsOf(part.values).map(packOf).sort(byId)),
    ]),
}

// GetActivationStatus of Win32_TSLicenseServer: 0 activated, 1 not activated, 2 an error (exports, section 2.3).
function activated(row: Value): boolean | undefined {
  const said = flag(field(row, 'Activated'))
  const status = count(field(row, 'ActivationStatus'))
  return said ?? (status === 0 ? true : status === 1 ? false : undefined)
}

function packOf(row: Value): Readonly<Record<string, Json>> {
  return told({
    id: count(field(row, 'KeyPackId')),
    productVersionId: count(field(row, 'ProductVersionID')),
    productVersion: filledText(field(row, 'ProductVersion')),
    licenseType: licenseType(row),
    keyPackType: count(field(row, 'KeyPackType')),
    total: count(field(row, 'TotalLicenses')),
    issued: count(field(row, 'IssuedLicenses')),
  })
}

// ProductType: 0 per device, 1 per user; of others the class says only that they are not valid (exports, section 2.3).
function licenseType(row: Value): Json | undefined {
  const type = count(field(row, 'ProductType'))
  return type === undefined ? undefined : type === 1 ? 'perUser' : type === 0 ? 'perDevice' : 'other'
}

function byId(one: Readonly<Record<string, Json>>, other: Readonly<Record<string, Json>>): number {
  return Number(one.id ?? 0) - Number(other.id ?? 0) || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)
}
