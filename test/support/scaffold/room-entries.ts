import { before, begun, type Entry, imported, last, sorted, texts } from './entries.ts'
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
    begun(wire, '\n    routes: [', `  const ${part} = wire${Part}(wiring)`),
    answered(wire, part),
    last(wire, '\n    routes: [', `...${part}.routes`),
    imported(
      rows,
      `import { ${PART}_PERMISSIONS } from '../../../src/features/${feature}/${name}/domain.ts'`,
    ),
    last(rows, `\n  ${feature}: {`, `...${PART}_PERMISSIONS`),
    ...cardOf(names),
    ...doorsOf(names),
    ...readEntries(`src/features/${feature}/${name}/store.ts`, `${part}Store`, {
      [`a name, for ${feature}/${name}`]: "nameOf('p')",
    }),
  ]
}

/** Where a feature joins the handlers of its rooms, or their verbs. */
const HANDLERS = '\n  const all: readonly Handlers[] = ['
const VERBS = ['\n      verbs: {', '\n    verbs: {']

/** Its verbs among those of the feature, which may have none yet. */
function answered(path: string, part: string): Entry {
  return {
    path,
    change(text) {
      const verbs = `...${part}.handlers.verbs`
      const place = VERBS.find(each => text.includes(each))
      if (text.includes(HANDLERS)) return last(path, HANDLERS, `${part}.handlers`).change(text)
      if (place !== undefined) return last(path, place, verbs).change(text)
      return text.replace(/^( {4}handlers: )(.+),$/m, `$1{ ...$2, verbs: { ${verbs} } },`)
    },
  }
}

function cardOf({ feature, name, part, key }: RoomNames): readonly Entry[] {
  const samples = 'test/cards/samples.ts'
  const said = {
    fr: { again: 'Revoir', kind: `À nommer (${name})`, title: 'Vous êtes {name}' },
    en: { again: 'See again', kind: `To be named (${name})`, title: 'You are {name}' },
  }
  return [
    imported(samples, `import { ${part}Samples } from './samples/${feature}/${name}.ts'`),
    before(samples, '  rightsSamples,', `  ${part}Samples,`),
    sorted('test/cards/tab-places.ts', 'export const TAB_PLACES', `  '${feature}/${name}/name': SETTING,`),
    ...(['fr', 'en'] as const).map(language =>
      texts(
        `src/i18n/${language}/${feature}.json`,
        Object.fromEntries(Object.entries(said[language]).map(([end, text]) => [`${key}.${end}`, text])),
      ),
    ),
  ]
}

function doorsOf({ feature, name }: RoomNames): readonly Entry[] {
  const path = `get /${feature}/${name}`
  const verb = `${feature}.read-${name}`
  const way = `to('${verb}', 'oneself')`
  return [
    before('test/features/walk/doors.ts', "  'rights.data':", `  '${verb}': ${way},`),
    before('test/support/product/inputs.ts', "    'rights.data': {},", `    '${verb}': {},`),
    before('test/features/two-doors/one-door.ts', "  'rights.data',", `  '${verb}',`),
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
