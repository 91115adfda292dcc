import type { SourceFile } from './source.ts'

/** What follows `z.string()`, call by call. */
const STRING = /\bz\s*\.string\(\)((?:\s*\.\w+\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*)/g
const BOUND = /\.(?:max|length)\(/
/** Patterns that hold a text's length: known by name, or written out without `*`, `+` and an open `{n,}`. */
const PATTERN = /\.regex\((?:ID|ID_OR_NONE|(\/(?:[^/\\]|\\.)+\/u?))[,)]/
const OPEN = /[*+]|\{\d+,\}/

function isBounded(chain: string): boolean {
  const [pattern, written = ''] = PATTERN.exec(chain) ?? []
  return BOUND.test(chain) || (pattern !== undefined && !OPEN.test(written))
}

/** Line numbers of texts in a shape of zod's that may be of any length. */
export function unboundedIn({ code }: Pick<SourceFile, 'code'>): number[] {
  const found = [...code.matchAll(STRING)].filter(([, chain = '']) => !isBounded(chain))
  return found.map(({ index }) => code.slice(0, index).split('\n').length)
}
