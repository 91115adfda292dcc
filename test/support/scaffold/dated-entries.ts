import { before, type Entry, imported, instead } from './entries.ts'
import type { Names } from './names.ts'

/** What a feature holds besides whose lines are kept for `months` only: the night erases those that are older. */
export function datedEntries(names: Names, number: string, months: number): readonly Entry[] {
  return [
    ...rulesOf(names, months),
    ...usecaseOf(names),
    ...storeOf(names, number),
    ...nightOf(names),
    ...factsOf(names),
  ]
}

function rulesOf({ name, one, ONE }: Names, months: number): readonly Entry[] {
  const path = `src/features/${name}/domain.ts`
  const kept = `/** For how long a ${one} is kept (ms): ${months} months of 31 days, then the night erases it. */`
  return [
    imported(path, "import { DAY } from '../../kernel/time/clock.ts'"),
    before(
      path,
      `export const ${ONE}_PERMISSIONS`,
      `${kept}\nexport const ${ONE}_KEPT = ${months} * 31 * DAY\n`,
    ),
  ]
}

function usecaseOf({ name, ONE }: Names): readonly Entry[] {
  const path = `src/features/${name}/usecases.ts`
  return [
    instead(path, `${ONE}_PERMISSIONS,`, `${ONE}_KEPT, ${ONE}_PERMISSIONS,`),
    before(
      path,
      "  /** The author's, newest first",
      '  /** Erases `limit` of those from before `until` (milliseconds) at most; answers how many. */\n' +
        '  readonly forget: (until: number, limit: number) => Promise<number>',
    ),
    before(
      path,
      'type Parts = {',
      '/** Rows of one transaction: nobody who writes meanwhile waits for longer. */\nconst BATCH = 200\n',
    ),
    before(
      path,
      "    /** One's own, newest first.",
      `    /** Retention: erases what was kept long enough, a batch a transaction. */
    async forget(): Promise<void> {
      const until = clock.now() - ${ONE}_KEPT
      let gone = BATCH
      while (gone === BATCH) gone = await transact(tx => store(tx).forget(until, BATCH))
    },
`,
    ),
  ]
}

function storeOf({ name, one }: Names, number: string): readonly Entry[] {
  const path = `src/features/${name}/store.ts`
  const migration = `src/db/migrations/${number}-${name}.ts`
  return [
    instead(path, 'import { open }', 'import { type Aged, findExpired, open }'),
    before(
      path,
      'export function',
      `const ROWS: Aged = { table: '${one}', by: 'created_at', key: ['id'] }\n`,
    ),
    before(
      path,
      '    async writtenBy',
      `    async forget(until, limit) {
      const ids = (await findExpired(tx, ROWS, until, limit)).map(({ id = '' }) => id)
      if (ids.length > 0) await db.deleteFrom('${one}').where('id', 'in', ids).execute()
      return ids.length
    },
`,
    ),
    before(
      migration,
      '  },\n}',
      `    await db.schema.createIndex('${one}_by_age').on('${one}').column('created_at').execute()`,
    ),
  ]
}

function nightOf({ name, ONE }: Names): readonly Entry[] {
  const wire = `src/features/${name}/wire.ts`
  const handlers = `src/features/${name}/handlers.ts`
  const FORGET = `FORGET_${ONE}`
  return [
    imported(wire, `import { ${FORGET}, nightly } from './schedule.ts'`),
    instead(wire, 'ids, words }: Wiring', 'ids, words, zone }: Wiring'),
    before(wire, '    routes: ', `    schedules: [{ kind: ${FORGET}, next: nightly(zone), erases: true }],`),
    imported(handlers, `import { ${FORGET} } from './schedule.ts'`),
    before(
      handlers,
      '    verbs: {',
      `    facts: {
      [${FORGET}]: async () => {
        await ${name}.forget()
        return []
      },
    },`,
    ),
  ]
}

function factsOf({ name, one, ONE, fr }: Names): readonly Entry[] {
  const rows = `test/stores/${name}.spec.ts`
  const whole = `test/features/${name}.spec.ts`
  return [
    before(
      rows,
      "  it('are shown to their author alone'",
      `  it('go once they are older than is asked, so many at a time', async () => {
    await add(written('a', 1), written('b', 2), written('c', 3))
    const forget = (until: number, limit: number) =>
      standing.db.transact(tx => ${one}Store(tx).forget(until, limit))
    assert.deepEqual([await forget(3, 1), await forget(3, 5), await forget(3, 5)], [1, 1, 0])
    assert.deepEqual(await page('p', 5), [written('c', 3)])
  })
`,
    ),
    imported(whole, `import { ${ONE}_KEPT } from '../../src/features/${name}/domain.ts'`),
    imported(whole, `import { ${one}Store } from '../../src/features/${name}/store.ts'`),
    imported(whole, `import { ${name}Usecases } from '../../src/features/${name}/usecases.ts'`),
    imported(whole, "import { DAY } from '../../src/kernel/time/clock.ts'"),
    imported(whole, "import { fixedClock } from '../support/product/clock.ts'"),
    before(
      whole,
      "  it('refuses a text that is too long'",
      `  it('forgets what was kept long enough, and nothing else', async () => {
    const { database, ids, clock: now } = stage.app
    const clock = fixedClock(now.now())
    const { transact, read, once } = database
    const ${name} = ${name}Usecases({ store: ${one}Store, transact, read, once, clock, ids })
    await stage.as(camille).says(\`${fr} \${WORDS}\`)
    clock.advance(${ONE}_KEPT)
    await ${name}.forget()
    assert.deepEqual(await mine(), [WORDS])
    clock.advance(DAY)
    await ${name}.forget()
    assert.deepEqual(await mine(), [])
  })
`,
    ),
  ]
}
