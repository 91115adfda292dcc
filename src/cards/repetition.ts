import { compileCondition, compileText, isExpression } from './expression.ts'
import { LeftToLibrary, type Scope } from './lookup.ts'

type Draw = (scope: Scope) => unknown
type Node = Readonly<Record<string, unknown>>

/** The compiled expression at `$data` or `$when`. @throws LeftToLibrary where something else stands there */
function compiledAt<T>(
  node: Node,
  name: string,
  compile: (expression: Parameters<typeof compileText>[0]) => T,
) {
  const expression = node[name]
  if (expression === undefined) return undefined
  if (!isExpression(expression)) throw new LeftToLibrary(`${name} that is no expression`)
  return compile(expression)
}

/** None is null, one stands for itself, several are a list. */
const asMany = (drawn: readonly unknown[]) => (drawn.length > 1 ? drawn : (drawn[0] ?? null))

/** Draws an element once for each item, those for which its condition holds. */
function drawEach(items: readonly unknown[], scope: Scope, draw: Draw): unknown {
  const drawn: unknown[] = []
  // Where an item is undefined the one before stays, as the library has it.
  let $data = scope.$data
  for (const [$index, item] of items.entries()) {
    if (item !== undefined) $data = item
    const made = draw({ $root: scope.$root, $data, $index })
    if (made !== null) drawn.push(made)
  }
  return asMany(drawn)
}

/** An element with its `$when` and its `$data`: null where nothing is drawn, a list where several are. */
export function compileRepetition(node: Node, element: Draw): Draw {
  const holds = compiledAt(node, '$when', compileCondition)
  const once = holds ? (scope: Scope) => (holds(scope) ? element(scope) : null) : element
  const dataOf = compiledAt(node, '$data', compileText)
  if (!dataOf) return once
  return scope => {
    const data = dataOf(scope)
    if (Array.isArray(data)) return drawEach(data, scope, once)
    return once(data === undefined ? scope : { $root: scope.$root, $data: data, $index: scope.$index })
  }
}
