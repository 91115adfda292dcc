import type { SourceFile } from './source.ts'

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:\\/'"`])\/\/[^\n]*/g
/** A file by its name, wherever it stands; part of an address it is none of ours. */
const NAME = /(?<![\w./@:*-])(?:[\w-]+\/)*[\w-][\w.-]*\.(?:md|tsx?|css|json|ya?ml)\b(?![/\w])/g

/** The files that comments name and nobody can open: none of `paths` is called so, letter by letter. */
export function uncitableIn({ text }: Pick<SourceFile, 'text'>, paths: readonly string[]): string[] {
  const isThere = (name: string) => paths.some(path => path === name || path.endsWith(`/${name}`))
  return [...text.matchAll(COMMENT)].flatMap(({ 0: comment, index }) =>
    [...comment.matchAll(NAME)]
      .filter(([name]) => !isThere(name))
      .map(each => `${text.slice(0, index + each.index).split('\n').length}: ${each[0]}`),
  )
}
