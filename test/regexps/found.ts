import { filesIn } from '../architecture/source.ts'
import { isNode, lineAt, type Node, programOf, within } from '../architecture/syntax.ts'

/** An expression of the source: where it stands, and itself. */
export type Found = { readonly at: string; readonly regexp: RegExp }

function literalOf({ regex }: Node): RegExp | undefined {
  const { pattern, flags } = (regex ?? {}) as { pattern?: string; flags?: string }
  return pattern === undefined ? undefined : new RegExp(pattern, flags)
}

const isMade = ({ type, callee }: Node) =>
  (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee.name === 'RegExp'

export type Sources = {
  readonly written: readonly Found[]
  /** Files that say `new RegExp`, once for each. */
  readonly making: readonly string[]
}

/** Every regular expression of `src/`, read from its syntax. */
export function regexpsOfSource(): Sources {
  const written: Found[] = []
  const making: string[] = []
  for (const { path, text } of filesIn('src', /(?<!\.d)\.tsx?$/)) {
    for (const node of within(programOf({ path, text }))) {
      const regexp = literalOf(node)
      const at = `${path}:${lineAt(text, node.start)}`
      if (regexp) written.push({ at, regexp })
      if (isMade(node)) making.push(path)
    }
  }
  return { written, making }
}

/** Those that a file makes by `new RegExp` as it is loaded. What loads it makes some too: only its own are heard of. */
export async function madeByLoading(path: string): Promise<readonly Found[]> {
  const made: Found[] = []
  const usual = globalThis.RegExp
  globalThis.RegExp = new Proxy(usual, {
    construct(target, [pattern, flags]: [string, string?]) {
      const regexp = new target(pattern, flags)
      if (new Error('who').stack?.split('\n')[2]?.includes(path)) made.push({ at: path, regexp })
      return regexp
    },
  })
  try {
    await import(`${new URL(`../../${path}`, import.meta.url)}?again`)
  } finally {
    globalThis.RegExp = usual
  }
  return made
}
