import type { DiagnosticCode } from '../../model/diagnostic.ts'

/** Why a CLIXML text cannot be read, with the offset of the place. */
export interface ClixmlProblem {
  readonly code: DiagnosticCode
  /** One sentence: what is wrong; what to do. */
  readonly message: string
  readonly at: number
}

/** What the reader throws inside its own folder; `readClixml` turns it into a diagnostic. */
export class Unreadable extends Error {
  readonly problem: ClixmlProblem

  constructor(problem: ClixmlProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** Ends the reading of a text: something at this offset is no CLIXML. */
export function refuse(at: number, message: string, code: DiagnosticCode = 'clixml'): never {
  throw new Unreadable({ code, message, at })
}

/** What is said to do about damaged files. */
export const again = 'export it again'
