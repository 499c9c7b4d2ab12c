/**
 * A message of one line without what may be a secret, as the script leaves it out: nothing from the first user or password of a
 * connection string on, no account, no key. What only looks like one goes too: a message is worth less than a secret.
 */
export function scrubbed(message: string): string {
  const line = start(message)
  const kept = line.replace(pairs, '').trimEnd()
  const open = kept.length === line.length ? line : `${kept}${leftOut}`.trimStart()
  const text = shapes.reduce((text, [shape, instead]) => text.replace(shape, instead), open)
  return text.length > longest + dots.length ? text.slice(0, longest) + dots : text
}

// As the script cuts messages. What is looked through is longer, and ends with a whole word: half a key has no form.
const longest = 400
const dots = '...'

function start(message: string): string {
  const line = message.slice(0, 1000).replace(/\s+/g, ' ').trim()
  return message.length > 1000 ? line.replace(/\S*$/, dots) : line
}

const leftOut = ' (the rest was left out, since it may hold a secret)'

const pairs =
  /[;,"'{(\s]*\b(?:\w*(?:pwd|password|passwd|secret|token|key)|uid|user ?id|user ?name|user)["']?\s*[=:][\s\S]*$/i

/** What secrets and accounts look like, and what stands in their place. */
const shapes: readonly (readonly [RegExp, string])[] = [
  // The word for a user in the languages of Windows that write quotes around the name.
  [
    /(?<![\p{L}\p{N}])((?:user|login|account|benutzer|konto|utilisateur|compte|usuario|cuenta)\p{L}*\s+)['"„“«‘].*?(?:['"“”»’](?![\p{L}\p{N}])|$)/giu,
    '$1...',
  ],
  // DOMAIN\name; not a path, a namespace, a key of the registry, or a group that Windows has everywhere.
  [
    /(?<![\\/\p{L}\p{N}_.:$%-])(?!(?:builtin|authority|service|root|system|software)\\)[\p{L}\p{N}_.-]+\\[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+)*(?![\\\p{L}\p{N}])/giu,
    'an account',
  ],
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/giu, 'an account'],
  [/S-1-(?:5-21|12-1)-[\d-]+/gi, 'an account'],
  // Product keys, product ids and ids of licence servers: groups of five.
  [/(?<![\w-])[a-z\d]{5}(?:-[a-z\d]{5}){3,}(?![\w-])/gi, 'a key'],
  // Machine keys; a thumbprint has 40 digits.
  [/(?<!\w)[\da-f]{48,}(?!\w)/gi, 'a key'],
]
