/** The sentences, steps and list entries of the article's Markdown as plain text, without headings, in their order. */
export function sentencesOf(article: string): readonly string[] {
  return article
    .replace(/^---[\s\S]*?^---$/m, '')
    .replace(/^#.*$/gm, '')
    .replace(/^\s*>?\s*\[!\w+\].*$/gm, '')
    .replace(/\[!INCLUDE\[(\w+)\]\([^)]*\)\]/g, (_, name: string) => products[name] ?? name)
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^)]*\))*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\\(\W)/g, '$1')
    .split('\n')
    .map((line) => line.replace(/^[\s>]*(?:-|\d+\.)?\s+/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => line.split(/(?<=\.)\s+(?=[A-Z])/))
}

const products: Readonly<Record<string, string>> = {
  win8_server_2: 'Windows Server 2012',
  winblue_server_2: 'Windows Server 2012 R2',
}
