/** What is wrong with an expression, and where in its text. */
export interface Problem {
  readonly message: string
  readonly start: number
  readonly end: number
}
