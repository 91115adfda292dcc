import { before, type Entry, imported, last } from './entries.ts'
import type { RoomNames } from './names.ts'
import { readEntries } from './store-entries.ts'

/** What a new room must have besides files of its own: its place in each list that the feature or the tests keep. */
export function roomEntries(names: RoomNames): readonly Entry[] {
  const { feature, name, part, Part, PART } = names
  const wire = `src/features/${feature}/wire.ts`
  const rows = 'test/features/walk/rows.ts'
  return [
    // Rightmost: it may use every room of its feature, and is used by none yet.
    last('test/architecture/rooms.ts', `  'src/features/${feature}': [`, `'${name}'`),
    drawn(feature, name),
    imported(wire, `import { wire${Part} } from './${name}/wire.ts'`),
    last(wire, '\n    routes: [', `...wire${Part}(wiring).routes`),
    imported(
      rows,
      `import { ${PART}_PERMISSIONS } from '../../../src/features/${feature}/${name}/domain.ts'`,
    ),
    last(rows, `\n  ${feature}: {`, `...${PART}_PERMISSIONS`),
    ...doorsOf(names),
    ...readEntries(`src/features/${feature}/${name}/store.ts`, `${part}Store`, {
      [`a name, for ${feature}/${name}`]: "nameOf('p')",
    }),
  ]
}

function doorsOf({ feature, name }: RoomNames): readonly Entry[] {
  const path = `get /${feature}/${name}`
  const way = `to('${feature}.read-${name}', 'oneself')`
  return [
    before('test/features/walk/doors.ts', "  'get /audit':", `  '${path}': ${way},`),
    before('test/support/product/inputs.ts', "    'get /audit': {},", `    '${path}': {},`),
  ]
}

/** At the end of the feature's line on the map of rooms, which may go on in lines that are indented; nothing where no map is drawn. */
function drawn(feature: string, name: string): Entry {
  const rooms = new RegExp(`^${feature}\\b.* ◀ .*(?:\\n[ \\t]+\\S.*)*`, 'm')
  return {
    path: 'ARCHITECTURE.md',
    change(text) {
      const heading = text.search(/^#+ Rooms\b/m)
      const from = text.indexOf('\n```', heading)
      const to = text.indexOf('\n```', from + 1)
      if (heading < 0 || from < 0 || to < 0) return text
      const map = text.slice(from, to).replace(rooms, line => `${line} ◀ ${name}`)
      return text.slice(0, from) + map + text.slice(to)
    },
  }
}
