/** Gives each thing of a page an id of its own: the name where it is a plain word nobody took, else the name's plain letters and a number. */
export type Anchors = (name: string) => string

/** Starts with no ids given away. */
export function anchors(): Anchors {
  const taken = new Set<string>()
  return (name) => {
    const plain = name
      .slice(0, 80)
      .replace(/[^\w-]+/g, '-')
      .replace(/^[^a-z]+/i, '')
    let id = plain || 'part'
    for (let number = 2; taken.has(id); number++) id = `${plain || 'part'}-${number}`
    taken.add(id)
    return id
  }
}
