import type { SourceFile } from './source.ts'
import { isNode, lineAt, type Node, programOf, within } from './syntax.ts'

type File = Pick<SourceFile, 'path' | 'text'>

/** Stores that one type may bring together. */
const MOST_STORES = 3
/** What compose hands to every feature: a type of named fields, of which none is another feature's. */
const COMMON = ['wiring']
/** Where handlers are joined by their keys. */
const MAPS = ['handlers', 'verbs', 'facts', 'quotes', 'searches', 'links']

const HINT = 'ARCHITECTURE.md, « Rooms »'

const nameOf = (node: unknown): string => (isNode(node) ? String(node.name ?? '') : '')

/** Where functions are put together: compose.ts, and each wire.ts. */
export const putsTogether = (path: string): boolean =>
  /^src\/(?:compose|composition\/features|.*\/wire)\.ts$/.test(path)

const isFunction = ({ type }: Node): boolean =>
  type === 'ArrowFunctionExpression' || type === 'FunctionExpression'

/** Those in objects that are made at once; what a function makes when it is called is its own matter. */
function spreadsIn(program: Node, isShut = isFunction): Node[] {
  return [...within(program, isShut)].flatMap(({ type, properties }) =>
    type === 'ObjectExpression' ? (properties as Node[]).filter(each => each.type === 'SpreadElement') : [],
  )
}

/** Names that stand for an object whose fields are written in the same file. */
function literalNames(program: Node): ReadonlySet<string> {
  const declared = [...within(program)].filter(({ type }) => type === 'VariableDeclarator')
  return new Set(
    declared
      .filter(({ init }) => isNode(init) && init.type === 'ObjectExpression')
      .map(({ id }) => nameOf(id)),
  )
}

/** Spreads that join maps of handlers: each key is a verb, a fact or a command, and says what it is. */
function joinsIn(program: Node): ReadonlySet<Node> {
  const maps = [...within(program)].flatMap(({ type, key, value, id, init }) => {
    const [name, held] = type === 'Property' ? [key, value] : [id, init]
    return MAPS.includes(nameOf(name)) && isNode(held) && held.type === 'ObjectExpression'
      ? (held.properties as Node[])
      : []
  })
  return new Set(maps)
}

const withoutBrackets = (node: unknown): unknown =>
  isNode(node) && node.type === 'ParenthesizedExpression' ? withoutBrackets(node.expression) : node

const isLiteral = (node: unknown): boolean => {
  const held = withoutBrackets(node)
  return isNode(held) && held.type === 'ObjectExpression'
}

/** `...subjects` of named fields, `...(given && { given })`: what is handed on, or is there at times, can be read in the file. */
function isWrittenOut(argument: unknown, literals: ReadonlySet<string>): boolean {
  const node = withoutBrackets(argument)
  if (!isNode(node)) return false
  const reads = (part: unknown) => isLiteral(part) || isWrittenOut(part, literals)
  if (node.type === 'Identifier') return literals.has(nameOf(node))
  if (node.type === 'LogicalExpression') return reads(node.right)
  return node.type === 'ConditionalExpression' && reads(node.consequent) && reads(node.alternate)
}

/** Objects that are handed on whole where features are put together: nobody can look up what a feature gets. */
export function spreadFaults({ path, text }: File): string[] {
  if (!putsTogether(path)) return []
  const program = programOf({ path, text })
  const [literals, joins] = [literalNames(program), joinsIn(program)]
  return spreadsIn(program)
    .filter(spread => !joins.has(spread) && !isWrittenOut(spread.argument, literals))
    .filter(({ argument }) => !COMMON.includes(nameOf(argument)))
    .map(({ start, end }) => {
      const said = text.slice(start, end as number).split('\n')[0]
      return `${path}:${lineAt(text, start)} hands on ${said}: name the fields that are needed, one by one (${HINT})`
    })
}

/** Store functions that are made of other stores. */
export function storeSpreadFaults({ path, text }: File): string[] {
  if (!/[/-]store\.ts$/.test(path) || !text.includes('...')) return []
  return spreadsIn(programOf({ path, text }), () => false).flatMap(({ argument, start }) => {
    if (!isNode(argument) || argument.type !== 'CallExpression') return []
    const called = nameOf(argument.callee)
    return /Store$/i.test(called)
      ? [`${path}:${lineAt(text, start)} makes a store of ${called}: each room has its own (${HINT})`]
      : []
  })
}

/** How many named types an alias brings together, those in brackets too. */
function parts(type: unknown): number {
  if (!isNode(type)) return 0
  if (type.type === 'TSParenthesizedType') return parts(type.typeAnnotation)
  if (type.type !== 'TSIntersectionType') return type.type === 'TSTypeLiteral' ? 0 : 1
  return (type.types as Node[]).reduce((sum, each) => sum + parts(each), 0)
}

/** Store types that bring together more than three others. */
export function storeTypeFaults({ path, text }: File): string[] {
  if (!/\btype \w*Store\b/.test(text)) return []
  return [...within(programOf({ path, text }))]
    .filter(({ type, id }) => type === 'TSTypeAliasDeclaration' && /Store$/.test(nameOf(id)))
    .filter(({ typeAnnotation }) => parts(typeAnnotation) > MOST_STORES)
    .map(
      ({ id, start, typeAnnotation }) =>
        `${path}:${lineAt(text, start)} ${nameOf(id)} brings together ${parts(typeAnnotation)} types, ${MOST_STORES} at most: ` +
        `take the functions that are needed, by name (${HINT})`,
    )
}
