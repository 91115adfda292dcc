import assert from 'node:assert/strict'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAMILLE } from '../../support/sign-in/cast.ts'
import { type Answer, type Sending, send } from '../fuzz/request.ts'

/** All that an answer may say beside its body. */
const KNOWN = [
  'allow',
  'cache-control',
  'connection',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'keep-alive',
  'permissions-policy',
  'referrer-policy',
  'retry-after',
  'strict-transport-security',
  'vary',
  'www-authenticate',
  'x-content-type-options',
  'x-known-as',
]
const MADE_OF =
  /restify|botbuilder|botframework|teams-ai|node\.?js|express|kysely|sqlite|postgres|\/node_modules\/|\bat \w+ \(/i

describe('what the product is made of', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  const assertSilent = ({ headers, text }: Answer, what: string) => {
    const strange = Object.keys(headers).filter(name => !KNOWN.includes(name))
    assert.deepEqual(strange, [], what)
    assert.doesNotMatch(text, MADE_OF, what)
  }

  it('is told by no header and no body, whatever is asked and however wrongly', async () => {
    const token = await world.signIn.tabToken(CAMILLE)
    const authorization = `Bearer ${token}`
    const json = { authorization, 'content-type': 'application/json' }
    const asked: Sending[] = [
      ...[
        '/',
        '/health/live',
        '/health/ready',
        '/tabs/personal',
        '/tabs/assets/x',
        '/calendar/x.ics',
        '/S/K7PM42QX',
        '/metrics',
      ].map(path => ({ method: 'GET', path, headers: {} })),
      { method: 'GET', path: '/api/v1/me', headers: { authorization } },
      { method: 'GET', path: '/api/v1/me', headers: { authorization: 'Bearer a.b.c' } },
      { method: 'OPTIONS', path: '/api/v1/me', headers: { origin: 'https://evil.example' } },
      { method: 'POST', path: '/api/v1/ideas', headers: json, body: '{' },
      { method: 'POST', path: '/api/v1/ideas', headers: { ...json, 'content-encoding': 'gzip' }, body: '{}' },
      { method: 'POST', path: '/api/v1/ideas', headers: json, body: 'x'.repeat(300_000) },
      { method: 'POST', path: '/api/messages', headers: json, body: '{}' },
      { method: 'POST', path: '/api/messages', headers: json, body: '{"type":"message"}' },
      { method: 'TRACE', path: '/', headers: {} },
    ]
    for (const sending of asked)
      assertSilent(await send(world.origin, sending), `${sending.method} ${sending.path}`)
  })

  it('is not told by the SDK either, to Teams itself', async () => {
    const { activities } = world.teams
    const where = { conversation: activities.chatOf(CAMILLE) }
    for (const value of [{ verb: 'ideas.list', data: {} }, {}]) {
      const activity = activities.executed(CAMILLE, where, 'card', value)
      const token = await world.signIn.botToken({ serviceurl: world.teams.serviceUrl })
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const body = JSON.stringify(activity)
      const answer = await send(world.origin, { method: 'POST', path: '/api/messages', headers, body })
      assert.equal(answer.status, 200)
      assertSilent(answer, JSON.stringify(value))
    }
  })
})
