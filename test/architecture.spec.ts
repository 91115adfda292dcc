import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { templateFaults } from './architecture/card-templates.ts'
import { circleFaults } from './architecture/circles.ts'
import { FEATURES, featureFault, placeFault } from './architecture/features.ts'
import { FREE, LAYERS, layerFault } from './architecture/layers.ts'
import { DOORS, libraryFault } from './architecture/libraries.ts'
import { emptyNameFaults, repeatedTypeFaults } from './architecture/names.ts'
import { spreadFaults, storeSpreadFaults, storeTypeFaults } from './architecture/objects.ts'
import { emptyRooms, orderFault, ROOMS, roomFault, sizeFaults } from './architecture/rooms.ts'
import { filesIn, type Import, importsOf, type SourceFile } from './architecture/source.ts'
import { unboundedIn } from './architecture/texts.ts'
import { unawaitedIn } from './architecture/unawaited.ts'

const sources = filesIn('src', /\.tsx?$/)
const imports = sources.flatMap(importsOf)
const inLayer = (path: string, ...layers: string[]) => layers.some(layer => path.startsWith(`src/${layer}`))

/** Every fault with its file, in one message. */
function refuse(faults: readonly (string | undefined)[]): void {
  const found = faults.filter(fault => fault !== undefined)
  assert.equal(found.length, 0, `\n${found.join('\n')}`)
}

function judge(rule: (line: Import) => string | undefined): void {
  refuse(
    imports.map(line => {
      const fault = rule(line)
      return fault && `${line.from} imports ${line.to}: ${fault}`
    }),
  )
}

function forbid(files: readonly SourceFile[], pattern: RegExp, rule: string): void {
  refuse(
    files.flatMap(({ path, code }) =>
      [...code.matchAll(pattern)].map(
        ({ index, 0: found }) => `${path}:${code.slice(0, index).split('\n').length} says ${found}: ${rule}`,
      ),
    ),
  )
}

describe('the architecture', () => {
  it('reads the source it judges', () => {
    assert.ok(sources.length > 50 && imports.length > 200)
    assert.ok(imports.some(({ type }) => type) && imports.some(({ lazy }) => lazy))
  })

  it('has each layer on its map, once', () => {
    const [, map = ''] = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8').split('\n```\n')
    const drawn = [...map.matchAll(/^ {2}([a-z0-9-]+(?:\/|\.ts)) /gm)].map(([, name]) => name)
    const layers = new Set(sources.map(({ path }) => /^src\/([^/]+(?:\/|$))/.exec(path)?.[1] ?? path))
    assert.deepEqual(drawn.sort(), [...layers].sort())
  })

  it('lets a layer import only the layers that its line names', () => judge(layerFault))

  it('lets a feature use only those to its left, and each of its files only what its row names', () => {
    judge(featureFault)
    refuse(sources.map(({ path }) => placeFault(path) && `${path}: ${placeFault(path)}`))
  })

  it('has each file in a room of its folder, and each room left of those that use it', () => {
    refuse(sources.map(({ path }) => roomFault(path) && `${path}: ${roomFault(path)}`))
    judge(orderFault)
  })

  it('draws the rooms of each feature in ARCHITECTURE.md as they stand, left to right', () => {
    const [, page = ''] = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8').split(
      '\n## Rooms\n',
    )
    const [, block = ''] = page.split('\n```\n')
    const drawn = new Map(
      block.split('\n').map(line => [line.split(' ')[0], line.replace(/^\S+ +| {2,}.*$/g, '')]),
    )
    const folders = Object.entries(ROOMS).filter(([folder]) => /^src\/features\//.test(folder))
    refuse(
      folders.map(([folder, rooms]) => {
        const name = folder.slice('src/features/'.length)
        const listed = rooms.join(' ◀ ')
        return drawn.get(name) === listed
          ? undefined
          : `${name} is drawn as « ${drawn.get(name)} » in ARCHITECTURE.md, « Rooms », and listed as « ${listed} »`
      }),
    )
  })

  it('has each template in the folder of the room that draws it, the leftmost where several do', () => {
    const templates = filesIn('adaptiveCards', /\.json$/).map(({ path }) => path)
    assert.ok(templates.length > 50)
    refuse(templateFaults(templates, sources))
  })

  it('has no circle of files, types counted', () => refuse(circleFaults(imports)))

  it('has no room of fewer than three files, and no folder of more than twenty-four', () => {
    const paths = filesIn('src', /\.\w+$/).map(({ path }) => path)
    refuse([...sizeFaults(paths), ...emptyRooms(paths)])
  })

  it('hands each feature what it needs by name, and gives each room a store of its own', () => {
    refuse(
      sources.flatMap(file => [spreadFaults(file), storeSpreadFaults(file), storeTypeFaults(file)].flat()),
    )
  })

  it('exports each type under a name of its own', () => refuse(repeatedTypeFaults(sources)))

  it('has one door per library', () => judge(libraryFault))

  it('lists no layer, feature or door that nobody uses any more', () => {
    const isThere = (name: string) =>
      sources.some(({ path }) => `${path}/`.startsWith(`src/${name}/`) || path === `src/${name}`)
    const gone = [...Object.keys(LAYERS), ...FREE, ...FEATURES.map(name => `features/${name}`)].filter(
      name => !isThere(name),
    )
    refuse(gone.map(name => `src/${name} is listed in test/architecture and is not there: take it out`))
    const shut = DOORS.filter(
      ([library, door]) => !imports.some(({ to, from }) => library.test(to) && door.test(from)),
    )
    refuse(
      shut.map(
        door => `${door.join(' at ')}: nothing comes in there, take it out of test/architecture/libraries.ts`,
      ),
    )
  })

  it('names files in imports as they are called', () => {
    refuse(
      imports.map(({ from, to, ours }) =>
        ours && !/\.(tsx?|json|css(\?inline)?)$/.test(to)
          ? `${from} imports ${to} without its ending`
          : undefined,
      ),
    )
  })

  it('puts only code that a browser has into the tabs', () => {
    const nodes = new Set(
      imports.filter(({ to, type }) => to.startsWith('node:') && !type).map(({ from }) => from),
    )
    judge(({ from, to, type }) =>
      inLayer(from, 'tabs/client') && !type && nodes.has(to) ? 'it needs Node' : undefined,
    )
  })

  it('keeps the bot’s libraries out of the tests of features, stores and cards', () => {
    const files = [...sources, ...filesIn('test', /\.ts$/)]
    const lines = new Map(
      files.map(file => [file.path, importsOf(file).filter(({ type, lazy }) => !type && !lazy)]),
    )
    const reached = new Map<string, string>()
    const walk = (path: string, way: string): void => {
      if (reached.has(path)) return
      reached.set(path, way)
      for (const { to } of lines.get(path) ?? []) walk(to, `${way} ← ${to}`)
    }
    for (const { path } of files) if (/^test\/(features|stores|cards)\//.test(path)) walk(path, path)
    refuse(['botbuilder', '@microsoft/teams-ai'].map(library => reached.get(library)))
  })

  it('reads the environment in config/ alone', () => {
    const others = sources.filter(({ path }) => !inLayer(path, 'config/'))
    forbid(
      others,
      /\bprocess\s*\.\s*env\b/g,
      'config/ alone reads it, and passes it on (ARCHITECTURE.md, the map)',
    )
  })

  it('calls others from few places, and a language model from assistant/ alone', () => {
    const calling = [
      'assistant/',
      'teams/',
      'http/sign-in/',
      'commands/checks/http-call.ts',
      'demo/',
      'tabs/',
    ]
    forbid(
      sources.filter(({ path }) => !inLayer(path, ...calling)),
      /(?<![.\w])fetch\(|\bfrom 'node:https'/g,
      'what it calls would stand on no list of docs/operate.md, 2',
    )
    forbid(
      sources.filter(({ path }) => !inLayer(path, 'assistant/')),
      /chat\/completions|\/v1\/models/g,
      'assistant/ alone calls a language model, within its bounds (ARCHITECTURE.md, the map)',
    )
    judge(({ from, to, type, lazy }) =>
      to.startsWith('src/assistant/') && !/^src\/(assistant|commands)\//.test(from) && !type && !lazy
        ? to === 'src/assistant/load.ts'
          ? undefined
          : 'load.ts alone brings it in, where it is set up'
        : undefined,
    )
  })

  it('takes time and chance from kernel/ alone', () => {
    const others = sources.filter(({ path }) => !inLayer(path, 'kernel/'))
    const time = /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/g
    const chance = /\bMath\.random\b|\brandom(Bytes|UUID|Int|FillSync)\b|\bgetRandomValues\b/g
    forbid(others, time, 'a Clock is passed in (ARCHITECTURE.md, « Rules that carry the weight », 9)')
    forbid(others, chance, 'Ids are passed in (ARCHITECTURE.md, « Rules that carry the weight », 9)')
  })

  it('awaits or returns every query', () => {
    const stores = sources.filter(({ path }) => inLayer(path, 'db/', 'features/'))
    refuse(
      stores.flatMap(({ path, code }) =>
        unawaitedIn(code).map(
          line =>
            `${path}:${line}: an unawaited .execute, await or return it (ARCHITECTURE.md, « Rules that carry the weight », 13)`,
        ),
      ),
    )
  })

  it('bounds each text that a tab sends, in the shape that it is parsed with', () => {
    const shapes = sources.filter(({ path }) => /^src\/(tabs\/contract\/|features\/.*routes\.ts$)/.test(path))
    refuse(
      shapes.flatMap(file =>
        unboundedIn(file).map(
          line =>
            `${file.path}:${line}: a text of any length, give it a .max() (CONTRIBUTING.md, « House habits »)`,
        ),
      ),
    )
  })

  it('reads what comes in through `parse` of kernel/, at both doors of a feature', () => {
    const doors = sources.filter(({ path }) => /^src\/features\/.*(handlers|routes)\.ts$/.test(path))
    forbid(
      doors,
      /\b(?!JSON\b|Date\b|URL\b)\w+\.(?:safeParse|parse)\(/g,
      'use parse of kernel/requests/parse.ts, which refuses in words (CONTRIBUTING.md, « House habits »)',
    )
  })

  it('holds no file of more than 250 lines, and composes in fewer than 200', () => {
    refuse(
      filesIn('src', /\.(tsx?|css|js|html)$/).map(({ path, text }) => {
        const lines = text.split('\n').length - 1
        const limit = path === 'src/compose.ts' ? 199 : 250
        return lines > limit
          ? `${path} has ${lines} lines, ${limit} at most: find the missing noun (ARCHITECTURE.md, « Features »)`
          : undefined
      }),
    )
  })

  it('calls nothing by a word that says nothing, such as manager, util, helper or service', () =>
    refuse(sources.flatMap(emptyNameFaults)))
})

describe('the rule that texts are bounded', () => {
  for (const good of [
    'z.string().max(80)',
    "z\n  .string()\n  .default('')\n  .max(4_000)",
    'z.string().regex(ID)',
    'z.string().regex(/^[\\w-]{16,64}$/)',
    'z.string().min(1).max(METHOD_MOST)',
  ])
    it(`takes ${good.replace(/\s+/g, ' ')}`, () => assert.deepEqual(unboundedIn({ code: good }), []))

  for (const bad of [
    'z.string()',
    "z.string().default('')",
    'z.string().min(1)',
    'z.string().regex(/^\\d+$/)',
    'z.string().regex(/^a{2,}$/)',
    'z.object({ a: z.string(), b: z.string().max(3) })',
  ])
    it(`refuses ${bad}`, () => assert.equal(unboundedIn({ code: bad }).length, 1))
})

describe('the rule that queries are awaited', () => {
  for (const good of [
    'await open(tx).selectFrom("a").selectAll().execute()',
    'return open(tx)\n  .selectFrom("a")\n  .executeTakeFirst()',
    'const read = (tx) => open(tx).selectFrom("a").execute()',
    'await Promise.all([a.execute(), open(tx).insertInto("b").values({ c: [1] }).execute()])',
    'const found = (await find(tx)) ?? (await insert(tx).execute())',
    'return given ? a.execute() : b.execute()',
    'await sql`select ${a}`.execute(db)',
    'const result = await db.transaction().execute(async tx => { await a.execute() })',
    'transact(async tx => { await open(tx).a().execute() })',
  ]) {
    it(`takes ${good.replace(/\s+/g, ' ')}`, () => assert.deepEqual(unawaitedIn(good), []))
  }

  for (const bad of [
    'open(tx).insertInto("a").execute()',
    'const row = open(tx)\n  .selectFrom("a").executeTakeFirst()',
    'transact(async tx => { open(tx).deleteFrom("a").execute() })',
    'void open(tx).deleteFrom("a").execute()',
    'await a\n sql`delete from a`.execute(db)',
    'await a.execute()\n    b.execute()',
    'if (gone) open(tx).deleteFrom("a").execute()',
    'for (const id of ids) { open(tx).deleteFrom("a").where("id", "=", id).execute() }',
  ]) {
    it(`refuses ${bad.replace(/\s+/g, ' ')}`, () => assert.equal(unawaitedIn(bad).length, 1))
  }
})
