import type { Arguments } from '../operation.ts'
import { shortNames } from './names.ts'
import type { StepWords, Wording } from './wording.ts'

const listSet = (broker: string) =>
  `Get-RDConnectionBrokerHighAvailability ${broker} | Select-Object -ExpandProperty ConnectionBroker`

/** Words of the operations on brokers. */
export const brokerWords: {
  readonly [Name in 'removeBrokers' | 'addBroker' | 'setActiveBroker']: StepWords<Arguments[Name]>
} = {
  removeBrokers: {
    title: ({ brokers }, wording) => `Take ${shortNames(brokers, wording)} out of the broker high availability set`,
    subjects: ({ brokers }) => brokers,
    commands: ({ brokers }, { arg, broker }) =>
      brokers.map(
        (one) => `Remove-RDServer -Server ${arg(one, 'broker')} -Role RDS-CONNECTION-BROKER ${broker} -Force`,
      ),
    verify: (_, { broker }) => [listSet(broker)],
    rules: ['broker-ha-surplus-brokers'],
  },
  addBroker: {
    title: ({ broker }, { short }) => `Add ${short(broker)} to the broker high availability set`,
    subjects: ({ broker }) => [broker],
    commands: ({ broker: joining }, { arg, broker }) => [
      `Add-RDServer -Server ${arg(joining, 'broker')} -Role RDS-CONNECTION-BROKER ${broker}`,
    ],
    verify: (_, { broker }) => [listSet(broker)],
    rules: ['broker-not-added-again', 'broker-ha-mixed-releases'],
  },
  setActiveBroker: {
    title: ({ broker }, { short }) => `Make ${short(broker)} the active management server`,
    subjects: ({ broker }) => [broker],
    commands: ({ broker }, { arg }) => [`Set-RDActiveManagementServer -ManagementServer ${arg(broker, 'broker')}`],
    verify: ({ broker }, { arg }: Wording) => [
      `Get-RDConnectionBrokerHighAvailability -ConnectionBroker ${arg(broker, 'broker')} | Select-Object -Property ActiveManagementServer, ConnectionBroker`,
    ],
    rules: ['broker-kept-is-not-active'],
  },
}
