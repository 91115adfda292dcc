import assert from 'node:assert/strict'
import { TIMES } from '../../src/http/transport/timeouts.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { LIMITS } from '../../src/kernel/requests/limits.ts'
import type { PairedScreen } from '../../src/kernel/requests/screen-route.ts'
import type { ChangeTopic } from '../../src/kernel/storage/change-topic.ts'
import { HOUR, SECOND, systemClock } from '../../src/kernel/time/clock.ts'
import { type Listening, listen } from '../support/product/events.ts'
import { CAMILLE } from '../support/sign-in/cast.ts'
import { rawSend, startWeb } from './web.ts'

const KEY = 'k'.repeat(43)
const OTHER = 'o'.repeat(43)

describe('the door of a screen', () => {
  const hearers = new Set<(topics: readonly ChangeTopic[]) => void>()
  const change = (...topics: ChangeTopic[]) => {
    for (const hear of hearers) hear(topics)
  }
  const paired = new Map<string, PairedScreen>()
  const listening: Listening[] = []
  const asked: unknown[] = []
  let web: Awaited<ReturnType<typeof startWeb>>

  const start = async (options: Parameters<typeof startWeb>[0] = {}) => {
    const expiresAt = systemClock.now() + HOUR
    paired.set(KEY, { id: 's1', workshop: 'w1', expiresAt })
    paired.set(OTHER, { id: 's2', workshop: 'w2', expiresAt })
    web = await startWeb({
      subscribe: hear => {
        hearers.add(hear)
        return () => void hearers.delete(hear)
      },
      routes: [{ method: 'get', path: '/mine', run: async () => ({}) }],
      screens: {
        find: async key => paired.get(key),
        stillPaired: async ids =>
          new Set(ids.filter(id => [...paired.values()].some(screen => screen.id === id))),
        routes: [
          { path: '/screen/room', run: async ({ screen, query }) => ({ of: screen.workshop, ...query }) },
        ],
        openRoutes: [
          {
            path: '/screen/pairings',
            limit: LIMITS.pairing,
            run: async body => {
              asked.push(body)
              return { code: 'K7PM42' }
            },
          },
        ],
      },
      ...options,
    })
  }
  const open = async (key = KEY) => {
    const one = await listen(web.url, key, { path: '/screen/events', scheme: 'Screen' })
    listening.push(one)
    return one
  }
  const read = (authorization: string, path = '/api/v1/screen/room') => web.get(path, { authorization })

  afterEach(async () => {
    await Promise.all(listening.splice(0).map(({ leave }) => leave()))
    await web.close()
    paired.clear()
    asked.length = 0
  })

  it('opens to a key, for the workshop that it was made for', async () => {
    await start()
    for (const [key, of] of [
      [KEY, 'w1'],
      [OTHER, 'w2'],
    ] as const) {
      const answer = await read(`Screen ${key}`, '/api/v1/screen/room?after=12')
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      assert.equal(answer.headers.get('access-control-allow-origin'), null)
      assert.deepEqual(await answer.json(), { of, after: '12' })
    }
  })

  it('is closed to a token of a person, to no key, to one in the address, and to one written otherwise', async () => {
    await start()
    const token = await web.signIn.tabToken(CAMILLE)
    const wrong = [
      `Bearer ${token}`,
      `Bearer ${KEY}`,
      `Screen ${token}`,
      '',
      `Screen ${KEY}x`,
      `Screen ${KEY.slice(1)}`,
      `Screen  ${KEY}`,
      `Screen ${KEY}, Screen ${OTHER}`,
      `Screen ${'x'.repeat(43)}`,
    ]
    for (const path of ['/api/v1/screen/room', '/api/v1/screen/events'])
      for (const authorization of wrong) {
        const answer = await read(authorization, path)
        assert.deepEqual(
          [answer.status, answer.headers.get('www-authenticate'), (await answer.json()).code],
          [401, 'Screen', 'screen-key'],
          authorization,
        )
      }
    for (const query of [`key=${KEY}`, `authorization=Screen%20${KEY}`])
      assert.equal((await web.get(`/api/v1/screen/room?${query}`)).status, 401)
  })

  it('lets a key open nothing else', async () => {
    await start()
    for (const path of ['/mine', '/events', '/batch?read=/mine'])
      for (const scheme of ['Screen', 'Bearer']) {
        const answer = await read(`${scheme} ${KEY}`, `/api/v1${path}`)
        assert.deepEqual([answer.status, answer.headers.get('www-authenticate')], [401, 'Bearer'])
      }
  })

  it('takes no second header, and no line smuggled into one', async () => {
    await start()
    const send = (...lines: string[]) =>
      rawSend(
        web.port,
        `${['GET /api/v1/screen/room HTTP/1.1', 'Host: localhost', ...lines].join('\r\n')}\r\n\r\n`,
      )
    assert.match(await send(`Authorization: Screen ${KEY}`), /200/)
    // Of two, Node keeps the first.
    assert.match(await send('Authorization: Bearer a.b.c', `Authorization: Screen ${KEY}`), /401/)
    assert.match(await send(`Authorization: Bearer a.b.c\n Screen ${KEY}`), /40[01]/)
    assert.match(await send(`Authorization: Screen ${KEY}\0`), /40[01]/)
    assert.match(await send(`Authorization : Screen ${KEY}`), /40[01]/)
  })

  it('writes no key, in the log or in what is refused', async () => {
    await start()
    const wrong = 'z'.repeat(43)
    const answer = await read(`Screen ${wrong}`, `/api/v1/screen/room?key=${wrong}`)
    assert.doesNotMatch(await answer.text(), /zzz/)
    assert.doesNotMatch(JSON.stringify([...answer.headers]), /zzz/)
    assert.doesNotMatch(JSON.stringify(web.logged), /zzz/)
  })

  it('counts reads of one screen, and wrong keys by address', async () => {
    await start({
      limits: {
        over: ({ name }, who) =>
          name === 'screen' ? new Refusal('too-fast', { seconds: 7, [who]: 1 }) : undefined,
        spent: () => undefined,
        giveBack: () => {},
      },
    })
    const answer = await read(`Screen ${KEY}`)
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '7'])
    assert.equal((await read('Screen x')).status, 401)
  })

  describe('before it has a key', () => {
    const post = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${web.url}/api/v1/screen/pairings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })

    it('asks without a token, a number of times from one address', async () => {
      await start()
      const answers = []
      for (let n = 0; n <= LIMITS.pairing.most; n++) answers.push((await post('{}')).status)
      assert.deepEqual(new Set(answers.slice(0, -1)), new Set([200]))
      assert.equal(answers.at(-1), 429)
      assert.equal((await read(`Screen ${KEY}`)).status, 200)
    })

    it('is refused a body of more than 1 kB, or a packed one', async () => {
      await start()
      assert.equal((await post(JSON.stringify({ code: 'x'.repeat(1_100) }))).status, 413)
      assert.equal((await post('{}', { 'content-encoding': 'gzip' })).status, 415)
      assert.equal((await post('{')).status, 400)
      assert.deepEqual(asked, [])
    })
  })

  describe('its stream', () => {
    it('tells at once what a screen shows, and nothing else', async () => {
      await start()
      const one = await open()
      assert.equal(one.headers.get('content-type'), 'text/event-stream; charset=utf-8')
      change('audit', 'messages', 'people')
      change('ideas', 'audit')
      assert.deepEqual(await one.next('changed'), { event: 'changed', topics: ['ideas'] })
      change('workshops')
      assert.deepEqual(await one.next('changed'), { event: 'changed', topics: ['room'] })
    })

    it('ends when the key is taken back, and leaves the others', async () => {
      await start()
      const [one, other] = [await open(), await open(OTHER)]
      const began = performance.now()
      paired.delete(KEY)
      change('room')
      assert.deepEqual((await one.all()).at(-1), { event: 'end', why: 'revoked' })
      assert.ok(performance.now() - began < SECOND)
      assert.deepEqual(await other.next('changed'), { event: 'changed', topics: ['room'] })
      assert.equal(other.heard.filter(({ event }) => event === 'end').length, 0)
    })

    it('ends with a key that was taken back unheard, at the next sign of life', async () => {
      await start({ times: { ...TIMES, beat: 20 } })
      const one = await open()
      await one.next('life')
      paired.delete(KEY)
      assert.deepEqual((await one.all()).at(-1), { event: 'end', why: 'revoked' })
    })

    it('ends at midnight', async () => {
      await start()
      paired.set(KEY, { id: 's1', workshop: 'w1', expiresAt: systemClock.now() + 50 })
      const one = await open()
      assert.deepEqual((await one.all()).at(-1), { event: 'end', why: 'expired' })
    })

    it('ends when the server stops', async () => {
      await start()
      const one = await open()
      await web.server.close()
      assert.deepEqual((await one.all()).at(-1), { event: 'end', why: 'stop' })
    })

    it('is one of a bounded number: the oldest of a screen ends, and there is room for so many', async () => {
      await start({ screenStreams: { each: 1, all: 1 } })
      const first = await open()
      await open()
      assert.deepEqual((await first.all()).at(-1), { event: 'end', why: 'many' })
      const refused = await open(OTHER)
      assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30'])
    })

    it('has room of its own when people have none left', async () => {
      await start({ streams: { each: 1, all: 1 } })
      const token = await web.signIn.tabToken(CAMILLE)
      listening.push(await listen(web.url, token))
      assert.equal((await open()).status, 200)
    })
  })
})
