import assert from 'node:assert/strict'
import { TIMES } from '../../src/http/transport/timeouts.ts'
import type { ChangeTopic } from '../../src/kernel/storage/change-topic.ts'
import { SECOND } from '../../src/kernel/time/clock.ts'
import { type Listening, listen } from '../support/product/events.ts'
import { CAMILLE, KARIM, type Person } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

describe('the stream of events', () => {
  const hearers = new Set<(topics: readonly ChangeTopic[]) => void>()
  const change = (...topics: ChangeTopic[]) => {
    for (const hear of hearers) hear(topics)
  }
  const listening: Listening[] = []
  let web: Awaited<ReturnType<typeof startWeb>>
  const start = async (options: Parameters<typeof startWeb>[0] = {}) => {
    web = await startWeb({
      subscribe: hear => {
        hearers.add(hear)
        return () => void hearers.delete(hear)
      },
      resolveActor: async ({ objectId, name }) => ({ id: objectId, name, role: 'agent', language: 'fr' }),
      ...options,
    })
  }
  const open = async (person: Person, claims: object = {}) => {
    const one = await listen(web.url, await web.signIn.tabToken(person, { ...claims }))
    listening.push(one)
    return one
  }
  afterEach(async () => {
    await Promise.all(listening.splice(0).map(({ leave }) => leave()))
    await web.close()
  })

  it('says of what kind the things are that changed, and nothing else', async () => {
    await start()
    const [one, two] = [await open(CAMILLE), await open(KARIM)]
    assert.equal(one.status, 200)
    assert.equal(one.headers.get('content-type'), 'text/event-stream; charset=utf-8')
    assert.match(one.headers.get('cache-control') ?? '', /no-store/)
    assert.equal(one.headers.get('content-encoding'), null)
    change('ideas', 'audit')
    for (const each of [one, two])
      assert.deepEqual(await each.next('changed'), { event: 'changed', topics: ['ideas', 'audit'] })
  })

  it('is for whoever the API greets, and no one else', async () => {
    await start()
    for (const token of ['', 'a.b.c', await web.signIn.tabToken(CAMILLE, {}, 'key')]) {
      const refused = await listen(web.url, token)
      assert.equal(refused.status, 401)
      assert.equal(refused.headers.get('www-authenticate'), 'Bearer')
    }
    assert.equal(hearers.size, 0)
  })

  it('shows that it lives, and ends with the token', async () => {
    await start({ times: { ...TIMES, beat: 20 } })
    const one = await open(CAMILLE)
    await one.next('life')
    await one.next('life')
    const now = Math.floor(Date.now() / SECOND)
    // The check of a token allows for clocks that differ, a stream does not.
    const late = await open(KARIM, { exp: now - 5, nbf: now - 60 })
    assert.deepEqual((await late.all()).at(-1), { event: 'end', why: 'expired' })
  })

  it('ends the oldest of a person who has many, and makes others wait when there is no room', async () => {
    await start({ streams: { each: 2, all: 3 } })
    const [first] = [await open(CAMILLE), await open(CAMILLE), await open(CAMILLE)]
    assert.deepEqual(await first.next('end'), { event: 'end', why: 'many' })
    await open(KARIM)
    const refused = await open({ ...KARIM, objectId: 'dddddddd-0000-4000-8000-000000000009' })
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30'])
  })

  it('ends the oldest of a person who has many by their account: an erasure gives them another id', async () => {
    let greeted = 0
    await start({
      streams: { each: 2, all: 9 },
      resolveActor: async ({ objectId, name }) => ({
        id: `id-${++greeted}`,
        account: objectId,
        name,
        role: 'agent',
        language: 'fr',
      }),
    })
    const other = await open(KARIM)
    const [first] = [await open(CAMILLE), await open(CAMILLE), await open(CAMILLE)]
    assert.deepEqual(await first.next('end'), { event: 'end', why: 'many' })
    assert.ok(other.heard.every(({ event }) => event === 'life'))
  })

  it('tells whoever holds a room’s remote at once, beside many pages, and nobody else who says so', async () => {
    const asked: string[] = []
    await start({
      streams: { each: 400, all: 400 },
      holdsRemote: async ({ name }, workshop) => {
        asked.push(workshop)
        return name === KARIM.name && workshop === 'w1'
      },
    })
    for (let n = 0; n < 300; n++) await open(CAMILLE)
    const remote = async (person: Person, query: string) => {
      const one = await listen(web.url, await web.signIn.tabToken(person), {
        path: `/events?remote=${query}`,
      })
      listening.push(one)
      return one
    }
    const [held, claimed, other] = [
      await remote(KARIM, 'w1'),
      await remote(CAMILLE, 'w1'),
      await remote(KARIM, 'w2'),
    ]
    await remote(KARIM, 'x'.repeat(200))
    change('room')
    const began = performance.now()
    assert.deepEqual(await held.next('changed'), { event: 'changed', topics: ['room'] })
    assert.ok(performance.now() - began < SECOND / 2)
    const told = [claimed, other].flatMap(({ heard }) => heard).filter(({ event }) => event === 'changed')
    assert.ok(told.length < 2)
    assert.deepEqual(asked, ['w1', 'w1', 'w2'])
  })

  it('is followed no more once the page is gone', async () => {
    await start()
    const one = await open(CAMILLE)
    await one.next('life')
    assert.equal(hearers.size, 1)
    await one.leave()
    while (hearers.size > 0) await new Promise(setImmediate)
  })

  it('ends at once when the server stops', async () => {
    await start()
    const one = await open(CAMILLE)
    const began = performance.now()
    await web.server.close()
    assert.deepEqual((await one.all()).at(-1), { event: 'end', why: 'stop' })
    assert.ok(performance.now() - began < SECOND)
  })
})
