import type { Import } from './source.ts'

/** A folder of src/ and which others it may import: whole, or their types alone. */
export type Layer = { readonly values: readonly string[]; readonly types?: readonly string[] }

/** ARCHITECTURE.md, the map; what is not listed may not be imported. Features have rules of their own. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  kernel: { values: [] },
  i18n: { values: ['kernel'] },
  files: { values: ['kernel'] },
  search: { values: ['kernel'] },
  config: { values: ['kernel', 'search'] },
  cards: { values: ['kernel', 'i18n'], types: ['config'] },
  conversation: { values: ['kernel', 'cards', 'i18n', 'search'], types: ['config'] },
  teams: { values: ['kernel', 'conversation'], types: ['config'] },
  http: { values: ['kernel', 'tabs/contract'], types: ['config'] },
  delivery: { values: ['kernel', 'db'], types: ['config'] },
  db: { values: ['kernel', 'search'], types: ['config'] },
  assistant: { values: ['kernel', 'db'], types: ['config'] },
  metrics: { values: ['kernel'] },
  traces: { values: ['kernel'] },
  // zod would cost the page 20 kB: the contract gives it types alone.
  'tabs/client': { values: ['kernel', 'i18n'], types: ['tabs/contract'] },
  'tabs/contract': { values: ['kernel'] },
  'tabs/build': { values: ['i18n'] },
  bundle: { values: [] },
  'index.ts': { values: ['node-version.ts', 'config', 'compose.ts', 'serve.ts'] },
}
/** These import anything of ours. */
export const FREE = [
  'bootstrap.ts',
  'compose.ts',
  'serve.ts',
  'commands',
  'demo',
  'operations',
  'composition',
]
/** Brought in by `import()` alone, and only by the one that starts it. */
const LAZY_ONLY: Readonly<Record<string, string>> = { demo: 'index.ts' }

/** Where the rule stands that is broken, and how it is changed where it must be. */
const HINT = 'ARCHITECTURE.md, the map, and LAYERS in test/architecture/layers.ts'

/** The layer that a path from the repository's root lies in. */
export function layerOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'features') return `features/${second}`
  if (first === 'tabs') return ['client', 'contract'].includes(second) ? `tabs/${second}` : 'tabs/build'
  return first
}

/** What an import breaks, or undefined. Those that begin in a feature are for features.ts to judge. */
export function layerFault({ from, to, ours, type, lazy }: Import): string | undefined {
  const [here, there] = [layerOf(from), layerOf(to)]
  if (!ours || here === there || here.startsWith('features/')) return undefined
  if (there in LAZY_ONLY)
    return lazy && LAZY_ONLY[there] === here
      ? undefined
      : `${there}/ is loaded by ${LAZY_ONLY[there]} alone, by import() (${HINT})`
  if (FREE.includes(here)) return undefined
  const layer = LAYERS[here]
  if (!layer) return `${here}/ is on no map yet: give it a line (${HINT})`
  if (layer.values.includes(there) || (type && layer.types?.includes(there))) return undefined
  return layer.types?.includes(there)
    ? `${here}/ takes only types from ${there}/: write import type, and have its values passed in (${HINT})`
    : `${here}/ does not import ${there}/: have what it needs passed in by bootstrap.ts or compose.ts (${HINT})`
}
