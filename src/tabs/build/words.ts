import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import en from '../../i18n/en.json' with { type: 'json' }
import fr from '../../i18n/fr.json' with { type: 'json' }

const VIRTUAL = 'virtual:words'
/** Has words of its own, that the other pages do not carry. */
const APART = 'gallery'

/** Every quoted `dotted.key` in the page's source. A key put together at run time would be missed: write it out. */
function literals(folder: string, wanted: (name: string) => boolean = () => true): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    name => /\.tsx?$/.test(name) && wanted(name),
  )
  const sources = files.map(name => readFileSync(join(folder, name), 'utf8'))
  return new Set(
    sources.flatMap(text => [...text.matchAll(/(['"])([a-z][\w.-]*)\1/g)].map(match => match[2] ?? '')),
  )
}

/** The keys of the catalogue that the page's source names. */
export function pageKeys(folder: string): string[] {
  const named = literals(folder)
  return Object.keys(fr).filter(key => named.has(key))
}

function only(catalogue: Record<string, string>, keys: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => keys.has(key)))
}

/** Inlines, in both languages, the messages that the source under `folder` names, and no other. */
export function words(folder: string): Plugin {
  const apart = (name: string) => name.startsWith(APART)
  return {
    name: 'words',
    resolveId: id => (id === VIRTUAL || id === `${VIRTUAL}/${APART}` ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined
      const shared = literals(folder, name => !apart(name))
      const own = [...literals(folder, apart)].filter(key => !shared.has(key))
      const keys = id.endsWith(APART) ? new Set(own) : shared
      return `export default ${JSON.stringify({ fr: only(fr, keys), en: only(en, keys) })}`
    },
  }
}
