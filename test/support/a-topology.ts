import type { Topology } from '../../src/model/topology.ts'

/** Gives the topology of a small deployment: a broker, a gateway that is Web Access too, a collection of two hosts, of which one moves. */
export function aTopology(changes: Partial<Topology> = {}): Topology {
  const none = { list: [], isWhole: true }
  return {
    asOf: '2026-11-24',
    collectedOn: '2026-11-20',
    collector: 'Export-RdsInventory 1.0.0',
    isDeployed: true,
    servers: {
      list: [
        { name: 'NWCB01.northwind.example', release: '2012' },
        { name: 'NWGW01.northwind.example', release: '2012' },
        { name: 'RDSH03.northwind.example', release: '2012R2' },
        { name: 'RDSH04.northwind.example' },
        { name: 'RDSH14.northwind.example', isOnlyNamed: true },
      ],
      isWhole: true,
    },
    brokers: { list: [0], isWhole: true },
    activeBroker: 0,
    highAvailability: null,
    webAccess: { list: [1], isWhole: true },
    gateways: { list: [1], isWhole: true },
    licenseServers: { list: [], isWhole: false },
    sessionCollections: { list: [{ name: 'Sales', hosts: { list: [2, 3], isWhole: true } }], isWhole: true },
    virtualDesktopCollections: none,
    certificates: { list: [{ role: 'RDGateway', expires: '2027-01-10' }], isWhole: false },
    moves: [{ source: 3, destination: 4 }],
    ...changes,
  }
}
