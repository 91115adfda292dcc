import type { Import } from './source.ts'

/** Folders that are divided into rooms, left to right: a room imports only rooms to its left, types counted. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/kernel': [
    'errors',
    'time',
    'text',
    'crypto',
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
  'src/commands': ['command-line', 'checks', 'app-package', 'people', 'programme'],
  'src/http': ['transport', 'sign-in', 'api', 'pages'],
  'src/conversation': ['protocol', 'replies', 'routing'],
  'src/demo': ['personas', 'playground', 'host', 'sample'],
  'src/features/programme': ['programme', 'retention', 'schema', 'method', 'import'],
  'src/features/messages': ['calendar', 'message', 'response', 'sending', 'preferences'],
  'src/features/channels': ['channel', 'binding', 'announcements', 'installation'],
  'src/features/broadcasts': ['audience', 'broadcast', 'drafts', 'sending'],
  'src/features/nudges': ['rules', 'effect', 'nudge', 'posts'],
  'src/features/commitments': ['commitment', 'changes', 'notes', 'sharing'],
  'src/features/initiatives': ['initiative', 'members', 'gallery', 'notifications'],
  'src/features/ballots': [
    'ballot',
    'secrecy',
    'drafting',
    'results',
    'lifecycle',
    'voting',
    'table-votes',
    'publication',
  ],
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
    'announcements',
    'cancellation',
    'oversight',
  ],
  'src/features/ideas': [
    'idea',
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
    'register',
    'news',
    'erasure',
  ],
}

const HINT = 'ARCHITECTURE.md, « Rooms »'

/** The folder with rooms that holds the path, and the room in it; '' for what stands at its root. */
export function roomOf(path: string): { readonly folder: string; readonly room: string } | undefined {
  const folder = Object.keys(ROOMS).find(name => path.startsWith(`${name}/`))
  if (folder === undefined) return undefined
  const parts = path.slice(folder.length + 1).split('/')
  return { folder, room: parts.length > 1 ? (parts[0] ?? '') : '' }
}

/** An import that leads from a room to one that stands right of it, or undefined. */
export function orderFault({ from, to, lazy }: Import): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)]
  if (lazy || !here || here.folder !== there?.folder || here.room === '' || there.room === '')
    return undefined
  const order = ROOMS[here.folder] ?? []
  return order.indexOf(there.room) > order.indexOf(here.room)
    ? `${here.room}/ stands left of ${there.room}/ in ${here.folder}: move what both need into the room on the left (${order.join(' ◀ ')}; ${HINT})`
    : undefined
}

const isFeature = (folder: string): boolean => folder.startsWith('src/features/')

/** What is wrong with where a file of src/ stands, or undefined. */
export function roomFault(path: string): string | undefined {
  const at = roomOf(path)
  if (at) {
    if (at.room !== '' && !ROOMS[at.folder]?.includes(at.room))
      return `${at.room} is no room of ${at.folder}: list it in test/architecture/rooms.ts, left of all that use it (${HINT})`
    if (path.slice(at.folder.length).split('/').length > 3)
      return `a room holds files, no folders: make it a room beside ${at.room} (${HINT})`
    return at.room === '' && isFeature(at.folder) && !/\/(?:index|wire)\.ts$/.test(path)
      ? `beside its rooms ${at.folder} has index.ts and wire.ts alone: put it into a room (${HINT})`
      : undefined
  }
  return /^src\/features\/[^/]+\/[^/]+\//.test(path)
    ? `its feature has no rooms: list them in test/architecture/rooms.ts, left to right (${HINT})`
    : undefined
}

/** Files of one kind, whose names sort by themselves. */
const ONE_KIND = ['src/db/migrations']
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
    const isRoom = Object.entries(ROOMS).some(([parent, rooms]) =>
      rooms.some(room => folder === `${parent}/${room}`),
    )
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
