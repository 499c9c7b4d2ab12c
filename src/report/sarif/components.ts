import type { Report, RuleDescriptor } from '../../model/report.ts'
import { packOf } from '../../model/rule-pack.ts'
import { messageText } from './message.ts'

/** Which descriptor a result or a remark is about: where it stands among those of its component. */
interface RuleReference {
  readonly id: string
  readonly index: number
  /** Present where the rule belongs to a pack: the place of the pack among the extensions. */
  readonly toolComponent?: { readonly index: number }
}

/** Gives the descriptors of a run by component: the tool's own rules, and an extension for each pack (SARIF 2.1.0 §3.18.3). */
export function components({ rules, packs = [] }: Report, describe: (rule: RuleDescriptor) => object) {
  const isPack = (name: string | undefined) => packs.some((pack) => pack.name === name)
  const ownerOf = (id: string) => (isPack(packOf(id)) ? packOf(id) : undefined)
  const ofPack = (name: string | undefined) => rules.filter(({ id }) => ownerOf(id) === name)
  const references = [undefined, ...packs.map(({ name }) => name)].flatMap((name, component) =>
    ofPack(name).map(({ id }, index): RuleReference => {
      return { id, index, ...(component > 0 ? { toolComponent: { index: component - 1 } } : {}) }
    }),
  )
  const byId = new Map(references.map((reference) => [reference.id, reference]))
  return {
    rules: ofPack(undefined).map(describe),
    ...(packs.length > 0
      ? {
          extensions: packs.map(({ name, version }) => ({
            name: messageText(name),
            version: messageText(version),
            rules: ofPack(name).map(describe),
          })),
        }
      : {}),
    referenceTo: (id: string) => byId.get(id),
  }
}

/** Gives the properties by which a result names its rule: `ruleIndex` speaks of the tool's own rules only, and beside `rule` the validator wants no `ruleId` (§3.27.5 to §3.27.7, SARIF2004). */
export function namedRule(id: string, reference: RuleReference | undefined): object {
  if (reference?.toolComponent === undefined) return { ruleId: id, ruleIndex: reference?.index ?? -1 }
  return { rule: reference }
}
