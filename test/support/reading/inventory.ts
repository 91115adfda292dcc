import { readFileSync } from 'node:fs'

/** One row of `docs/donnees.md`: what its cells say of a column. */
export type Entry = {
  /** `table.column`. */
  readonly column: string
  readonly data: string
  readonly why: string
  readonly kept: string
  readonly seenBy: readonly string[]
}

export type Inventory = {
  readonly entries: readonly Entry[]
  /** The words that the document explains, for each of its three closed columns. */
  readonly words: Readonly<Record<'data' | 'kept' | 'seenBy', readonly string[]>>
  /** What is said of each of them. */
  readonly meaning: ReadonlyMap<string, string>
}

const page = new URL('../../../docs/donnees.md', import.meta.url)

function entryOf(table: string, line: string): Entry {
  const [name = '', data = '', why = '', kept = '', seenBy = ''] = line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim())
  return { column: `${table}.${name.replaceAll('`', '')}`, data, why, kept, seenBy: seenBy.split(' · ') }
}

/** Reads the inventory as it is published. */
export function readInventory(text = readFileSync(page, 'utf8')): Inventory {
  const [legend = '', list = ''] = (text.split('\n## Comment lire')[1] ?? '').split('\n## Inventaire\n')
  const lists = legend
    .split(/\n(?=[^-\s].*\u00a0:\n)/)
    .slice(1)
    .map(part => [...part.matchAll(/^- `([^`]+)`\u00a0:((?:.|\n {2})+)/gm)])
  const [data = [], kept = [], seenBy = []] = lists.map(words => words.map(([, word = '']) => word))
  const entries = list.split(/\n### /).flatMap(section => {
    const table = /^`(\w+)`/.exec(section)?.[1] ?? ''
    return [...section.matchAll(/^\| `.*$/gm)].map(([line]) => entryOf(table, line))
  })
  const meaning = new Map(lists.flat().map(([, word = '', said = '']) => [word, said]))
  return { entries, words: { data, kept, seenBy }, meaning }
}
