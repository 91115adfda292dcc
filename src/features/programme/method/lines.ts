import { type Document, isAlias, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { type WrongSaid, wrong } from '../../../kernel/errors/method-faults.ts'
import type { Wrong } from './fault.ts'

type Path = readonly PropertyKey[]
/** A fault with its position in a text. */
type Placed = Wrong & { readonly column: number }
type Ranged = { readonly range?: readonly [number, ...number[]] } | undefined

/** A YAML document with line numbers of its values. */
export type Lined = {
  readonly value: unknown
  /** From 1; of a missing value, its parent's line. */
  readonly lineOf: (path: Path) => number
  readonly columnOf: (path: Path) => number
  /** Syntax faults. */
  readonly broken: readonly Wrong[]
}

/** Offset of the value at `path`. */
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
 * In `at: * 6 * * 1` YAML takes `*` for an alias. Each such line gets one fault, instead of YAML's own. A rule's `at`
 * begins with a single minute, never with a star.
 */
function starLines(text: string, document: Document, lines: LineCounter): Wrong[] {
  const found = new Set<number>()
  const note = (offset = 0) => found.add(lines.linePos(offset).line)
  visit(document, {
    Alias: (_, node) => {
      if (node.resolve(document) === undefined) note(node.range?.[0])
    },
  })
  const written = text.split('\n')
  return [...found].map(line => {
    const [, key = 'at', value = ''] =
      /(?<![\w.-])([\w.-]+): *(\*[^,}\]#]*)/.exec(written[line - 1] ?? '') ?? []
    const quoted = JSON.stringify(key === 'at' ? value.trim().replace(/^\* /, '0 ') : value.trim())
    const example = value === '' ? '' : `${key}: ${quoted}`
    return { line, path: '', ...wrong('yaml-star'), example }
  })
}

/** Limit of aliases: a method file has none, or a few. */
const ALIASES = 50
const DEPTH = 100
/** Limit of faults: more than anybody corrects at once. */
const ERRORS = 100
/** Limit of keys in a map: exceeds the catalogue. */
const KEYS = 8_000

/** Detects alias bombs before they are expanded: a few kilobytes would keep the server busy for minutes. */
function bombIn(text: string): WrongSaid | undefined {
  let depth = 0
  for (const letter of text) {
    if (letter === '[' || letter === '{') depth++
    if (letter === ']' || letter === '}') depth--
    if (depth > DEPTH) return wrong('yaml-deep', { bound: String(DEPTH) })
  }
  return undefined
}

function tooManyAliases(document: Document): WrongSaid | undefined {
  let count = 0
  visit(document, (_, node) => (isAlias(node) && ++count > ALIASES ? visit.BREAK : undefined))
  return count > ALIASES ? wrong('yaml-references', { bound: String(ALIASES) }) : undefined
}

/** Duplicate keys of maps. The library's own check is quadratic. */
function repeatedIn(document: Document, lines: LineCounter): Placed[] | 'too many' {
  const repeated: Placed[] = []
  let most = 0
  visit(document, {
    Map: (_, { items }) => {
      most = Math.max(most, items.length)
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (isScalar(key) && seen.has(key.value)) {
          const { line, col: column } = lines.linePos(key.range?.[0] ?? 0)
          const said = wrong('yaml-twice', { key: String(key.value) })
          repeated.push({ line, column, path: '', ...said, example: '' })
        }
        if (isScalar(key)) seen.add(key.value)
      }
    },
  })
  return most > KEYS ? 'too many' : repeated
}

const refused = (said: WrongSaid): Lined => ({
  value: undefined,
  lineOf: () => 0,
  columnOf: () => 0,
  broken: [{ line: 0, path: '', ...said, example: '' }],
})

function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIASES })
  } catch (error) {
    if (error instanceof ReferenceError) return error
    throw error
  }
}

/** A line of quotes makes thousands of faults, and each would record its call stack: most of the time that they take. */
function documentIn(text: string, lineCounter: LineCounter): Document {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    // Pretty errors quote their whole line.
    return parseDocument(text, { lineCounter, uniqueKeys: false, prettyErrors: false })
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

export function readLines(text: string): Lined {
  const bomb = bombIn(text)
  if (bomb !== undefined) return refused(bomb)
  const lines = new LineCounter()
  const document = documentIn(text, lines)
  const repeated = repeatedIn(document, lines)
  if (repeated === 'too many') return refused(wrong('yaml-keys'))
  const aliases = tooManyAliases(document)
  if (aliases !== undefined) return refused(aliases)
  const starred = starLines(text, document, lines)
  const broken = document.errors
    .slice(0, ERRORS)
    .map(({ pos, message }) => {
      const { line, col: column } = lines.linePos(pos[0])
      return { line, column, path: '', ...wrong('yaml', { said: message.trim() }), example: '' }
    })
    .filter(({ line }) => !starred.some(found => found.line === line))
    .concat(
      repeated,
      starred.map(found => ({ column: 1, ...found })),
    )
    .sort((one, other) => one.line - other.line)
  const value = broken.length > 0 ? undefined : plainOf(document)
  if (value instanceof ReferenceError) return refused(wrong('yaml-repeats'))
  return {
    value,
    lineOf: path => Math.max(lines.linePos(offsetOf(document, path)).line, 1),
    columnOf: path => Math.max(lines.linePos(offsetOf(document, path)).col, 1),
    broken,
  }
}
