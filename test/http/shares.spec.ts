import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { SHARES } from '../../src/http/transport/bodies.ts'
import type { ApiRoute } from '../../src/kernel/requests/route.ts'
import { CAMILLE, KARIM, LEA, NADIA, type Person } from '../support/sign-in/cast.ts'
import { startWeb } from './web.ts'

/** Bodies of one person that may be on their way; see src/http/transport/bodies.ts. */
const EACH = 20
/** Of all in tabs: three persons' worth. */
const TABS = { count: 3 * EACH, bytes: 1_000_000 }
const BOT = { count: 2, bytes: 1_000_000 }
const ECHO = '/api/v1/echo'
const TAP = '/tap'

const ROUTES: readonly ApiRoute[] = [{ method: 'post', path: '/echo', run: async ({ body }) => body }]

describe('what may be on its way', () => {
  let web: Awaited<ReturnType<typeof startWeb>>
  const sockets: Socket[] = []
  beforeEach(async () => {
    let greeted = 0
    web = await startWeb({
      routes: ROUTES,
      shares: { tabs: TABS, bot: BOT },
      // Each comes as one who was erased since: another id, the same account.
      resolveActor: async ({ objectId, name }) => ({
        id: `id-${++greeted}`,
        account: objectId,
        name,
        role: 'agent',
        language: 'fr',
      }),
    })
    web.server.post(TAP, async (_, response) => void response.end())
  })
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy()
    await web.close()
  })

  /** A body that does not come. @returns the first line of what is said once it is asked for */
  async function begin(who: Person, path: string): Promise<string> {
    const head = [
      `POST ${path} HTTP/1.1`,
      'Host: x',
      `Authorization: Bearer ${await web.signIn.tabToken(who)}`,
      'Content-Type: application/json',
      'Content-Length: 10',
      'Expect: 100-continue',
    ]
    const socket = connect(web.port, '127.0.0.1')
    sockets.push(socket)
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    return new Promise(resolve => {
      socket.once('data', chunk => resolve(String(chunk).split('\r\n')[0] ?? ''))
    })
  }

  async function beginMany(count: number, who: Person, path: string): Promise<void> {
    for (let i = 0; i < count; i++) assert.equal(await begin(who, path), 'HTTP/1.1 100 Continue', `${i}`)
  }

  const send = async (path: string, headers: Record<string, string> = {}) => {
    const type = { 'content-type': 'application/json' }
    const sent = { method: 'POST', body: '{}', headers: { ...type, ...headers } }
    const answer = await fetch(web.url + path, sent)
    await answer.text()
    return answer.status
  }
  const echo = async (who: Person) =>
    send(ECHO, { authorization: `Bearer ${await web.signIn.tabToken(who)}` })

  it('is counted by account: whoever is erased and comes back has no more of it', async () => {
    await beginMany(EACH, CAMILLE, ECHO)
    assert.equal(await echo(CAMILLE), 429)
    assert.equal(await echo(KARIM), 200)
  })

  it('in tabs keeps nothing from the bot', async () => {
    for (const who of [CAMILLE, KARIM, NADIA]) await beginMany(EACH, who, ECHO)
    assert.equal(await echo(LEA), 429)
    assert.equal(await send(TAP), 200)
  })

  it('at the bot’s door keeps nothing from tabs', async () => {
    await beginMany(BOT.count, CAMILLE, TAP)
    assert.equal(await send(TAP), 429)
    assert.equal(await echo(CAMILLE), 200)
  })

  it('is no more in all than a container has room for', () => {
    const { tabs, bot } = SHARES
    assert.deepEqual([tabs.count + bot.count, tabs.bytes + bot.bytes], [2_000, 64_000_000])
  })
})
