import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { ClaimView, PairingView } from '../../../src/tabs/contract/room/pairing.ts'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import type { RoomView } from '../../../src/tabs/contract/room/room.ts'
import type { WallView } from '../../../src/tabs/contract/room/wall.ts'
import { engines, onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { listen } from '../../support/product/events.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAMILLE, MAELLE, STRANGER } from '../../support/sign-in/cast.ts'
import { GENERAL, WORKSHOPS } from '../../support/teams/index.ts'

type Site = Pick<World, 'origin' | 'api' | 'as'>

/** A workshop of this morning. */
async function publish({ api }: Site, title: string): Promise<string> {
  const workshop = {
    ...{ title, description: '', axis: 'territoires', place: 'Narbonne', link: '', seats: '8' },
    ...{ date: '2027-04-22', start: '10:30', end: '12:30' },
  }
  const where = { channel: WORKSHOPS.id, directions: [] }
  const body = { workshop, where, nonce: randomIds.nonce() }
  return (await api(MAELLE).post<{ id: string }>('/workshops', body)).id
}

/** What a projector's browser sends, which has no token. */
function browserAt(origin: string) {
  const send = (path: string, body: unknown) =>
    fetch(`${origin}/api/v1/screen${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const claim = async ({ code, secret }: PairingView) =>
    (await (await send('/pairings/claim', { code, secret })).json()) as ClaimView
  return {
    send,
    claim,
    ask: async () => (await (await send('/pairings', {})).json()) as PairingView,
    read: (key: string, path = '/room') =>
      fetch(`${origin}/api/v1/screen${path}`, { headers: { authorization: `Screen ${key}` } }),
    listen: (key: string) => listen(origin, key, { path: '/screen/events', scheme: 'Screen' }),
  }
}

/** A screen paired with a workshop by Maëlle; code, secret and key as they went over the wire. */
async function pairedAt(site: Site, title = 'Accueillir') {
  const browser = browserAt(site.origin)
  const workshop = await publish(site, title)
  const asked = await browser.ask()
  const { screens } = await site
    .api(MAELLE)
    .post<RemoteView>(`/workshops/${workshop}/remote/pair`, { code: asked.code })
  const held = await browser.claim(asked)
  assert.ok(held.state === 'paired')
  return { browser, workshop, asked, key: held.key, screen: screens[0]?.key ?? '' }
}

onEachEngine('a room’s screen', engine => {
  const at = freshBot(engine)
  beforeEach(async () => {
    await at.bot.as(MAELLE).installs(GENERAL)
    await at.bot.settle()
  })

  it('reads the room of its workshop, and opens no other door, route by route', async function () {
    this.timeout(60_000)
    const { bot } = at
    const { browser, workshop, key } = await pairedAt(bot)
    const read = await browser.read(key)
    assert.equal(((await read.json()) as RoomView).workshop.id, workshop)
    const all = [
      ...bot.app.routes,
      { method: 'get', path: '/batch?read=/me' },
      { method: 'get', path: '/events' },
    ]
    const open: string[] = []
    for (const { method, path } of all)
      for (const scheme of ['Screen', 'Bearer']) {
        const answer = await fetch(`${bot.origin}/api/v1${path.replaceAll(/:\w+/g, workshop)}`, {
          method: method === 'del' ? 'DELETE' : method.toUpperCase(),
          headers: { authorization: `${scheme} ${key}`, 'content-type': 'application/json' },
          ...(method !== 'get' && { body: '{}' }),
        })
        await answer.body?.cancel()
        if (answer.status !== 401) open.push(`${method} ${path}: ${answer.status}`)
      }
    assert.deepEqual(open, [])
    assert.ok(all.length > 200)
  })

  it('reads the wall of its workshop: what is said there, changed and hidden, and nothing of another', async () => {
    const { bot } = at
    const { browser, workshop, key } = await pairedAt(bot)
    const other = await pairedAt(bot, 'Orienter')
    await bot.seat([CAMILLE])
    for (const where of [workshop, other.workshop])
      await bot.api(CAMILLE).put(`/workshops/${where}/answer`, { answer: 'yes' })
    await bot.later(31 * MINUTE)
    const say = async (where: string, text: string) => {
      const body = { nonce: randomIds.nonce(), axis: 'usager', text, table: '' }
      return (await bot.api(CAMILLE).post<{ id: string }>(`/workshops/${where}/ideas`, body)).id
    }
    const wall = async (after = '') =>
      (await (await browser.read(key, `/wall?after=${encodeURIComponent(after)}`)).json()) as WallView
    const stream = await browser.listen(key)
    await stream.next('life')
    const said = await say(workshop, 'Un banc devant le lycée')
    await say(other.workshop, 'Un abri devant la gare')
    assert.ok((await stream.next('changed')).topics?.includes('ideas'))
    const first = await wall()
    assert.deepEqual(
      first.ideas.map(({ id, text }) => [id, text]),
      [[said, 'Un banc devant le lycée']],
    )
    assert.doesNotMatch(JSON.stringify(first), /Camille|Martin/)
    assert.deepEqual((await wall(first.revision)).ideas, [])
    await bot.api(MAELLE).post(`/workshops/${workshop}/wall/hide`, { idea: said, hidden: true })
    assert.deepEqual((await wall(first.revision)).gone, [said])
    for (const after of ['x'.repeat(300), '%00', '../room', other.workshop])
      assert.ok([200, 422].includes((await browser.read(key, `/wall?after=${after}`)).status), after)
    await stream.leave()
  })

  it('is not opened by the token of a person, whoever they are, nor written to', async () => {
    const { bot } = at
    const { key } = await pairedAt(bot)
    for (const person of [MAELLE, CAMILLE, STRANGER])
      for (const { path } of bot.app.screens.routes) {
        const answer = await bot.api(person).ask<{ code: string }>('GET', path)
        assert.deepEqual([answer.status, answer.body.code], [401, 'screen-key'], path)
      }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      for (const path of ['room', 'events']) {
        const answer = await fetch(`${bot.origin}/api/v1/screen/${path}`, {
          method,
          headers: { authorization: `Screen ${key}` },
        })
        assert.ok([404, 405].includes(answer.status), `${method} ${path}: ${answer.status}`)
      }
  })

  it('is paired by nobody of another tenant, nor by who only takes part', async () => {
    const { bot } = at
    const workshop = await publish(bot, 'Accueillir')
    const browser = browserAt(bot.origin)
    const asked = await browser.ask()
    const path = `/workshops/${workshop}/remote/pair`
    for (const [person, code] of [
      [STRANGER, 'foreign-tenant'],
      [CAMILLE, 'room-not-led'],
    ] as const) {
      const { body } = await bot.api(person).ask<{ code: string }>('POST', path, { code: asked.code })
      assert.equal(body.code, code)
    }
    assert.deepEqual(await browser.claim(asked), { state: 'waiting' })
  })

  it('hears at once that the room moved, and nothing any more within a second of being taken away', async () => {
    const { bot } = at
    const { browser, workshop, key, screen } = await pairedAt(bot)
    const other = await pairedAt(bot, 'Orienter')
    const [stream, others] = [await browser.listen(key), await other.browser.listen(other.key)]
    await stream.next('life')
    const scene = { kind: 'question', words: 'Qu’essayer d’abord ?' }
    const remote = bot.api(MAELLE)
    const { room } = await remote.get<RemoteView>(`/workshops/${workshop}/remote`)
    const began = performance.now()
    await remote.post(`/workshops/${workshop}/remote/show`, { version: room.version, scene })
    assert.ok((await stream.next('changed')).topics?.includes('room'))
    assert.ok(performance.now() - began < SECOND)

    const taken = performance.now()
    await remote.post(`/workshops/${workshop}/remote/screens/${screen}/revoke`, {})
    assert.deepEqual((await stream.all()).at(-1), { event: 'end', why: 'revoked' })
    assert.ok(performance.now() - taken < SECOND)
    assert.equal((await browser.read(key)).status, 401)
    assert.equal((await other.browser.read(other.key)).status, 200)
    assert.equal(others.heard.filter(({ event }) => event === 'end').length, 0)
    await others.leave()
  })

  it('ends with its workshop, and at midnight', async () => {
    const { bot } = at
    const off = await pairedAt(bot)
    const kept = await pairedAt(bot, 'Orienter')
    const stream = await off.browser.listen(off.key)
    await stream.next('life')
    const reason = 'La salle est prise'
    await bot.api(MAELLE).post(`/workshops/${off.workshop}/call-off`, { off: 'cancelled', reason })
    assert.deepEqual((await stream.all()).at(-1), { event: 'end', why: 'revoked' })
    assert.equal((await off.browser.read(off.key)).status, 401)
    assert.equal((await kept.browser.read(kept.key)).status, 200)
    bot.clock.advance(DAY)
    for (const path of ['/room', '/events'])
      assert.equal((await kept.browser.read(kept.key, path)).status, 401)
  })

  it('leaves neither code, secret nor key in the log, in what is refused, or in what others are answered', async () => {
    const { bot } = at
    const { browser, workshop, asked, key } = await pairedAt(bot)
    const said: string[] = []
    const note = async (answer: Response) =>
      said.push(await answer.text(), JSON.stringify([...answer.headers]), answer.url)
    await note(await browser.send('/pairings/claim', { ...asked, until: 1 }))
    await note(await browser.send('/pairings/claim', { code: asked.code, secret: 7 }))
    await note(await browser.send('/pairings/claim', { code: asked.secret, secret: asked.code }))
    await note(await browser.send('/pairings/claim', { code: key.repeat(100), secret: key }))
    await note(await browser.read(`${key}x`))
    await note(await browser.read(key))
    const remote = await bot.api(MAELLE).get<RemoteView>(`/workshops/${workshop}/remote`)
    const wrong = await bot.api(MAELLE).ask('POST', `/workshops/${workshop}/remote/pair`, { code: key })
    said.push(
      JSON.stringify([remote, wrong, bot.logged]),
      bot.teams.calls.map(call => JSON.stringify(call)).join(),
    )
    for (const text of [asked.code, asked.secret, key]) assert.ok(!said.join('\n').includes(text))
  })
})

for (const engine of engines.filter(({ name }) => name === 'postgres')) {
  it('two instances on one PostgreSQL know a screen paired at either, and one taken away at the other', async function () {
    this.timeout(60_000)
    const { url, drop } = await engine.begin()
    const worlds = [await openWorld({ url, ids: randomIds }), await openWorld({ url, ids: randomIds })]
    try {
      const [one, two] = worlds
      assert.ok(one && two)
      await one.as(MAELLE).installs(GENERAL)
      await one.settle()
      const workshop = await publish(one, 'Accueillir')
      const [here, there] = [browserAt(one.origin), browserAt(two.origin)]
      const asked = await here.ask()
      const path = `/workshops/${workshop}/remote`
      const { screens } = await two.api(MAELLE).post<RemoteView>(`${path}/pair`, { code: asked.code })
      const held = [await here.claim(asked), await there.claim(asked)]
      const keys = held.map(each => (each.state === 'paired' ? each.key : assert.fail('it waits')))
      assert.equal(keys[0], keys[1])
      const [key = ''] = keys
      for (const browser of [here, there]) assert.equal((await browser.read(key)).status, 200)
      await two.app.database.listening()
      const stream = await there.listen(key)
      const taken = performance.now()
      await one.api(MAELLE).post(`${path}/screens/${screens[0]?.key}/revoke`, {})
      assert.deepEqual((await stream.all()).at(-1), { event: 'end', why: 'revoked' })
      assert.ok(performance.now() - taken < SECOND)
      for (const browser of [here, there]) assert.equal((await browser.read(key)).status, 401)
    } finally {
      for (const world of worlds) await world.close()
      await drop()
    }
  })
}
