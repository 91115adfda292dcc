import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

type Read = (name: string) => Json
type Word = (key: string) => string

/**
 * Include directive: `{ "@part": "title" }` inserts adaptiveCards/parts/title.json; its other properties override
 * those of a part that is a single element.
 */
function isPart(node: Json): node is { readonly '@part': string } {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && '@part' in node
}

function expandPart(node: { readonly '@part': string }, read: Read, word: Word): Json {
  const { '@part': name, ...over } = node
  const part = assemble(read(`parts/${name}`), read, word)
  if (Array.isArray(part)) return part
  return { ...(part as object), ...(assemble(over, read, word) as object) }
}

/** Resolves includes and texts: a text that is wholly `@some.key` becomes the message at that key. */
export function assemble(node: Json, read: Read, word: Word): Json {
  if (typeof node === 'string') return /^@[a-z][\w.-]+$/i.test(node) ? word(node.slice(1)) : node
  if (typeof node !== 'object' || node === null) return node
  if (isPart(node)) return expandPart(node, read, word)
  if (Array.isArray(node)) {
    return node.flatMap(child => {
      const made = assemble(child, read, word)
      return isPart(child) && Array.isArray(made) ? made : [made]
    })
  }
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, assemble(child, read, word)]))
}

/** Reads `<folder>/<name>.json`. @throws Error when there is none, or when it is not JSON. */
export function readTemplate(folder: string, name: string): Json {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Json
}
