import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import type { Tables } from '../../src/db/tables/index.ts'
import type { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY, MINUTE } from '../../src/kernel/time/clock.ts'
import { engines } from '../support/database/engines.ts'
import { camille, maelle, type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'
import { CHANNEL, type Someone } from '../support/product/stage.ts'

const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const karim = { objectId: 'karim', name: 'Karim Benali' }

for (const engine of engines)
  describe(`what an erasure hands on, on ${engine.name}`, function () {
    this.timeout(60_000)
    let table: OneOfEach
    let drop: () => Promise<void>
    beforeEach(async () => {
      const made = await engine.begin()
      drop = made.drop
      table = await setOneOfEach(made.url)
    })
    afterEach(async () => {
      await table.close()
      await drop()
    })

    const rows = <T extends keyof Tables>(name: T) =>
      table.stage.app.database.read(tx =>
        open(tx)
          .selectFrom(name as 'vote')
          .selectAll()
          .execute(),
      ) as unknown as Promise<readonly Tables[T][]>
    const erase = (who: Someone, ideas = 'unname') =>
      table.call(who, 'post', '/me/data/erase', { body: { ideas, sure: true } })
    const vote = (who: Someone) =>
      table.call(who, 'put', '/ballots/:id/vote', {
        params: { id: table.things.ballot },
        body: { choice: [{ option: table.things.option, points: 1 }] },
      })

    it('gives their seat to who waits', async () => {
      const { workshop } = table.things
      await table.stage.app.database.transact(async tx => {
        await open(tx).updateTable('workshop').set({ capacity: 1 }).where('id', '=', workshop).execute()
      })
      const answer = { params: { id: workshop }, body: { answer: 'yes', orWait: true } }
      await table.call(camille, 'put', '/workshops/:id/answer', answer)
      await table.call(nadia, 'put', '/workshops/:id/answer', answer)
      const { id } = await table.actor(nadia)
      assert.equal((await rows('registration')).find(row => row.person_id === id)?.answer, 'waiting')
      await erase(camille)
      assert.equal((await rows('registration')).find(row => row.person_id === id)?.answer, 'offered')
      const taken = (await rows('workshop')).find(row => row.id === workshop)
      assert.deepEqual([taken?.seats_taken, taken?.waiting], [1, 0])
    })

    it('keeps their vote in the total, and lets the account vote no second time while the ballot runs', async () => {
      await vote(camille)
      await vote(nadia)
      const before = await rows('ballot_option')
      await erase(camille)
      assert.deepEqual(await rows('ballot_option'), before)
      assert.equal((await rows('vote')).length, 2)
      assert.equal((await rows('vote_mark')).length, 1)
      await assert.rejects(vote(camille), (error: Refusal) => error.code === 'ballot-voted-before')
      assert.equal((await rows('vote')).length, 2)
      await vote(karim)
      await table.call(maelle, 'post', '/ballots/:id/close', { params: { id: table.things.ballot } })
      assert.deepEqual(await rows('vote_mark'), [])
      assert.equal((await rows('vote')).length, 3)
    })

    it('draws what they posted in a channel again, without their name', async () => {
      const { stage, clock } = table
      const { channels, database } = stage.app
      const { id: person } = await table.actor(camille)
      const about = { direction: 'lycees', thing: 'axis', thing_id: 'usager' } as const
      const targets = await channels.targets({ channel: CHANNEL, directions: [] })
      await database.transact(async tx => {
        const post = { ...about, id: 'post', person_id: person, text: 'Venez, il fait bon', created_at: 1 }
        await open(tx).insertInto('pilot_post').values(post).execute()
        await channels.announce(tx, { thing: 'post', id: 'post' }, targets)
        await database.note(tx, { kind: 'nudges.posted', payload: { post: 'post' } })
      })
      const inChannel = async () => {
        // A channel takes one card a second.
        clock.advance(MINUTE)
        await stage.settle()
        const there = [...stage.sent.values()].filter(({ to }) => to === CHANNEL)
        return there.map(({ card }) => JSON.stringify(card)).filter(card => card.includes('il fait bon'))
      }
      const [before = '', ...others] = await inChannel()
      assert.ok(before.includes(camille.name) && others.length === 0)
      await erase(camille)
      const after = await inChannel()
      assert.equal(after.length, 1)
      assert.ok(!after.join('').includes(camille.name))
    })

    it('leaves an initiative to look for somebody, and a retained idea without a name', async () => {
      const { initiative } = table.things
      await erase(camille, 'withdraw')
      const carried = (await rows('initiative')).find(row => row.idea_id === initiative)
      assert.deepEqual([carried?.owner, carried?.members], [null, 1])
      const idea = (await rows('idea')).find(row => row.id === initiative)
      assert.equal(idea?.unnamed, 1)
      assert.notEqual(idea?.text, '')
    })

    it('withdraws what others support only where the person says so', async () => {
      const { idea } = table.things
      await table.call(nadia, 'put', '/ideas/:id/support', { params: { id: idea }, body: { support: true } })
      const other = await table.retained(karim, 'Une idée que d’autres soutiennent')
      await table.stage.app.database.transact(async tx => {
        await open(tx).updateTable('idea').set({ state: 'received' }).where('id', '=', other).execute()
      })
      await table.call(nadia, 'put', '/ideas/:id/support', { params: { id: other }, body: { support: true } })
      await erase(camille)
      await erase(karim, 'withdraw')
      const found = await rows('idea')
      const [kept, gone] = [idea, other].map(id => found.find(row => row.id === id))
      assert.deepEqual([kept?.state, kept?.unnamed, kept?.supports], ['received', 1, 1])
      assert.deepEqual([gone?.state, gone?.text], ['withdrawn', ''])
    })

    it('goes on from where a process ended, by the fact that stands since the first step', async () => {
      const { database } = table.stage.app
      const { id } = await table.actor(camille)
      await database.transact(tx =>
        database.note(tx, {
          kind: 'rights.erase',
          payload: { person: id, chat: '', parting: 'unname' },
          dueAt: table.clock.now() + 2 * MINUTE,
        }),
      )
      table.clock.advance(3 * MINUTE)
      await table.stage.settle()
      assert.equal(
        (await rows('person')).find(row => row.id === id),
        undefined,
      )
      table.clock.advance(DAY)
      await table.stage.settle()
      assert.deepEqual(
        (await rows('fact')).filter(({ kind, state }) => kind === 'rights.erase' || state === 'dead'),
        [],
      )
    })
  })
