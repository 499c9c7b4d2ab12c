/** An inventory that knows everything the collector asks for, so that a run on its stand-ins is complete. */
export function aFarm(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    schemaVersion: 1,
    collection: { collectedOn: 'RDCB01.contoso.example', elevated: true },
    servers: [
      aServer('RDCB01', ['RDS-CONNECTION-BROKER', 'RDS-LICENSING'], {
        licenseServer: {
          activated: true,
          keyPacks: [
            {
              id: 3,
              productVersionId: 5,
              productVersion: 'Windows Server 2016',
              licenseType: 'perUser',
              keyPackType: 2,
              total: 200,
              issued: 140,
            },
          ],
        },
      }),
      aServer('RDSH01', ['RDS-RD-SERVER']),
      aServer('RDSH02', ['RDS-RD-SERVER']),
      aServer('RDWEB01', ['RDS-WEB-ACCESS', 'RDS-GATEWAY'], {
        gateway: {
          farmMembers: ['RDWEB01.contoso.example', 'RDWEB02.contoso.example'],
          networkAccessProtection: false,
          authorizationPolicies: [
            {
              name: 'All users',
              kind: 'connection',
              enabled: true,
              userGroups: ['CONTOSO\\Domain Users', 'BUILTIN\\Users'],
            },
            {
              name: 'All hosts',
              kind: 'resource',
              enabled: true,
              userGroups: ['CONTOSO\\Domain Users'],
              computerGroup: 'CONTOSO\\RD Hosts',
            },
          ],
        },
        webAccess: { machineKeyHash: 'a pair of keys', customized: false, upgradedBefore: true, installedMarker: true },
      }),
      aServer('RDVH01', ['RDS-VIRTUALIZATION'], {
        virtualMachine: false,
        virtualizationHost: {
          liveMigrationAuthentication: 'Kerberos',
          virtualMachines: [
            { name: 'VDI-1', state: 'Running', configurationVersion: '8.0', remoteFxAdapter: true },
            { name: 'VDI-2', state: 'Off', configurationVersion: '8.0', remoteFxAdapter: false },
          ],
        },
      }),
    ],
    deployment: aDeployment(),
    ...changes,
  }
}

/** A server of the farm of which everything is known that any server has. */
export function aServer(name: string, roles: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  return {
    name: `${name}.contoso.example`,
    roles,
    installedFeatures: ['Remote-Desktop-Services', ...roles.map((role) => featureOf[role] ?? role)],
    operatingSystem: {
      version: '10.0.14393',
      productType: 3,
      sku: 7,
      installationType: 'Server',
      language: 'de-DE',
      caption: 'Microsoft Windows Server 2016 Standard',
    },
    domain: 'contoso.example',
    virtualMachine: true,
    odbcDrivers: ['SQL Server', 'ODBC Driver 17 for SQL Server'],
    certificates: [
      {
        thumbprint: '0123456789012345678901234567890123456789',
        subject: 'CN=rds.contoso.example',
        dnsNames: ['rds.contoso.example'],
        notBefore: '2025-03-01T00:00:00Z',
        notAfter: '2027-03-01T00:00:00Z',
        hasPrivateKey: true,
        privateKeyExportable: true,
        enhancedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
      },
    ],
    ...more,
  }
}

/** The deployment of the farm. */
export function aDeployment(changes: Readonly<Record<string, unknown>> = {}) {
  return {
    activeManagementServer: 'RDCB01.contoso.example',
    highAvailability: {
      connectionBrokers: ['RDCB01.contoso.example'],
      activeManagementServer: 'RDCB01.contoso.example',
      clientAccessName: 'rds.contoso.example',
      database: {
        driver: 'ODBC Driver 17 for SQL Server',
        server: 'sql.database.example',
        name: 'rdcb',
        authentication: 'sql',
        filePath: null,
        secondary: true,
      },
    },
    sessionCollections: [
      aCollection('Sales'),
      aCollection('Office', { sessionHosts: [], profileDisks: { enabled: false } }),
    ],
    virtualDesktopCollections: [
      {
        name: 'Pool',
        type: 'PooledManaged',
        virtualDesktops: [{ name: 'VDI-1', host: 'RDVH01.contoso.example', state: 'Running' }],
        profileDisks: { enabled: false },
        userGroups: ['CONTOSO\\VDI Users'],
      },
    ],
    gateway: {
      mode: 'Custom',
      externalFqdn: 'remote.contoso.example',
      logonMethod: 'Password',
      useCachedCredentials: true,
      bypassLocal: true,
    },
    licensing: { mode: 'PerUser', servers: ['RDCB01.contoso.example'] },
    certificates: [
      {
        role: 'RDRedirector',
        level: 'Trusted',
        thumbprint: '0123456789012345678901234567890123456789',
        subject: 'CN=rds.contoso.example',
        subjectAlternateNames: ['rds.contoso.example'],
        issuedTo: 'rds.contoso.example',
        issuedBy: 'Contoso Issuing CA',
        expiresOn: '2027-03-02T12:30:00Z',
      },
    ],
    ...changes,
  }
}

/** A session collection of the farm. */
export function aCollection(name: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    name,
    type: 'pooled',
    sessionHosts: [
      { server: 'RDSH01.contoso.example', newConnectionAllowed: 'Yes', sessions: { active: 2, disconnected: 1 } },
      {
        server: 'RDSH02.contoso.example',
        newConnectionAllowed: 'NotUntilReboot',
        sessions: { active: 0, disconnected: 0 },
      },
    ],
    profileDisks: {
      enabled: true,
      location: `\\\\FS01\\upd$\\${name.toLowerCase()}`,
      maxSizeGB: 20,
      templatePresent: true,
      diskCount: 2,
    },
    remoteApps: [{ alias: 'winword', displayName: 'Word', path: 'C:\\Program Files\\Office\\winword.exe' }],
    userGroups: ['CONTOSO\\Domain Users'],
    ...changes,
  }
}

const featureOf: Readonly<Record<string, string>> = {
  'RDS-CONNECTION-BROKER': 'RDS-Connection-Broker',
  'RDS-LICENSING': 'RDS-Licensing',
  'RDS-RD-SERVER': 'RDS-RD-Server',
  'RDS-WEB-ACCESS': 'RDS-Web-Access',
  'RDS-GATEWAY': 'RDS-Gateway',
  'RDS-VIRTUALIZATION': 'RDS-Virtualization',
}
