import { show } from '../model/show.ts'
import type { Problem } from './schema-problems.ts'

/** Gives the folders that a configuration names for packs, each once, as far as they are well formed. */
export function foldersOf(value: unknown): readonly string[] {
  return [...new Set(writtenFolders(value).filter((folder) => folder !== '' && problemOf(folder) === undefined))]
}

/** Says what is wrong with the folders: they lie beside the file, so that reading it asks no other machine for anything. */
export function packProblems(value: unknown): readonly Problem[] {
  const folders = writtenFolders(value)
  return folders.flatMap((folder, index) => {
    const message = folders.indexOf(folder) < index ? `${show(folder)} stands twice; remove one` : problemOf(folder)
    return message === undefined ? [] : [{ pointer: `/rulePacks/${index}`, message }]
  })
}

function writtenFolders(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('rulePacks' in value)) return []
  return Array.isArray(value.rulePacks) ? value.rulePacks.filter((one: unknown) => typeof one === 'string') : []
}

function problemOf(folder: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(folder))
    return `${show(folder)} is an address, and nothing is fetched; put the pack into a folder and name that`
  // A path that begins with two slashes asks another machine, with the account of whoever runs this.
  if (/^[\\/~]|^[a-z]:/i.test(folder) || /\p{Cc}/u.test(folder))
    return `${show(folder)} is no path relative to this file; write it like ./our-rules`
  return undefined
}
