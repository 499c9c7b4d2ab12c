const escaped = /_x([\da-f]{4})_/gi

/** Decodes the `_xHHHH_` of CLIXML, one UTF-16 unit each, once and from left to right (MS-PSRP 2.2.5.3.2). */
export function unescaped(text: string): string {
  if (!text.includes('_x') && !text.includes('_X')) return text
  return text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
