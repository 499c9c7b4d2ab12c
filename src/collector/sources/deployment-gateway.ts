import { field, filledText, flag, word } from '../read/fields.ts'
import { onlyRow } from '../read/rows.ts'
import { are } from '../statement.ts'
import type { Source } from './source.ts'

/** The gateway that the deployment hands to clients. */
export const deploymentGateway: Source = {
  name: 'Get-RDDeploymentGatewayConfiguration',
  about: 'deployment',
  types: [
    'Microsoft.RemoteDesktopServices.Management.GatewaySettings',
    'Microsoft.RemoteDesktopServices.Management.CustomGatewaySettings',
  ],
  properties: ['GatewayMode'],
  neverEmpty: 'a deployment always has this setting',
  read: (answer) =>
    onlyRow(answer, 'GatewayMode', (row) =>
      are(['deployment', 'gateway'], {
        mode: word(field(row, 'GatewayMode'), ['Automatic', 'Custom', 'DoNotUse'], {
          0: 'DoNotUse',
          2: 'Custom',
          3: 'Automatic',
        }),
        externalFqdn: filledText(field(row, 'GatewayExternalFqdn')),
        logonMethod: word(field(row, 'LogonMethod'), ['Password', 'Smartcard', 'AllowUserToSelectDuringConnection'], {
          0: 'Password',
          1: 'Smartcard',
          4: 'AllowUserToSelectDuringConnection',
        }),
        useCachedCredentials: flag(field(row, 'UseCachedCredentials')),
        bypassLocal: flag(field(row, 'BypassLocal')),
      }),
    ),
}
