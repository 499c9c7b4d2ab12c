import type { Builtins } from './builtin.ts'
import { conversions } from './conversions.ts'
import { operators } from './operators.ts'
import { texts } from './texts.ts'

/** The functions of the language that every rule may call. `matches` stands apart, since its engine is large and few rules need it. */
export const builtins: Builtins = { ...operators, ...texts, ...conversions }
