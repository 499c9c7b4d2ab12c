import type { Value } from '../clixml/value.ts'
import { count, filledText } from '../read/fields.ts'

/** The languages that Windows Server is sold in, by their numbers (MS-LCID, "LCID Structure"). */
const tags: Readonly<Record<number, string>> = {
  1028: 'zh-TW',
  1029: 'cs-CZ',
  1031: 'de-DE',
  1033: 'en-US',
  1036: 'fr-FR',
  1038: 'hu-HU',
  1040: 'it-IT',
  1041: 'ja-JP',
  1042: 'ko-KR',
  1043: 'nl-NL',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1049: 'ru-RU',
  1053: 'sv-SE',
  1055: 'tr-TR',
  2052: 'zh-CN',
  2057: 'en-GB',
  2070: 'pt-PT',
  3076: 'zh-HK',
  3082: 'es-ES',
}

/** Gives the tag of a system language, from its number or as it is told. */
export function languageTag(lcid: Value | undefined, told: Value | undefined): string | undefined {
  const tag = filledText(told)
  if (tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return tag
  const number = count(lcid)
  return number === undefined ? undefined : tags[number]
}
