import { dirname } from 'node:path'
import { FEATURES } from './features.ts'
import { ROOMS } from './rooms.ts'
import type { SourceFile } from './source.ts'

const HINT = 'ARCHITECTURE.md, « Rooms »'
const TOP = 'adaptiveCards'
/** Named by templates, not by code. */
const PARTS = `${TOP}/parts`
/** Where what the bot says for no feature stands. */
const COMMON = `${TOP}/common`

/** A room as it stands: of its feature and of the rooms beside it, each from the left; -1 outside features, or in no room. */
function rankOf(folder: string): readonly [feature: number, room: number] {
  const [, feature = '', room = ''] = /^src\/features\/([^/]+)(?:\/([^/]+))?/.exec(folder) ?? []
  return [FEATURES.indexOf(feature), (ROOMS[`src/features/${feature}`] ?? []).indexOf(room)]
}

function fromLeft(one: string, other: string): number {
  const [[feature, room], [otherFeature, otherRoom]] = [rankOf(one), rankOf(other)]
  return feature - otherFeature || room - otherRoom
}

const folderOf = (drawnBy: string): string =>
  drawnBy.startsWith('src/features/') ? drawnBy.replace('src/features', TOP) : COMMON

/**
 * Templates that stand elsewhere than in the folder of the room whose code names them, the leftmost where several do.
 * `paths`: of adaptiveCards/, from the repository's root.
 */
export function templateFaults(
  paths: readonly string[],
  sources: readonly Pick<SourceFile, 'path' | 'code'>[],
): readonly string[] {
  return paths.flatMap(path => {
    if (dirname(path) === PARTS) return []
    const name = path.slice(TOP.length + 1, -'.json'.length)
    const naming = sources.filter(({ code }) => code.includes(`'${name}'`)).map(file => dirname(file.path))
    const [drawnBy] = naming.toSorted(fromLeft)
    if (drawnBy === undefined) return [`${path} is named by no file of src/: take it out (${HINT})`]
    return dirname(path) === folderOf(drawnBy)
      ? []
      : [`${path} is drawn by ${drawnBy}/: move it to ${folderOf(drawnBy)}/, and call it so there (${HINT})`]
  })
}
