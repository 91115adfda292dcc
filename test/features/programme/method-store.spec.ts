import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { open } from '../../../src/db/index.ts'
import { importUsecases } from '../../../src/features/programme/import/usecases.ts'
import { MethodFault } from '../../../src/features/programme/index.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import { KEPT_MONTHS } from '../../../src/features/programme/retention/domain.ts'
import { loadProgramme, programmeStore } from '../../../src/features/programme/wire.ts'
import { wordFaults } from '../../../src/i18n/overrides.ts'
import { silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'

const OCCITANIE = 'programmes/occitanie.yaml'
const clock = fixedClock()

onEachEngine('loading the programme', engine => {
  const standing = freshDatabase(engine, { clock })
  let folder: string
  const load = (file: string) =>
    loadProgramme({ store: programmeStore, transact: standing.db.transact, clock, file })

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'programme-'))
  })
  afterEach(async () => {
    await rm(folder, { recursive: true })
  })

  it('takes it from the file into an empty database', async () => {
    const programme = await load(OCCITANIE)
    assert.equal(programme.organisation, 'Région Occitanie')
    assert.equal(programme.axis('usager')?.title.fr, 'Renforcer notre culture «\u00A0usager\u00A0»')
  })

  it('keeps to what the database holds, whatever became of the file', async () => {
    const first = await load(OCCITANIE)
    const again = await load(join(folder, 'gone.yaml'))
    assert.deepEqual(again.directions, first.directions)
    assert.equal(again.headcount, first.headcount)
  })

  it('gives two instances that start together the same one', async () => {
    const [one, other] = await Promise.all([load(OCCITANIE), load(OCCITANIE)])
    assert.deepEqual(one.axes, other.axes)
  })

  it('names the file when it is missing or cannot be used, and stores nothing', async () => {
    const broken = join(folder, 'broken.yaml')
    await writeFile(broken, 'format: 1\nname: 12\n')
    await assert.rejects(load(join(folder, 'gone.yaml')), /gone\.yaml: cannot be read \(ENOENT\)/)
    await assert.rejects(
      load(broken),
      (fault: unknown) =>
        fault instanceof MethodFault &&
        /broken\.yaml: line 1: organisation: is missing; .* and 2 more$/.test(fault.message),
    )
    assert.equal(await standing.db.read(tx => programmeStore(tx).current()), undefined)
  })

  const keep = (content: object) =>
    standing.db.transact(async tx => {
      const row = { id: 'current' as const, content: JSON.stringify(content), loaded_at: 1 }
      await open(tx).insertInto('programme').values(row).execute()
    })
  const { format: _, ...former } = parse(readFileSync('test/support/programme/format-1.yaml', 'utf8'))

  it('reads what a database of format 1 holds', async () => {
    await keep(former)
    const { zone, calendar, directions } = await load(join(folder, 'gone.yaml'))
    assert.equal(zone, 'Europe/Paris')
    assert.equal(calendar.closures.length, 2)
    assert.equal(directions.length, 3)
  })

  it('reads what was written before the bot wrote to anybody', async () => {
    await keep({ ...former, messages: undefined })
    const { messages, retention, calendar } = await load(join(folder, 'gone.yaml'))
    assert.deepEqual([messages, retention], [{ perWeek: 3 }, { figureWeeks: 26, ...KEPT_MONTHS }])
    assert.deepEqual([calendar.country, calendar.closures], ['FR', []])
  })

  it('compares an imported file with what a change of that moment left', async () => {
    const { db } = standing
    const content = parseMethodFile(readFileSync(OCCITANIE, 'utf8'))
    await db.transact(tx => programmeStore(tx).save(content, 1))
    const reading = Promise.withResolvers<void>()
    const { replace } = importUsecases({
      ...db,
      clock,
      audit: async () => {},
      usageCounts: [],
      // As it is, and tells when it has read, or waits for its turn.
      store: tx => {
        const store = programmeStore(tx)
        const current = () => store.current().finally(reading.resolve)
        const lock = () => {
          reading.resolve()
          return store.lock()
        }
        return { ...store, current, lock }
      },
    })
    const thresholds = [{ supports: 40, days: 20, by: 'lab' as const }]
    let imported: ReturnType<typeof replace> | undefined
    await db.transact(async tx => {
      const held = await programmeStore(tx).lock()
      assert.ok(held)
      await programmeStore(tx).save({ ...held, thresholds }, 2, { act: 'change' })
      imported ??= replace(content)
      // One transaction at a time writes to SQLite: the other has not begun.
      if (engine.name === 'postgres') await reading.promise
    })
    const changes = (await imported)?.changes ?? []
    assert.deepEqual(
      changes.map(({ said: { of, act } }) => `${of} ${act}`),
      ['threshold removed'],
    )
  })

  it('leaves out, and logs, words that a later version cannot say', async () => {
    const content = parseMethodFile(readFileSync(OCCITANIE, 'utf8'))
    const kept = { 'direction.title': 'Mon pôle' }
    await keep({ ...content, format: 2, words: { fr: { ...kept, 'gone.key': 'Rien' }, en: {} } })
    const logged: unknown[] = []
    const log = { ...silentLogger, warn: (what: unknown) => void logged.push(what) }
    const { transact } = standing.db
    const parts = { store: programmeStore, transact, clock, file: '', checkWords: wordFaults, log }
    assert.deepEqual((await loadProgramme(parts)).words, { fr: kept, en: {} })
    assert.deepEqual(logged, [{ words: ['fr gone.key'] }])
  })
})
