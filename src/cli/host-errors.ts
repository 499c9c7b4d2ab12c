const reading: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  ENOTDIR: 'there is no such file, for a part of the path is no folder; check the path',
  EISDIR: 'this is a folder; name the inventory file in it',
  EACCES: 'the file may not be read; check its permissions',
  EPERM: 'the file may not be read; check its permissions',
  EBUSY: 'the file is in use by another program; close that program and run again',
  ELOOP: 'the links of the path lead in a circle; check the path',
  ENAMETOOLONG: 'the path is too long; check it',
  EDEVICE: 'this is a device, not a file; name an inventory file, or - for standard input',
  EFBIG: 'the file is larger than 512 MB; check that it is an inventory',
}

const writing: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the device; free some and run again',
  EDQUOT: 'the disk quota is used up; free some space and run again',
  EFBIG: 'the file would grow beyond the limit set for it; raise the limit or write elsewhere',
  ENOENT: 'its folder does not exist; create the folder first',
  ENOTDIR: 'a part of the path is no folder; check the path',
  EISDIR: 'this is a folder; name a file in it',
  EACCES: 'writing there is not permitted; check the permissions of the folder',
  EPERM: 'writing there is not permitted; check the permissions of the folder',
  EROFS: 'the file system is read-only; write elsewhere',
  EBUSY: 'the file is in use by another program; close that program and run again',
  ENAMETOOLONG: 'the path is too long; choose a shorter one',
}

/** Says why a file could not be read and what to do; undefined where the error is none of the host's. */
export function whyUnreadable(error: unknown): string | undefined {
  return sentence(error, reading, 'the file cannot be read')
}

/** Says why a result could not be written and what to do; undefined where the error is none of the host's. */
export function whyUnwritten(error: unknown): string | undefined {
  return sentence(error, writing, 'it cannot be written')
}

/** Gives the code that Node or the host put on an error; undefined for every other error. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  // Node's own faults (`ERR_…`) are bugs of ours, the system's codes are states of the world.
  return typeof code === 'string' && /^E(?!RR_)[A-Z0-9]+$/.test(code) ? code : undefined
}

function sentence(error: unknown, table: Readonly<Record<string, string>>, fallback: string): string | undefined {
  const code = errorCode(error)
  if (code === undefined) return undefined
  return Object.hasOwn(table, code) ? table[code] : `${fallback} (${code}); check the path and the device`
}
