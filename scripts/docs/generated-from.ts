/** The first line of a page that nobody edits by hand. */
export function generatedFrom(source: string): string {
  return `<!-- Generated from ${source} by \`npm run docs\`; do not edit. -->`
}
