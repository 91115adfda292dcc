import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp, open } from '../../src/db/index.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { pageMark } from '../../src/kernel/crypto/page-owner.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { HeldView } from '../../src/tabs/contract/rights.ts'
import { engines } from '../support/database/engines.ts'
import { openWorld, type World } from '../support/product/world.ts'
import { foundIn, foundInFile } from '../support/rights/scan.ts'
import { AHMED, CAMILLE, INES, KARIM, MAELLE, mailOf, NADIA, type Person } from '../support/sign-in/cast.ts'

const MINUTES = 60_000
const ERASE = { ideas: 'unname', sure: true }

for (const engine of engines)
  describe(`somebody who is erased, on ${engine.name}`, function () {
    this.timeout(60_000)
    let world: World
    let folder: string
    let drop: () => Promise<void>
    let url: string
    const said: string[] = []
    const log = (fields: object, message: string) => void said.push(JSON.stringify(fields) + message)

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'faire-rights-'))
      const made = await engine.begin()
      drop = made.drop
      url = engine.name === 'sqlite' ? `file:${join(folder, 'programme.sqlite')}` : made.url
      world = await openWorld({ url, ids: randomIds, log: { info: log, warn: log, error: log } })
    })
    afterEach(async () => {
      await world.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    })

    const knownAs = async ({ objectId }: Person) =>
      world.app.database.read(async tx =>
        open(tx).selectFrom('person').selectAll().where('object_id', '=', objectId).executeTakeFirst(),
      )

    /** Camille has written, done and received one of each. */
    async function live(): Promise<readonly string[]> {
      for (const who of [MAELLE, CAMILLE, NADIA, KARIM, AHMED, INES]) {
        await world.api(who).get('/me')
        if (who.direction) await world.api(who).put('/me', { direction: who.direction })
      }
      await world.as(CAMILLE).says('aide')
      await world.settle()
      const person = await knownAs(CAMILLE)
      assert.ok(person)
      return [person.id, person.chat ?? '?', CAMILLE.name, CAMILLE.objectId, mailOf(CAMILLE)]
    }

    it('is nowhere any more: in no table, file, backup or log', async () => {
      const words = await live()
      const idea = await world
        .api(CAMILLE)
        .post<IdeaView>('/ideas', { text: 'Relire nos courriers', axis: 'usager', nonce: randomIds.nonce() })
      const kept = await world.api(CAMILLE).post<IdeaView>('/ideas', {
        text: 'Une permanence le soir',
        axis: 'usager',
        nonce: randomIds.nonce(),
      })
      await world.api(NADIA).put(`/ideas/${kept.id}/support`, { support: true })
      await world.api(CAMILLE).post('/commitments', {
        text: 'Relire un courrier',
        axis: 'usager',
        horizon: '2027-12-30',
        visibility: 'everyone',
        nonce: randomIds.nonce(),
      })
      const theirs = await world
        .api(NADIA)
        .post<IdeaView>('/ideas', { text: 'Un café des métiers', axis: 'equipe', nonce: randomIds.nonce() })
      await world.api(CAMILLE).put(`/ideas/${theirs.id}/support`, { support: true })
      await world
        .api(CAMILLE)
        .post(`/ideas/${theirs.id}/comments`, { text: 'Volontiers', nonce: randomIds.nonce() })
      await world.settle()
      const before = await foundIn(world.app.database, words)
      assert.ok(before.length > 8, before.join())
      said.length = 0
      await world.api(CAMILLE).post('/me/data/erase', ERASE)
      await world.settle()
      assert.deepEqual(await foundIn(world.app.database, words), ['fact.merge_key', 'fact.payload'])
      await world.pass(3 * MINUTES)
      assert.deepEqual(await foundIn(world.app.database, words), [])
      await world.pass(10 * MINUTES)
      assert.deepEqual(await foundIn(world.app.database, words), [])
      if (engine.name === 'sqlite') assert.deepEqual(foundInFile(join(folder, 'programme.sqlite'), words), [])
      const copy = join(folder, 'copy.db')
      await backUp(url, copy, silentLogger)
      assert.ok(existsSync(copy))
      assert.deepEqual(foundInFile(copy, words), [])
      assert.deepEqual(
        said.filter(line => words.some(word => line.includes(word))),
        [],
      )

      const { items } = await world.api(NADIA).get<{ items: IdeaView[] }>('/ideas')
      assert.deepEqual(items.map(({ id }) => id).sort(), [kept.id, theirs.id].sort())
      const left = items.find(({ id }) => id === kept.id)
      assert.deepEqual([left?.supports, left?.author], [1, ''])
      assert.equal(items.find(({ id }) => id === theirs.id)?.supports, 0)
      assert.ok(!items.some(({ id }) => id === idea.id))
      const rows = await world.app.database.read(tx =>
        open(tx).selectFrom('audit').selectAll().where('act', '=', 'rights.erase').execute(),
      )
      assert.equal(rows.length, 1)
      assert.equal(
        await world.app.database.read(tx =>
          open(tx)
            .selectFrom('audit_person')
            .select('who')
            .where('who', '=', rows[0]?.who ?? '')
            .executeTakeFirst(),
        ),
        undefined,
      )
    })

    it('is not made known again by a page that stays open, and comes back by another as on the first day', async () => {
      await live()
      const person = await knownAs(CAMILLE)
      const mark = pageMark(person?.id ?? '')
      const token = await world.signIn.tabToken(CAMILLE)
      const ask = (known?: string) =>
        fetch(`${world.origin}/api/v1/me`, {
          headers: { authorization: `Bearer ${token}`, ...(known !== undefined && { 'x-known-as': known }) },
        })
      assert.equal((await ask()).headers.get('x-known-as'), mark)
      assert.equal((await ask(mark)).status, 200)
      await world.api(CAMILLE).post('/me/data/erase', ERASE)
      const late = await ask(mark)
      assert.equal(late.status, 410)
      assert.equal(((await late.json()) as { code: string }).code, 'data-erased')
      assert.equal(await knownAs(CAMILLE), undefined)
      const again = await ask()
      assert.equal(again.status, 200)
      assert.notEqual(again.headers.get('x-known-as'), mark)
      assert.equal((await ask(mark)).status, 410)
      assert.deepEqual(
        await world
          .api(CAMILLE)
          .get<HeldView>('/me/data')
          .then(({ parts }) => parts.map(({ part }) => part)),
        ['self'],
      )
    })

    it('is refused while nobody else would organise, and nothing is undone then', async () => {
      await live()
      await assert.rejects(world.api(MAELLE).post('/me/data/erase', ERASE), /organiser-last|409|422/)
      assert.equal((await world.api(MAELLE).get<{ role: string }>('/me')).role, 'organiser')
    })
  })
