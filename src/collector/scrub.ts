/** A message without what may be a secret: where an error quotes a connection string, nothing is kept from the first user or password on. */
export function scrubbed(message: string): string {
  const kept = message.replace(secret, '').trimEnd()
  return kept.length === message.trimEnd().length
    ? message
    : `${kept} (the rest was left out, since it may hold a secret)`
}

const secret = /[;,"'{(\s]*\b(?:pwd|password|uid|user id|access ?token)\s*[=:][\s\S]*$/i
