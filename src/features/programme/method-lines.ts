import { type Document, isMap, isPair, LineCounter, parseDocument } from 'yaml'
import type { Wrong } from './method-fault.ts'

type Path = readonly PropertyKey[]
type Ranged = { readonly range?: readonly [number, ...number[]] } | undefined

/** A YAML text whose values are known with their lines. */
export type Lined = {
  readonly value: unknown
  /** From 1; what is missing stands where its parent does. */
  readonly lineOf: (path: Path) => number
  /** Where it is no YAML. */
  readonly broken: readonly Wrong[]
}

/** Where in the text the thing at `path` begins. */
function offsetOf(document: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = document.getIn(path.slice(0, depth - 1), true)
    const pair = isMap(parent) && parent.items.find(item => String(item.key) === path[depth - 1])
    if (isPair(pair)) return (pair.key as Ranged)?.range?.[0] ?? 0
    const node = document.getIn(path.slice(0, depth), true) as Ranged
    if (node?.range) return node.range[0]
  }
  return 0
}

export function readLines(text: string): Lined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const broken = document.errors.map(({ linePos, message }) => ({
    line: linePos?.[0].line ?? 1,
    path: '',
    what: (message.split(' at line')[0] ?? message).trim(),
    example: '',
  }))
  return {
    value: broken.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 }),
    lineOf: path => Math.max(lines.linePos(offsetOf(document, path)).line, 1),
    broken,
  }
}
