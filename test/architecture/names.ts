import type { SourceFile } from './source.ts'

/** Words that say nothing of what is inside. */
const EMPTY = /(?:^|-)(?:manager|util|helper|service|common|misc|shared|core)s?$/i
const DECLARED =
  /\b(?:class|function|const|type|interface)\s+((?:manager|util|helper|service|misc|core)s?|\w*(?:Manager|Util|Helper|Service|Misc|Core)s?)\b/g
const EXPORTED = /^export (?:declare |abstract )*(?:type|interface|class) (\w+)\b(?! *,| *})/gm

const HINT = 'ARCHITECTURE.md, « Words »'

/** Files, folders, functions and types that are called by a word which says nothing. */
export function emptyNameFaults({ path, code }: Pick<SourceFile, 'path' | 'code'>): string[] {
  return [
    ...path
      .split(/[/.]/)
      .filter(part => EMPTY.test(part))
      .map(part => `${path} is called ${part}: find its noun (${HINT})`),
    ...[...code.matchAll(DECLARED)].map(
      ([, name]) => `${path} calls something ${name}: find its noun (${HINT})`,
    ),
  ]
}

/** Types that are exported under one name by several files: whoever goes to one of them meets a list of strangers. */
export function repeatedTypeFaults(files: readonly Pick<SourceFile, 'path' | 'code'>[]): string[] {
  const places = new Map<string, Set<string>>()
  for (const { path, code } of files)
    for (const [, name = ''] of code.matchAll(EXPORTED))
      places.set(name, (places.get(name) ?? new Set()).add(path))
  return [...places]
    .filter(([, paths]) => paths.size > 1)
    .map(
      ([name, paths]) =>
        `${name} is exported by ${[...paths].sort().join(', ')}: give each its noun, or export it no more (${HINT})`,
    )
    .sort()
}
