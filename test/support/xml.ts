import { readFileSync } from 'node:fs'
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'

/** An element with its attributes, its text and the elements in it. */
export interface XmlTree {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Of the element and all that is in it. */
  readonly text: string
  readonly children: readonly XmlTree[]
}

/** Parses XML as libxml2 does, which refuses what XML 1.0 does not allow; throws where the text or, with a schema, its content is wrong. */
export function xmlTree(text: string, schema?: string): XmlTree {
  const document = XmlDocument.fromString(text)
  try {
    if (schema !== undefined) validate(document, schema)
    return treeOf(document.root)
  } finally {
    document.dispose()
  }
}

/** Gives all elements of a name, in the order of the text. */
export function elements(tree: XmlTree, name: string): readonly XmlTree[] {
  return tree.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)])
}

function validate(document: XmlDocument, schema: string): void {
  const xsd = XmlDocument.fromBuffer(readFileSync(schema))
  const validator = XsdValidator.fromDoc(xsd)
  try {
    validator.validate(document)
  } finally {
    validator.dispose()
    xsd.dispose()
  }
}

function treeOf(element: XmlElement): XmlTree {
  const children: XmlTree[] = []
  for (let node = element.firstChild; node !== null; node = node.next)
    if (node instanceof XmlElement) children.push(treeOf(node))
  const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
  return { name: element.name, attributes, text: element.content, children }
}
