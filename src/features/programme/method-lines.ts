import { type Document, isMap, isPair, LineCounter, parseDocument, visit } from 'yaml'
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

/**
 * `at: * 6 * * 1` is no text to YAML, but the name of another place, which is nowhere. Each such line says so once, in
 * place of what YAML makes of it. A rule's `at` begins with one minute, never with all of them.
 */
function starLines(text: string, document: Document, lines: LineCounter): Wrong[] {
  const found = new Set<number>()
  const note = (offset = 0) => found.add(lines.linePos(offset).line)
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) === undefined) note(node.range?.[0])
    },
  })
  return [...found].map(line => {
    const [, key = 'at', value = ''] =
      /([\w.-]+): *(\*[^,}\]#]*)/.exec(text.split('\n')[line - 1] ?? '') ?? []
    const quoted = JSON.stringify(key === 'at' ? value.trim().replace(/^\* /, '0 ') : value.trim())
    const example = value === '' ? '' : `${key}: ${quoted}`
    return { line, path: '', what: 'a text that begins with * stands in quotes', example }
  })
}

export function readLines(text: string): Lined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const starred = starLines(text, document, lines)
  const broken = document.errors
    .map(({ linePos, message }) => ({
      line: linePos?.[0].line ?? 1,
      path: '',
      what: (message.split(' at line')[0] ?? message).trim(),
      example: '',
    }))
    .filter(({ line }) => !starred.some(wrong => wrong.line === line))
    .concat(starred)
    .sort((one, other) => one.line - other.line)
  return {
    value: broken.length > 0 ? undefined : document.toJS({ maxAliasCount: 50 }),
    lineOf: path => Math.max(lines.linePos(offsetOf(document, path)).line, 1),
    broken,
  }
}
