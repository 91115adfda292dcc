import assert from 'node:assert/strict'
import { LIMITS } from '../../../src/kernel/requests/limits.ts'
import { engines } from '../../support/database/engines.ts'
import { listen } from '../../support/product/events.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAMILLE, KARIM, type Person } from '../../support/sign-in/cast.ts'

for (const engine of engines.filter(({ name }) => name === 'postgres')) {
  describe('two instances of the product on one PostgreSQL', () => {
    let worlds: World[] = []
    let drop = async () => {}
    beforeEach(async () => {
      const made = await engine.begin()
      drop = made.drop
      worlds = [await openWorld({ url: made.url }), await openWorld({ url: made.url })]
    })
    afterEach(async () => {
      for (const world of worlds) await world.close()
      await drop()
    })

    const ask = async (world: World, person: Person) => world.api(person).ask<{ code: string }>('GET', '/me')

    it('count a person’s calls together, and refuse them at either', async function () {
      this.timeout(60_000)
      const [one, other] = worlds
      assert.ok(one && other)
      const apart = Math.ceil(LIMITS.api.most * 0.8)
      for (let n = 0; n < apart; n++) assert.equal((await ask(one, CAMILLE)).status, 200)
      await one.app.database.exchangeLimits()
      for (let n = apart; n < LIMITS.api.most; n++) assert.equal((await ask(other, CAMILLE)).status, 200)
      await other.app.database.exchangeLimits()
      const refused = await ask(other, CAMILLE)
      assert.deepEqual([refused.status, refused.body.code], [429, 'too-fast'])
      await one.app.database.exchangeLimits()
      await ask(one, CAMILLE)
      await one.app.database.exchangeLimits()
      assert.equal((await ask(one, CAMILLE)).status, 429)
      assert.equal((await ask(one, KARIM)).status, 200)
    })

    it('tell the pages of either what was done at the other', async () => {
      const [one, other] = worlds
      assert.ok(one && other)
      for (const [world, person] of [
        [one, CAMILLE],
        [other, KARIM],
      ] as const)
        await world.api(person).put('/me', { direction: 'lycees' })
      const streams = await Promise.all(
        worlds.map(async ({ origin, signIn }) => listen(origin, await signIn.tabToken(CAMILLE))),
      )
      for (const { app } of worlds) await app.database.listening()
      const idea = { text: 'Relire nos courriers', axis: 'usager', nonce: 'nonce-of-the-form-0001' }
      await one.api(CAMILLE).post('/ideas', { ...idea, unnamed: false })
      const told = await Promise.all(streams.map(stream => stream.next('changed')))
      for (const { topics } of told) assert.ok(topics?.includes('ideas'), String(topics))
      await Promise.all(streams.map(({ leave }) => leave()))
    })
  })
}
