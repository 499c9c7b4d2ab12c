/** Whether all of it is so: one no decides, or else one that cannot be told (undefined) leaves it open. */
export function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true
}

/** Whether any of it is so: one yes decides, or else one that cannot be told (undefined) leaves it open. */
export function any(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}
