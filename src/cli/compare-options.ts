import { type ComparisonFormatName, comparisonFormats } from '../report/compare/index.ts'
import { commonOptions, type OptionTable } from './option.ts'
import { colourOption } from './terminal.ts'

// The table names its own keys.
const formatNames = Object.keys(comparisonFormats) as readonly ComparisonFormatName[]

/** The options of `rds-lint compare`. */
export const compareOptions = {
  migration: {
    kind: 'single',
    placeholder: 'FILE',
    help: "the planner's section for an earlier bundle, YAML or JSON: what takes the place of what",
  },
  format: {
    kind: 'value',
    short: 'f',
    placeholder: 'FORMAT',
    choices: formatNames,
    help: `${formatNames.join(', ')}; default pretty`,
  },
  output: {
    kind: 'value',
    short: 'o',
    placeholder: 'FILE',
    help: 'write the comparison to a file instead of standard output',
  },
  quiet: { kind: 'flag', short: 'q', help: 'show the verdict and what is missing only' },
  verbose: { kind: 'flag', help: 'show what is kept too, and all of everything' },
  ...colourOption,
  ...commonOptions,
} as const satisfies OptionTable
