import type { Import } from './source.ts'

/** Each circle in words. */
export function circleFaults(imports: readonly Import[]): readonly string[] {
  return circlesIn(imports).map(
    files =>
      `${files.join(' ↔ ')} import each other: move what both need into a file of its own (ARCHITECTURE.md, « Rooms »)`,
  )
}

/** Files that import each other in a loop, types counted, each loop once. Tarjan's strongly connected components. */
export function circlesIn(imports: readonly Import[]): readonly (readonly string[])[] {
  const edges = new Map<string, string[]>()
  for (const { from, to, ours, lazy } of imports) {
    if (ours && !lazy) edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []

  function visit(file: string): number {
    const at = index.size
    index.set(file, at)
    low.set(file, at)
    stack.push(file)
    for (const next of edges.get(file) ?? []) {
      const reached = index.has(next) ? (stack.includes(next) ? (index.get(next) ?? at) : at) : visit(next)
      low.set(file, Math.min(low.get(file) ?? at, reached))
    }
    if (low.get(file) === at) {
      const circle = stack.splice(stack.indexOf(file))
      if (circle.length > 1 || edges.get(file)?.includes(file)) found.push(circle.sort())
    }
    return low.get(file) ?? at
  }

  for (const file of edges.keys()) if (!index.has(file)) visit(file)
  return found
}
