import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FEATURES } from '../../architecture/features.ts'
import { ROOMS } from '../../architecture/rooms.ts'
import type { Plan } from './feature.ts'
import { requireFreePaths, requireFreeTypes } from './free.ts'
import { type RoomNames, roomNamesOf } from './names.ts'
import { roomEntries } from './room-entries.ts'
import { filesFrom, type NewFile } from './templates.ts'

/** @throws Error with a sentence, where the feature cannot have another room */
function requireRooms(feature: string): void {
  if (!FEATURES.includes(feature))
    throw new Error(`there is no feature « ${feature} »: npm run new -- feature ${feature} writes it, flat`)
  if (!(`src/features/${feature}` in ROOMS))
    throw new Error(
      `${feature} is flat, and a feature is flat or divided into rooms, never both: put the files of the noun beside its others ` +
        `(20 at most), or divide it first, a folder for each noun, listed left to right in ROOMS of test/architecture/rooms.ts`,
    )
}

/** Beside what else stands of the feature in `folder`: in a folder of its own, or in a file that begins with its name. */
function placeIn(root: string, folder: string, { feature, name }: RoomNames): string {
  return existsSync(join(root, folder, feature)) ? `${feature}/${name}` : `${feature}-${name}`
}

/** Nothing is written over, and no path of the API, act or type is there twice. @throws Error with a sentence */
function requireFree(root: string, { feature, name }: RoomNames, files: readonly NewFile[]): void {
  requireFreePaths(root, [`src/features/${feature}/${name}`, ...files.map(({ path }) => path)])
  const doors = readFileSync(join(root, 'test/features/walk/doors.ts'), 'utf8')
  const known = [`get /${feature}/${name}`, `${feature}.read-${name}`].find(each =>
    doors.includes(`'${each}'`),
  )
  if (known !== undefined) throw new Error(`« ${known} » is another room’s already: call this one otherwise`)
  requireFreeTypes(files)
}

/** What `npm run new -- room FEATURE/NAME` writes. @throws Error with a sentence, where it cannot be */
export function planRoom(root: string, path: string): Plan {
  const [feature = '', ...name] = path.split('/')
  requireRooms(feature)
  const names = roomNamesOf(feature, name.join('/'))
  const contract = placeIn(root, 'src/tabs/contract', names)
  const stores = placeIn(root, 'test/stores', names)
  const up = stores.includes('/') ? '../' : ''
  const files = filesFrom('room', { ...names, contract, stores, up })
  requireFree(root, names, files)
  return { files, entries: roomEntries(names) }
}
