import type { Import } from './source.ts'

/** A folder of src/ and which others it may import: whole, or their types alone. */
export type Room = { readonly values: readonly string[]; readonly types?: readonly string[] }

/** architecture.md, the rooms; what is not listed may not be imported. Features have rules of their own. */
export const ROOMS: Readonly<Record<string, Room>> = {
  kernel: { values: [] },
  i18n: { values: ['kernel'] },
  config: { values: ['kernel'] },
  cards: { values: ['kernel', 'i18n'], types: ['config'] },
  conversation: { values: ['kernel', 'cards', 'i18n'], types: ['config'] },
  teams: { values: ['kernel', 'conversation'], types: ['config'] },
  http: { values: ['kernel', 'tabs/contract'], types: ['config'] },
  delivery: { values: ['kernel', 'db'], types: ['config'] },
  db: { values: ['kernel'], types: ['config'] },
  metrics: { values: ['kernel'] },
  traces: { values: ['kernel'] },
  // zod would cost the page 20 kB: the contract gives it types alone.
  'tabs/client': { values: ['kernel', 'i18n'], types: ['tabs/contract'] },
  'tabs/contract': { values: ['kernel'] },
  'tabs/build': { values: ['i18n'] },
  'index.ts': { values: ['node-version.ts', 'config', 'compose.ts', 'serve.ts'] },
}
/** These import anything of ours. */
const FREE = ['ground.ts', 'compose.ts', 'serve.ts', 'commands', 'demo']
/** Brought in by `import()` alone, and only by the one that starts it. */
const LAZY_ONLY: Readonly<Record<string, string>> = { demo: 'index.ts' }

/** The room that a path from the repository's root lies in. */
export function roomOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  if (first === 'features') return `features/${second}`
  if (first === 'tabs') return ['client', 'contract'].includes(second) ? `tabs/${second}` : 'tabs/build'
  return first
}

/** What an import breaks, or undefined. Those that begin in a feature are for features.ts to judge. */
export function roomFault({ from, to, ours, type, lazy }: Import): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (!ours || here === there || here.startsWith('features/')) return undefined
  if (there in LAZY_ONLY)
    return lazy && LAZY_ONLY[there] === here
      ? undefined
      : `${there}/ is loaded by ${LAZY_ONLY[there]}, lazily`
  if (FREE.includes(here)) return undefined
  const room = ROOMS[here]
  if (!room) return `${here}/ is no room of architecture.md`
  if (room.values.includes(there) || (type && room.types?.includes(there))) return undefined
  return room.types?.includes(there)
    ? `${here}/ may take only types from ${there}/ (import type)`
    : `${here}/ does not import ${there}/`
}
