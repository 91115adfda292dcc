import { parseSync } from 'vite'
import type { SourceFile } from './source.ts'

/** A part of a program, as oxc reads it. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** The node and all that it holds; nothing within those that `isShut`. */
export function* within(node: Node, isShut: (node: Node) => boolean = () => false): Generator<Node> {
  if (isShut(node)) return
  yield node
  for (const held of Object.values(node).flat()) if (isNode(held)) yield* within(held, isShut)
}

/** A file's syntax. @throws Error where it cannot be read */
export function programOf({ path, text }: Pick<SourceFile, 'path' | 'text'>): Node {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read`)
  return program as unknown as Node
}

export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
