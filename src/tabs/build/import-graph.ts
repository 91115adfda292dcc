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

/** What `pages` and all that they fetch later come with. */
function reachedFrom(graph: ReadonlyMap<string, Imports>, pages: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (let next = pages; next.length > 0; ) {
    const known = new Set(found)
    for (const path of next) closureOf(graph, path, found)
    next = [...found].filter(path => !known.has(path)).flatMap(path => graph.get(path)?.later ?? [])
  }
  return found
}

/**
 * What is fetched as one, by the source that it begins with: each of the pages called `names`, and each target of an
 * `import()` on the ways from there.
 */
export function partsOf(folder: string, names: readonly string[]): ReadonlyMap<string, FetchedPart> {
  const whole = readGraph(folder)
  const pages = names.map(name => join(normalize(folder), `${name}.tsx`))
  const reached = reachedFrom(whole, pages)
  const graph = new Map([...whole].filter(([path]) => reached.has(path)))
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
