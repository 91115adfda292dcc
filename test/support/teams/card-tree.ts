export type Node = Readonly<Record<string, unknown>>

/** An element or an action of a card, with those around it, innermost last. */
export type Placed = { readonly node: Node; readonly around: readonly Node[]; readonly visible: boolean }

/** Properties that hold further elements or actions. What stands under `fallback` is not drawn. */
const NESTS = [
  'body',
  'items',
  'columns',
  'rows',
  'cells',
  'inlines',
  'images',
  'pages',
  'actions',
  'card',
  'selectAction',
  'inlineAction',
]

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Everything that a card holds, in the order in which it is drawn. */
export function placedIn(value: unknown, around: readonly Node[] = [], shown = true): Placed[] {
  if (Array.isArray(value)) return value.flatMap(child => placedIn(child, around, shown))
  if (!isNode(value)) return []
  const visible = shown && value.isVisible !== false
  const inside = [...around, value]
  const below = NESTS.flatMap(name => placedIn(value[name], inside, visible))
  return typeof value.type === 'string' ? [{ node: value, around, visible }, ...below] : below
}

/** Text runs may be bare strings; everything else of a card's text is a property. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : isNode(value) ? String(value.text ?? '') : ''
}

export function nodesIn(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter(isNode) : []
}
