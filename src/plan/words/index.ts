import type { Arguments, Operation, OperationName } from '../operation.ts'
import { nameOf } from '../operation.ts'
import { brokerWords } from './brokers.ts'
import { collectionWords } from './collections.ts'
import { licensingWords } from './licensing.ts'
import { profileDiskWords } from './profile-disks.ts'
import { roleServerWords } from './role-servers.ts'
import { sessionHostWords } from './session-hosts.ts'
import { upgradeWords } from './upgrade.ts'
import { virtualDesktopWords } from './virtual-desktops.ts'
import type { StepWords, Wording } from './wording.ts'

const words: { readonly [Name in OperationName]: StepWords<Arguments[Name]> } = {
  ...brokerWords,
  ...upgradeWords,
  ...sessionHostWords,
  ...collectionWords,
  ...profileDiskWords,
  ...virtualDesktopWords,
  ...licensingWords,
  ...roleServerWords,
}

/** A step in words. */
export interface WordedStep {
  readonly title: string
  readonly subjects: readonly string[]
  readonly commands: readonly string[]
  readonly verify: readonly string[]
  readonly interrupts: boolean
  /** The rules whose pages say so, the nearest first. */
  readonly rules: readonly string[]
}

/** Words an operation as a step from one state to the next. */
export function worded(operation: Operation, wording: Wording): WordedStep {
  const name = nameOf(operation)
  // The name says which of the types both are of, which no type can say of a union.
  const { title, subjects, commands, verify, interrupts = false, rules } = words[name] as StepWords<unknown>
  const taken = (operation as Readonly<Record<string, unknown>>)[name]
  return {
    title: title(taken, wording),
    subjects: subjects(taken),
    commands: commands(taken, wording),
    verify: verify(taken, wording),
    interrupts: typeof interrupts === 'boolean' ? interrupts : interrupts(taken, wording),
    rules,
  }
}
