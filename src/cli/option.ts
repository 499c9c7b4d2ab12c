/** An option of a command. */
export type Option = Flag | ValueOption

/** An option that is there or not. */
interface Flag {
  readonly kind: 'flag'
  readonly short?: string
  readonly help: string
}

/** An option that takes a value: the last one counts (`value`), there is one only (`single`), or all of them count (`list`). */
export interface ValueOption {
  readonly kind: 'value' | 'single' | 'list'
  readonly short?: string
  /** What the help calls the value. */
  readonly placeholder: string
  /** The values that are allowed; upper and lower case are the same. */
  readonly choices?: readonly string[]
  /** Says what is wrong with a value and what to do, of several choices only with one that is none; undefined where nothing is. */
  readonly check?: (value: string) => string | undefined
  readonly help: string
}

/** The options of a command by their long names. */
export type OptionTable = Readonly<Record<string, Option>>

/** What the arguments say for each option of a table. */
export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: OptionValue<Table[Name]>
}

type OptionValue<One extends Option> = One extends Flag
  ? true
  : One extends { kind: 'list' }
    ? readonly string[]
    : Choice<One>
type Choice<One> = One extends { choices: readonly (infer Allowed)[] } ? Allowed : string

/** As text for people or for programs: what the commands that tell about rules can write. */
export const formatOption = {
  format: {
    kind: 'value',
    short: 'f',
    placeholder: 'FORMAT',
    choices: ['pretty', 'json'],
    help: 'pretty or json; default pretty',
  },
} as const satisfies OptionTable

/** The options that every command has. */
export const commonOptions = {
  help: { kind: 'flag', short: 'h', help: 'show this help' },
} as const satisfies OptionTable
