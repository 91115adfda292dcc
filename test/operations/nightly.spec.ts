import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { db as command } from '../../src/commands/db.ts'
import { open, openDatabase } from '../../src/db/index.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE, SECOND, systemClock } from '../../src/kernel/time/clock.ts'
import { nameAt } from '../../src/operations/backup-folder.ts'
import { heard } from '../commands/heard.ts'
import { engines } from '../support/database/engines.ts'
import { scrape } from '../support/product/metrics.ts'
import { openWorld, type World } from '../support/product/world.ts'

for (const engine of engines)
  describe(`a backup each night, on ${engine.name}`, () => {
    let root: string
    let world: World
    let url: string
    let drop = async () => {}
    const folder = () => join(root, 'kept')
    beforeEach(async () => {
      root = mkdtempSync(join(tmpdir(), 'faire-nightly-'))
      const made = engine.name === 'sqlite' ? { url: `file:${root}/x.sqlite`, drop } : await engine.create()
      drop = made.drop
      url = made.url
      // The command has the machine's clock: what it does is later than what went wrong the night before.
      const start = systemClock.now() - DAY - HOUR - MINUTE
      const backups = { folder: folder(), keep: 2 }
      world = await openWorld({ url, start, backups, metrics: true, ids: randomIds })
    })
    afterEach(async () => {
      await world.close()
      await drop()
      rmSync(root, { recursive: true })
    })

    const pass = async (ms: number) => {
      await world.pass(ms)
      await world.app.nightly.done()
    }
    const ready = async () => (await fetch(`${world.origin}/health/ready`)).json()
    const acts = async () => {
      const rows = await world.app.database.read(tx =>
        open(tx).selectFrom('audit').select('act').orderBy('at').execute(),
      )
      return rows.map(({ act }) => act).filter(act => act.startsWith('data.'))
    }

    it('is made, whole, and the newest are kept', async function () {
      this.timeout(60_000)
      mkdirSync(folder())
      const before = Date.parse('2021-04-22T01:15:00Z')
      for (let night = 0; night < 3; night++) writeFileSync(nameAt(folder(), before + night * DAY), '')
      await pass(DAY)
      const names = readdirSync(folder())
      assert.equal(names.length, 2, names.join())
      const backup = await openDatabase({ url: `file:${folder()}/${names[1]}` })
      assert.equal(await backup.isReady(), true)
      await backup.close()
      assert.deepEqual(world.logged, [])
      assert.deepEqual(await acts(), ['data.back-up'])
      assert.deepEqual(await ready(), { status: 'ready' })
      const told = (await scrape(world.metrics)).sum('faire_last_backup_timestamp_seconds')
      assert.ok(Math.abs(told - systemClock.now() / SECOND) < 60, String(told))
    })

    it('that fails is said in the log, the journal and by the health check, and tried again within the hour', async function () {
      this.timeout(60_000)
      writeFileSync(folder(), 'no folder')
      await pass(DAY)
      assert.deepEqual(await acts(), ['data.back-up.failed'])
      assert.deepEqual(await ready(), { status: 'ready', degraded: ['backup-failed'] })
      const [logged] = world.logged.filter(({ fields }) => Reflect.get(fields, 'code') === 'backup-failed')
      assert.match(String(Reflect.get(logged?.fields ?? {}, 'said')), /EEXIST|ENOTDIR|no folder/)
      rmSync(folder())
      await pass(HOUR)
      assert.equal(existsSync(folder()) && readdirSync(folder()).length, 1)
      assert.deepEqual(await ready(), { status: 'ready' })
    })

    it('of a clock that was far ahead says nothing of today', async function () {
      this.timeout(60_000)
      const { database } = world.app
      const at = world.clock.now() + 30 * DAY
      const row = { id: 'ahead', at, act: 'data.back-up.failed', role: 'operator', door: 'command' } as const
      await database.transact(tx =>
        open(tx)
          .insertInto('audit')
          .values({ ...row, who: '', thing: '', refused: null })
          .execute(),
      )
      assert.deepEqual(await ready(), { status: 'ready' })
    })

    it('that fails is known to whichever process runs next, until one is made by hand', async function () {
      this.timeout(60_000)
      writeFileSync(folder(), 'no folder')
      await pass(DAY)
      await world.restart()
      assert.deepEqual(await ready(), { status: 'ready', degraded: ['backup-failed'] })
      const { sum } = await scrape(world.metrics)
      assert.equal(sum('faire_degraded', 'reason="backup-failed"'), 1)
      assert.equal(sum('faire_last_backup_timestamp_seconds'), 0)
      const env = { DATABASE_URL: url, LOG_LEVEL: 'silent' }
      assert.equal((await heard(command, ['backup', `${root}/by-hand/`], env)).code, 0)
      assert.deepEqual(await ready(), { status: 'ready' })
    })
  })
