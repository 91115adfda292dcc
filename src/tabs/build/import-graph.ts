import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** `now`: what comes with a file, types alone left out. `later`: what it fetches by `import()`. */
type Imports = { readonly now: readonly string[]; readonly later: readonly string[] }

/** A page's own script, or what `import()` fetches. `before`: the parts that it can be fetched from, none for a page's. */
export type FetchedPart = { readonly files: ReadonlySet<string>; readonly before: readonly string[] }

const STATIC = /^(?:import(?! type)|export|\})[^'\n]*(?:from )?'(\.[^']+\.tsx?)'/gm
const LAZY = /\bimport\('(\.[^']+\.tsx?)'\)/g

function importsOf(path: string): Imports {
  const text = readFileSync(path, 'utf8')
  const beside = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, to = '']) => normalize(join(dirname(path), to)))
  return { now: beside(STATIC), later: beside(LAZY) }
}

/** The imports between the sources below `folder`. */
function readGraph(folder: string): ReadonlyMap<string, Imports> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter(name => /\.tsx?$/.test(name)).map(name => join(folder, name))
  return new Map(paths.map(path => [path, importsOf(path)]))
}

/** What comes with `path`, itself included. */
function closureOf(graph: ReadonlyMap<string, Imports>, path: string, found = new Set<string>()) {
  const imports = graph.get(path)
  if (!imports || found.has(path)) return found
  found.add(path)
  for (const next of imports.now) closureOf(graph, next, found)
  return found
}

/** What is fetched as one, by the source that it begins with: each page of `folder`, and each target of an `import()`. */
export function partsOf(folder: string): ReadonlyMap<string, FetchedPart> {
  const graph = readGraph(folder)
  const pages = [...graph.keys()].filter(path => path.endsWith('.tsx') && dirname(path) === normalize(folder))
  const later = [...graph.values()].flatMap(each => each.later)
  const files = new Map([...new Set([...pages, ...later])].map(path => [path, closureOf(graph, path)]))
  const fetches = (part: ReadonlySet<string>, path: string) =>
    [...part].some(file => graph.get(file)?.later.includes(path))
  const beforeOf = (path: string) =>
    [...files.keys()].filter(one => fetches(files.get(one) ?? new Set(), path))
  return new Map(
    [...files].map(([path, part]) => [
      path,
      { files: part, before: pages.includes(path) ? [] : beforeOf(path) },
    ]),
  )
}
