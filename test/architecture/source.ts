import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** `path` starts at the repository's root; `code` is the text without its comments. */
export type SourceFile = { readonly path: string; readonly text: string; readonly code: string }

/** `to`: a path from the repository's root, or a library's name. `type`: gone once compiled. `lazy`: `import()`. */
export type Import = {
  readonly from: string
  readonly to: string
  readonly ours: boolean
  readonly type: boolean
  readonly lazy: boolean
}

/** Comments become spaces; what looks like one within a string stays. */
function withoutComments(text: string): string {
  const pattern =
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![:\\/])\/\/[^\n]*/g
  return text.replace(pattern, (_, literal?: string) => literal ?? ' ')
}

/** Every file below `folder` whose name ends so. */
export function filesIn(folder: string, ending: RegExp): SourceFile[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  const paths = names.filter(name => ending.test(name)).map(name => join(folder, name))
  return paths.sort().map(path => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return { path, text, code: withoutComments(text) }
  })
}

const STATIC = /^[ \t]*(?:import|export)\s+(?:(type)\s+)?(?:[\w$*{}\s,]*?\sfrom\s+|(?<=import\s+))'([^']+)'/gm
const LAZY = /\bimport\(\s*'([^']+)'\s*\)/g

function resolve(from: string, to: string): { to: string; ours: boolean } {
  return to.startsWith('.') ? { to: normalize(join(dirname(from), to)), ours: true } : { to, ours: false }
}

/** The import lines of a file. A mixed line counts as a value's: it is still there once compiled. */
export function importsOf({ path, code }: SourceFile): Import[] {
  const lines = [...code.matchAll(STATIC)].map(([, type, to = '']) => ({
    to,
    type: type !== undefined,
    lazy: false,
  }))
  const calls = [...code.matchAll(LAZY)].map(([, to = '']) => ({ to, type: false, lazy: true }))
  return [...lines, ...calls].map(({ to, ...how }) => ({ from: path, ...resolve(path, to), ...how }))
}
