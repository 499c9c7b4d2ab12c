import { expect, test } from 'vitest'
import { desktopHosts } from '../../../src/inventory/facts/desktops.ts'
import type { VirtualDesktop } from '../../../src/inventory/inventory.ts'
import { incomplete, restOf } from '../../../src/model/incomplete-list.ts'
import { Unknown, unknown } from '../../../src/model/unknown.ts'
import { anEstate } from '../../support/estate.ts'

const estate = anEstate({ servers: [{ name: 'RDVH01.contoso.example' }, { name: 'RDVH02.contoso.example' }] })
const desktop = (name: string, host: string): VirtualDesktop => ({ name, host })

test('names each host once, whichever way it is spelled', () => {
  const virtualDesktops = [
    desktop('VDI-01', 'RDVH01'),
    desktop('VDI-02', 'rdvh01.contoso.example'),
    desktop('VDI-03', 'RDVH02'),
    desktop('VDI-04', 'RDVH09'),
  ]
  expect(desktopHosts(estate, { name: 'Pool', virtualDesktops })).toEqual([
    'RDVH01.contoso.example',
    'RDVH02.contoso.example',
    'RDVH09',
  ])
})

test('is known in part where a host or the rest of the desktops is not told', () => {
  const [rest, untold] = [{ holder: {} }, { name: 'VDI-02' }]
  const hosts = desktopHosts(estate, {
    name: 'Pool',
    virtualDesktops: incomplete([desktop('VDI-01', 'RDVH01'), untold], [rest]),
  })
  expect(hosts).toEqual(['RDVH01.contoso.example'])
  expect(restOf(hosts as readonly string[])).toEqual([rest, { holder: untold, key: 'host' }])
})

test('is unknown where no desktops are told', () => {
  expect(desktopHosts(estate, { name: 'Pool' })).toEqual(unknown({ name: 'Pool' }, 'virtualDesktops'))
})

test('is unknown where a short name may denote either of two hosts', () => {
  const hosts = ['RDVH09', 'RDVH09.contoso.example', 'RDVH09.fabrikam.example']
  const virtualDesktops = hosts.map((host) => desktop(`VDI of ${host}`, host))
  expect(desktopHosts(estate, { name: 'Pool', virtualDesktops })).toBeInstanceOf(Unknown)
})
