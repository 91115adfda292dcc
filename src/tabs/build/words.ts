import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { en } from '../../i18n/en/index.ts'
import { fr } from '../../i18n/fr/index.ts'
import { type FetchedPart, partsOf } from './import-graph.ts'

const VIRTUAL = 'virtual:words'

type Keys = ReadonlySet<string>

/** Every quoted `dotted.key` of a source. A key put together at run time would be missed: write it out. */
function keysIn(path: string): string[] {
  const literals = readFileSync(path, 'utf8').matchAll(/(['"])([a-z][\w.-]*)\1/g)
  return [...literals].map(([, , key = '']) => key).filter(key => Object.hasOwn(fr, key))
}

/** The keys of the catalogue that the pages' source names. */
export function pageKeys(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sources = names.filter(name => /\.tsx?$/.test(name))
  const named = new Set(sources.flatMap(name => keysIn(join(folder, name))))
  return Object.keys(fr).filter(key => named.has(key))
}

const both = (one: Keys, other: Keys): Keys => new Set([...one, ...other])
const beyond = (keys: Keys, known: Keys): Keys => new Set([...keys].filter(key => !known.has(key)))
const inAll = ([first, ...more]: readonly Keys[]): Keys =>
  new Set([...(first ?? [])].filter(key => more.every(keys => keys.has(key))))
/** What is named in two of these or more. */
const inSeveral = (all: readonly Keys[]): Keys =>
  new Set(all.flatMap((keys, at) => [...keys].filter(key => all.slice(0, at).some(other => other.has(key)))))

type Named = ReadonlyMap<string, FetchedPart & { readonly keys: Keys }>

/**
 * What is known before each part comes, whichever way it is fetched: `shared`, and what all parts that fetch it know.
 * It begins with too much, and takes away what some way does not bring until nothing changes.
 */
function knownBefore(parts: Named, shared: Keys): ReadonlyMap<string, Keys> {
  const whole: Keys = new Set([...parts.values()].flatMap(({ keys }) => [...keys]))
  const known = new Map([...parts].map(([path, { before }]) => [path, before.length > 0 ? whole : shared]))
  const knownAt = (path: string) => both(known.get(path) ?? shared, parts.get(path)?.keys ?? shared)
  for (let changed = true; changed; ) {
    changed = false
    for (const [path, { before }] of parts) {
      const now = before.length > 0 ? inAll(before.map(knownAt)) : shared
      changed ||= now.size !== known.get(path)?.size
      known.set(path, now)
    }
  }
  return known
}

/** The words that all pages have in common, and those that each part of them brings, by the source it begins with. */
type PageWords = { readonly shared: Keys; readonly own: ReadonlyMap<string, Keys> }

/**
 * Nobody lists what says what: a part, which is a page or what an `import()` fetches, brings the words that the sources
 * which come with it name and that are not known before. What two of the pages built together say at once, all have.
 */
export function wordsIn(folder: string, pagesBuilt: readonly string[]): PageWords {
  const parts: Named = new Map(
    [...partsOf(folder, pagesBuilt)].map(([path, part]) => [
      path,
      { ...part, keys: new Set([...part.files].flatMap(keysIn)) },
    ]),
  )
  const pages = [...parts.values()].filter(({ before }) => before.length === 0)
  const shared = inSeveral(pages.map(({ keys }) => keys))
  const known = knownBefore(parts, shared)
  const ownOf = (path: string, keys: Keys) => beyond(keys, known.get(path) ?? shared)
  return { shared, own: new Map([...parts].map(([path, { keys }]) => [path, ownOf(path, keys)])) }
}

/** Each key once, and in the same order what each language says, a line a text: catalogues pack better so. */
function catalogueOf(keys: Keys): string {
  const known = Object.keys(fr).filter(key => keys.has(key))
  const said = (catalogue: Record<string, string>) =>
    JSON.stringify(known.map(key => catalogue[key]).join('\n'))
  return `export default { keys: ${JSON.stringify(known.join(' '))}, fr: ${said(fr)}, en: ${said(en)} }`
}

/**
 * Inlines, in both languages, the messages that the source under `folder` names, and no other. A part that brings some of
 * its own learns them before it does anything else. `built`: the pages that come of each build.
 */
export function words(folder: string, built: Readonly<Record<string, readonly string[]>>): Plugin {
  let found: PageWords = { shared: new Set(), own: new Map() }
  const ownOf = (path: string) => found.own.get(path) ?? new Set()
  return {
    name: 'words',
    buildStart() {
      found = wordsIn(folder, built[this.environment.name] ?? [])
    },
    resolveId: id => (id.startsWith(VIRTUAL) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined
      const part = id.slice(`\0${VIRTUAL}/`.length)
      return catalogueOf(part === '' ? found.shared : ownOf(join(folder, part)))
    },
    transform(code, id) {
      if (ownOf(id).size === 0) return undefined
      const learning = [
        `import partWords from '${VIRTUAL}/${relative(folder, id)}'`,
        `import { learn as learnWords } from '${join(folder, 'parts/words/translator.ts')}'`,
        'learnWords(partWords)',
      ]
      return { code: `${learning.join(';')};${code}`, map: null }
    },
  }
}
