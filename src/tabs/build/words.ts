import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import en from '../../i18n/en.json' with { type: 'json' }
import fr from '../../i18n/fr.json' with { type: 'json' }

const VIRTUAL = 'virtual:words'
const of = (...dialogs: readonly string[]) => dialogs.map(name => `dialogs/${name}.`)
const DIRECTION_DIALOGS = ['hidden', 'export', 'me-too'].map(name => `direction/${name}-dialog`)
const THREADS = [
  'comments',
  'comment-decision',
  'report',
  'paged-list',
  'thread-words',
  'timeline',
  'waiting',
  'withdrawal',
]
/** Sentences that several of what comes later say, and no page at once. */
const SAID_OF = {
  ballots: ['words/verdict', 'words/channel-text', 'words/turnout-count'],
  seats: ['words/seats-text'],
}
/**
 * What has words of its own, in `virtual:words/<name>`: the sources that say them, by how their path begins. The personal
 * page carries none of these until a dialog opens.
 */
const APART = {
  ballots: ['sections/ballots/', 'dialogs/', ...SAID_OF.ballots],
  channels: ['sections/today/channel'],
  checkin: ['checkin/'],
  config: ['config'],
  dialogs: ['dialogs/', ...SAID_OF.ballots],
  direction: ['direction', ...of('text-field')],
  directionDialogs: [...DIRECTION_DIALOGS, ...of('frame', 'horizon-field', 'visibility-field')],
  figures: ['sections/figures/', 'direction/chart-panel', 'dialogs/topic-names'],
  gallery: ['gallery', ...of('frame', 'text-field', 'colleague-field', 'name-dialog', ...THREADS)],
  harvest: ['harvest/', ...SAID_OF.ballots],
  broadcasts: ['sections/broadcasts/', 'dialogs/text-field'],
  journal: ['sections/journal/'],
  ideas: ['sections/ideas/', 'dialogs/', ...SAID_OF.ballots],
  organiser: ['organiser'],
  people: ['sections/people/'],
  programme: ['sections/programme/'],
  today: ['sections/today/', ...SAID_OF.seats],
  menus: ['settings-menu', 'commitment-menu', 'idea-menu', 'here-button'].map(name => `page/${name}`),
  places: ['places/', 'direction/', 'dialogs/', ...SAID_OF.ballots],
  workshops: ['sections/workshops/', 'dialogs/summary-text', ...SAID_OF.seats],
} as const
export type Apart = keyof typeof APART
/** What comes after the part it stands beside, with the words that are its alone. */
const AFTER: Partial<Record<Apart, Apart>> = { channels: 'today', directionDialogs: 'direction' }

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

const within = (starts: readonly string[]) => (name: string) => starts.some(start => name.startsWith(start))

/** The sources of a part, those left out that come after it. */
function sourcesOf(part: Apart): (name: string) => boolean {
  const later = (Object.keys(AFTER) as Apart[]).filter(one => AFTER[one] === part)
  const apart = within(later.flatMap(one => APART[one]))
  return name => within(APART[part])(name) && !apart(name)
}

/** What the page's source names beside all of `APART`, or what a part of that names beyond it. */
export function ownKeys(folder: string, part?: Apart): ReadonlySet<string> {
  const apart = within(Object.values(APART).flat())
  const shared = literals(folder, name => !apart(name))
  if (part === undefined) return shared
  const before = AFTER[part] ? ownKeys(folder, AFTER[part]) : new Set<string>()
  return new Set([...literals(folder, sourcesOf(part))].filter(key => !shared.has(key) && !before.has(key)))
}

function only(catalogue: Record<string, string>, keys: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => keys.has(key)))
}

function partOf(id: string): Apart | undefined {
  return (Object.keys(APART) as Apart[]).find(part => id === `${VIRTUAL}/${part}`)
}

/** Inlines, in both languages, the messages that the source under `folder` names, and no other. */
export function words(folder: string): Plugin {
  return {
    name: 'words',
    resolveId: id => (id === VIRTUAL || partOf(id) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${VIRTUAL}`)) return undefined
      const keys = ownKeys(folder, partOf(id.slice(1)))
      return `export default ${JSON.stringify({ fr: only(fr, keys), en: only(en, keys) })}`
    },
  }
}
