import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import en from '../../i18n/en.json' with { type: 'json' }
import fr from '../../i18n/fr.json' with { type: 'json' }

const VIRTUAL = 'virtual:words'
const inside = (folder: string, ...names: readonly string[]) => names.map(name => `${folder}/${name}`)
/** What a comment and its thread say, wherever they are shown. */
const THREADS = ['parts/comments/', ...inside('parts/lists', 'paged-list', 'pending')]
/** What the personal page says once a dialog opens: each dialog stands beside what opens it. */
const DIALOGS = [
  'parts/dialogs/',
  ...THREADS,
  ...inside('parts/forms', 'text-field', 'colleague-field', 'draft', 'field-focus', 'reason-form'),
  ...inside('parts/lists', 'pages', 'reading'),
  ...inside('parts/commitments', 'horizon-field', 'visibility-field'),
  'parts/workshops/summary-text',
  'parts/words/message-topics',
  'personal/navigation/dialog-',
  ...inside(
    'personal/settings',
    'direction-dialog',
    'preferences',
    'days-off-field',
    'pause-field',
    'topic-fields',
    'calendar-address',
  ),
  ...inside(
    'personal/commitments',
    'commit-dialog',
    'commit-fields',
    'change-dialog',
    'axis-field',
    'note-dialog',
    'share-dialog',
    'colleagues-dialog',
    'colleague-row',
    'joining',
  ),
  ...inside(
    'personal/ideas',
    'idea-dialog',
    'correct-dialog',
    'axis-dialog',
    'carry-dialog',
    'thread-dialog',
    'similar',
  ),
  ...inside('personal/ballots', 'vote-dialog', 'choice-field', 'totals', 'direction-turnouts', 'outcome'),
  'personal/check-in/check-in-dialog',
  ...inside('personal/workshops', 'days-dialog', 'visit-dialog', 'summary-dialog', 'feedback-dialog'),
  ...inside('personal/pilot', 'post-dialog', 'handover-dialog'),
  'personal/home/dialogs',
]
const DIRECTION_DIALOGS = [
  ...inside('direction/figures', 'hidden-figures-dialog', 'export-dialog'),
  'direction/activity/join-dialog',
]
/** What a Direction's page says, and pages that show the same charts or ideas. */
const DIRECTION = [
  ...inside('direction', 'reading/', 'figures/', 'ideas/', 'activity/', 'choice/switcher', 'page/'),
  'parts/charts/',
  'parts/forms/answer-form',
  ...inside('data/sources', 'direction', 'last-direction'),
  'data/actions/direction',
]
/** Sentences that several of what comes later say, and no page at once. */
const SAID_OF = {
  ballots: inside('parts/words', 'ballot-outcome', 'channel-text', 'turnout-count'),
  seats: ['parts/workshops/seats-text'],
}
/**
 * What has words of its own, in `virtual:words/<name>`: the sources that say them, by how their path begins. The personal
 * page carries none of these until a dialog opens.
 */
const APART = {
  ballots: ['organiser/ballots/', ...DIALOGS, ...SAID_OF.ballots],
  channels: ['organiser/today/channel'],
  checkin: inside('personal/check-in', 'check-in-page', 'check-in-form'),
  config: ['config.tsx', 'direction/choice/channel-'],
  dialogs: [...DIALOGS, ...SAID_OF.ballots],
  direction: ['direction.tsx', ...DIRECTION, 'parts/forms/text-field'],
  directionDialogs: [
    ...DIRECTION_DIALOGS,
    'parts/dialogs/frame',
    ...inside('parts/commitments', 'horizon-field', 'visibility-field'),
  ],
  figures: ['organiser/figures/', 'parts/charts/chart-panel', 'parts/words/message-topics'],
  gallery: [
    'gallery.tsx',
    'gallery/',
    ...inside('data', 'sources/gallery-query', 'actions/gallery'),
    ...inside('parts/dialogs', 'frame', 'name-dialog'),
    ...inside('parts/forms', 'text-field', 'colleague-field'),
    ...THREADS,
  ],
  harvest: ['personal/harvest/', ...SAID_OF.ballots],
  broadcasts: ['organiser/broadcasts/', 'parts/forms/text-field'],
  journal: ['organiser/journal/'],
  ideas: ['organiser/ideas/', ...DIALOGS, ...SAID_OF.ballots],
  organiser: ['organiser.tsx', 'organiser/tab/', 'organiser/parts/'],
  people: ['organiser/people/'],
  programme: ['organiser/programme/'],
  today: ['organiser/today/', ...SAID_OF.seats],
  menus: [
    'personal/settings/settings-menu',
    'personal/commitments/commitment-menu',
    'personal/ideas/idea-menu',
    'personal/check-in/check-in-button',
  ],
  places: [
    'personal/pilot/',
    'personal/my-data/',
    'personal/pages/',
    'personal/navigation/page-head',
    ...DIRECTION,
    ...DIALOGS,
    ...SAID_OF.ballots,
  ],
  workshops: ['organiser/workshops/', 'parts/workshops/summary-text', ...SAID_OF.seats],
} as const
export type Apart = keyof typeof APART
/** How the paths of the sources begin that have words apart from the page's own. */
export const APART_STARTS: readonly string[] = Object.values(APART).flat()
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
  const apart = within(APART_STARTS)
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
