import type { Import } from './source.ts'

/** Folders that are divided into rooms, left to right: a room imports only rooms to its left, types counted. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/kernel': [
    'errors',
    'time',
    'text',
    'crypto',
    'assist',
    'monitoring',
    'storage',
    'personal-data',
    'access',
    'requests',
  ],
  'src/db': [
    'tables',
    'engines',
    'migrations',
    'schema',
    'transactions',
    'instances',
    'outbox',
    'monitoring',
    'maintenance',
  ],
  'src/commands': ['command-line', 'checks', 'app-package', 'people', 'programme', 'evaluation', 'tenant'],
  'src/http': ['transport', 'sign-in', 'api', 'pages'],
  'src/conversation': ['protocol', 'replies', 'routing'],
  'src/demo': ['personas', 'playground', 'host', 'sample'],
  'src/features/programme': ['programme', 'retention', 'schema', 'method', 'import', 'form'],
  'src/features/messages': ['calendar', 'message', 'response', 'sending', 'preferences'],
  'src/features/channels': ['channel', 'binding', 'announcements', 'installation'],
  'src/features/next-steps': ['step', 'assignment', 'clock'],
  'src/features/broadcasts': ['audience', 'broadcast', 'drafts', 'sending', 'planning'],
  'src/features/nudges': ['rules', 'effect', 'nudge', 'posts', 'digest'],
  'src/features/utterances': ['reading', 'distress', 'axis', 'utterance'],
  'src/features/synthesis': ['sentence', 'writing', 'publication'],
  'src/features/commitments': ['commitment', 'changes', 'notes', 'sharing', 'stories', 'publication'],
  'src/features/initiatives': ['initiative', 'members', 'descent', 'gallery', 'notifications'],
  'src/features/trials': [
    'trial',
    'card',
    'testers',
    'measures',
    'look-ins',
    'decision',
    'records',
    'waiting',
  ],
  'src/features/ballots': [
    'ballot',
    'secrecy',
    'drafting',
    'results',
    'lifecycle',
    'sequel',
    'voting',
    'table-votes',
    'room-vote',
    'publication',
  ],
  'src/features/room': ['scene', 'running-order', 'pairing', 'address', 'view'],
  'src/features/people': ['person', 'reach', 'roles', 'people-file', 'pilots', 'identification'],
  'src/features/workshops': [
    'workshop',
    'calendar',
    'seats',
    'attendees',
    'tables',
    'registration',
    'changes',
    'series',
    'openings',
    'announcements',
    'cancellation',
    'oversight',
  ],
  'src/features/ideas': [
    'idea',
    'card',
    'support',
    'ranking',
    'similarity',
    'boxes',
    'submission',
    'comments',
    'answers',
    'merging',
    'anonymity',
    'moderation',
    'harvest',
    'summary',
    'series-summary',
    'register',
    'retrieval',
    'news',
    'erasure',
    'wall',
  ],
  'src/tabs/client': [
    'data',
    'host',
    'parts',
    'meeting',
    'direction',
    'gallery',
    'personal',
    'organiser',
    'room',
  ],
  'src/tabs/client/data': ['api', 'sources', 'stream', 'store', 'actions'],
  'src/tabs/client/parts': [
    'words',
    'panels',
    'page',
    'notices',
    'actions',
    'start',
    'lists',
    'forms',
    'dialogs',
    'comments',
    'steps',
    'ideas',
    'commitments',
    'workshops',
    'room-vote',
    'room',
    'remote',
    'charts',
    'summaries',
  ],
  'src/tabs/client/room': ['data', 'parts', 'pairing', 'scenes', 'wall', 'screen'],
  'src/tabs/client/direction': ['reading', 'figures', 'ideas', 'waiting', 'activity', 'choice', 'page'],
  'src/tabs/client/gallery': ['initiative', 'dialogs', 'trial', 'planning', 'list', 'sheet'],
  'src/tabs/client/personal': [
    'navigation',
    'settings',
    'commitments',
    'ideas',
    'ballots',
    'check-in',
    'workshops',
    'tasks',
    'my-data',
    'pilot',
    'synthesis',
    'pages',
    'harvest',
    'summaries',
    'room',
    'home',
  ],
  'src/tabs/client/organiser': [
    'parts',
    'tab',
    'boxes',
    'themes',
    'synthesis',
    'ideas',
    'ballots',
    'workshops',
    'broadcasts',
    'people',
    'programme',
    'figures',
    'publication',
    'journal',
    'settings',
    'today',
  ],
  'src/tabs/client/organiser/workshops': [
    'workshop',
    'fields',
    'seats',
    'planning',
    'day',
    'tables',
    'room',
    'facilitator',
    'series',
    'sheet',
    'list',
  ],
  'src/tabs/client/organiser/broadcasts': ['broadcast', 'form', 'sheet', 'list'],
}

const HINT = 'ARCHITECTURE.md, « Rooms »'

/** Rooms that stand side by side: neither imports the other. */
const APART: readonly (readonly [string, string])[] = [
  ['src/tabs/client/personal', 'src/tabs/client/organiser'],
]

type Place = { readonly folder: string; readonly room: string }

/** Each folder with rooms that holds the path, outermost first, and the room in it; '' for what stands at its root. */
export function roomsOf(path: string): readonly Place[] {
  const folders = Object.keys(ROOMS).filter(name => path.startsWith(`${name}/`))
  return folders
    .sort((a, b) => a.length - b.length)
    .map(folder => {
      const [room = '', ...deeper] = path.slice(folder.length + 1).split('/')
      return { folder, room: deeper.length > 0 ? room : '' }
    })
}

const stands = (path: string, room: string) => path.startsWith(`${room}/`)

function apartFault({ from, to }: Import): string | undefined {
  const pair = APART.find(([one, other]) =>
    stands(from, one) ? stands(to, other) : stands(from, other) && stands(to, one),
  )
  return pair && `${pair.join('/ and ')}/ do not import each other`
}

/** An import that leads from a room to one that stands right of it, or undefined. */
export function orderFault(line: Import): string | undefined {
  if (line.lazy) return undefined
  const there = roomsOf(line.to)
  for (const { folder, room } of roomsOf(line.from)) {
    const other = there.find(place => place.folder === folder)?.room
    if (!room || !other) continue
    const order = ROOMS[folder] ?? []
    if (order.indexOf(other) > order.indexOf(room))
      return `${room}/ stands left of ${other}/ in ${folder}: move what both need into the room on the left (${order.join(' ◀ ')}; ${HINT})`
  }
  return apartFault(line)
}

const isFeature = (folder: string): boolean => folder.startsWith('src/features/')

/** What is wrong with where a file of src/ stands, or undefined. */
export function roomFault(path: string): string | undefined {
  const places = roomsOf(path)
  const inner = places.at(-1)
  if (!inner)
    return /^src\/features\/[^/]+\/[^/]+\//.test(path)
      ? `its feature has no rooms: list them in test/architecture/rooms.ts, left to right (${HINT})`
      : undefined
  const unknown = places.find(({ folder, room }) => room !== '' && !ROOMS[folder]?.includes(room))
  if (unknown)
    return `${unknown.room} is no room of ${unknown.folder}: list it in test/architecture/rooms.ts, left of all that use it (${HINT})`
  if (path.slice(inner.folder.length + 1).split('/').length > 2)
    return `a room holds files, or rooms of its own that are listed: make it a room beside ${inner.room} (${HINT})`
  return inner.room === '' && isFeature(inner.folder) && !/\/(?:index|(?:[\w-]+-)?wire)\.ts$/.test(path)
    ? `beside its rooms ${inner.folder} has index.ts and wire.ts alone: put it into a room (${HINT})`
    : undefined
}

/** Files of one kind, whose names sort by themselves. */
const ONE_KIND = ['src/db/migrations', 'src/db/tables', 'src/i18n/en', 'src/i18n/fr']
const MOST = 24
const FEWEST = 3

/** Folders of src/ that hold too many files, and rooms that hold too few. */
export function sizeFaults(paths: readonly string[]): readonly string[] {
  const folders = new Map<string, number>()
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'))
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
  }
  return [...folders].flatMap(([folder, files]) => {
    if (ONE_KIND.includes(folder)) return []
    if (files > MOST) return [`${folder} holds ${files} files, ${MOST} at most: divide it by noun (${HINT})`]
    const isRoom = !(folder in ROOMS) && roomsOf(`${folder}/`).some(({ room }) => room !== '')
    return isRoom && files < FEWEST
      ? [`${folder} holds ${files} files: a room has ${FEWEST} at least, put them in one beside it (${HINT})`]
      : []
  })
}

/** Rooms that are listed and hold nothing. */
export function emptyRooms(paths: readonly string[]): readonly string[] {
  const all = Object.entries(ROOMS).flatMap(([folder, rooms]) => rooms.map(room => `${folder}/${room}`))
  return all
    .filter(room => !paths.some(path => path.startsWith(`${room}/`)))
    .map(room => `${room} holds nothing any more: take it out of test/architecture/rooms.ts (${HINT})`)
}
