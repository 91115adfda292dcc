import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nameAt } from '../../src/commands/backup-folder.ts'
import { open, openDatabase } from '../../src/db/index.ts'
import { DAY, HOUR } from '../../src/kernel/clock.ts'
import { engines } from '../db/engines.ts'
import { openWorld, type World } from '../support/world.ts'

for (const engine of engines)
  describe(`a backup each night, on ${engine.name}`, () => {
    let root: string
    let world: World
    let drop = async () => {}
    const folder = () => join(root, 'kept')
    beforeEach(async () => {
      root = mkdtempSync(join(tmpdir(), 'faire-nightly-'))
      const made = engine.name === 'sqlite' ? { url: `file:${root}/x.sqlite`, drop } : await engine.create()
      drop = made.drop
      world = await openWorld({ url: made.url, backups: { folder: folder(), keep: 2 } })
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
  })
