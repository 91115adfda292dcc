import { layerOf } from './layers.ts'
import type { Import } from './source.ts'

/** Left to right: a feature may use only those before it. */
export const FEATURES = [
  'grounding',
  'audit',
  'programme',
  'people',
  'channels',
  'messages',
  'thread',
  'workshops',
  'attendance',
  'feedback',
  'next-steps',
  'ideas',
  'themes',
  'synthesis',
  'ballots',
  'drafts',
  'room',
  'initiatives',
  'trials',
  'commitments',
  'broadcasts',
  'nudges',
  'returns',
  'checklist',
  'asking',
  'utterances',
  'figures',
  'review',
  'exports',
  'closeout',
  'rights',
]

type Kind = 'domain' | 'usecases' | 'store' | 'handlers' | 'routes' | 'cards' | 'wire' | 'index' | 'noun'

/** What a file of a feature may import: kinds of its own feature, features to the left, layers. All may import `SHARED`. */
type FileRule = {
  readonly own: readonly Kind[]
  readonly ownTypes?: readonly Kind[]
  readonly left: 'nothing' | 'types' | 'index'
  readonly layers?: readonly string[]
  readonly layerTypes?: readonly string[]
}

const SHARED = ['kernel', 'files', 'search']
const OWN: readonly Kind[] = ['domain', 'noun']

/** Where the rule stands that is broken. */
const HINT = 'ARCHITECTURE.md, « Features »'

/** What each kind of file may import. A noun of its own is part of the domain, and may read what comes from outside. */
const RULES: Readonly<Record<Kind, FileRule>> = {
  domain: { own: OWN, left: 'types' },
  noun: { own: OWN, left: 'types' },
  usecases: { own: [...OWN, 'usecases'], left: 'types' },
  store: { own: [...OWN, 'store'], ownTypes: ['usecases'], left: 'types', layers: ['db'] },
  handlers: {
    own: [...OWN, 'handlers', 'usecases', 'cards'],
    left: 'index',
    layers: ['conversation'],
    layerTypes: ['i18n'],
  },
  routes: { own: [...OWN, 'routes', 'usecases'], left: 'index', layers: ['tabs/contract'] },
  cards: { own: [...OWN, 'cards'], left: 'index', layers: ['cards'], layerTypes: ['i18n'] },
  wire: {
    own: [...OWN, 'usecases', 'store', 'handlers', 'routes', 'cards', 'wire'],
    left: 'types',
    layerTypes: ['conversation', 'i18n'],
  },
  index: { own: [...OWN, 'usecases', 'cards'], left: 'nothing' },
}

/** `ideas/boxes/cards.ts` is of the kind of `cards.ts`; a name of none of them is a noun. */
function kindOf(path: string): Kind {
  const name = path.split('/').at(-1)?.replace(/\.ts$/, '') ?? ''
  const kinds = Object.keys(RULES) as Kind[]
  return kinds.find(kind => name === kind || name.endsWith(`-${kind}`)) ?? 'noun'
}

/** Asked first: a feature that is not listed stands nowhere, neither left nor right. */
function unlisted(feature: string): string {
  return `${feature} is in no list yet: add it to FEATURES in test/architecture/features.ts and to « Features » in ARCHITECTURE.md`
}

function leftFault({ from, to, type }: Import, rule: FileRule): string | undefined {
  const [here, there] = [from, to].map(path => path.split('/')[2] ?? '')
  const [at, other] = [FEATURES.indexOf(here ?? ''), FEATURES.indexOf(there ?? '')]
  const unknown = [here, there].find(name => !FEATURES.includes(name ?? ''))
  if (unknown !== undefined) return unlisted(unknown)
  if (other >= at)
    return `${here} stands left of ${there} and does not use it: take a function, or have ${there} note a fact (${HINT})`
  if (!to.endsWith('/index.ts'))
    return `${there} is used through its index.ts: export there what you need (${HINT})`
  const kind = kindOf(from)
  if (rule.left === 'nothing') return `${kind}.ts imports files of its own feature alone (${HINT})`
  return rule.left === 'types' && !type
    ? `${kind}.ts takes only types from features to the left: write import type, and have functions passed in by wire.ts (${HINT})`
    : undefined
}

function ownFault({ from, to, type }: Import, rule: FileRule): string | undefined {
  const [kind, other] = [kindOf(from), kindOf(to)]
  if (rule.own.includes(other)) return undefined
  if (rule.ownTypes?.includes(other))
    return type ? undefined : `${kind}.ts takes only types from ${other}.ts: write import type (${HINT})`
  return `${kind}.ts does not import ${other}.ts: move what it needs into the domain, or have it passed in (${HINT})`
}

function edgeFault({ from, to, type }: Import, rule: FileRule): string | undefined {
  const [kind, there] = [kindOf(from), layerOf(to)]
  if (SHARED.includes(there) || rule.layers?.includes(there)) return undefined
  if (!rule.layerTypes?.includes(there))
    return `${kind}.ts does not import ${there}/: have what it needs passed in by wire.ts (${HINT})`
  return type ? undefined : `${kind}.ts takes only types from ${there}/: write import type (${HINT})`
}

/** What an import that begins in a feature breaks, or undefined. */
export function featureFault(line: Import): string | undefined {
  const [here, there] = [layerOf(line.from), layerOf(line.to)]
  if (!line.ours || !here.startsWith('features/')) return undefined
  const rule = RULES[kindOf(line.from)]
  if (here === there) return ownFault(line, rule)
  return there.startsWith('features/') ? leftFault(line, rule) : edgeFault(line, rule)
}

/** Each feature is in the list. Its rooms are for rooms.ts to judge. */
export function placeFault(path: string): string | undefined {
  const [, layer, feature = ''] = path.split('/')
  return layer === 'features' && !FEATURES.includes(feature) ? unlisted(feature) : undefined
}
