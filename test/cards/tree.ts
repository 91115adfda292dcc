/** A place in a card: the string that stands there, the property that holds it and the object that has it. */
export type Leaf = { readonly path: string; readonly text: string; readonly of: Record<string, unknown> }
type Node = Record<string, unknown>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Every object of a card, with the objects around it, innermost last. */
export function nodesOf(
  value: unknown,
  around: readonly Node[] = [],
): { node: Node; around: readonly Node[] }[] {
  if (Array.isArray(value)) return value.flatMap(child => nodesOf(child, around))
  if (!isNode(value)) return []
  const inside = [...around, value]
  return [{ node: value, around }, ...Object.values(value).flatMap(child => nodesOf(child, inside))]
}

/** Every string of a card. */
export function leavesOf(value: unknown, path = '', of: Node = {}): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value, of }]
  if (typeof value !== 'object' || value === null) return []
  const holder = isNode(value) ? value : of
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, `${path}.${name}`, holder))
}
