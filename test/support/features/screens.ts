import assert from 'node:assert/strict'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { createLimits } from '../../../src/kernel/requests/limits.ts'
import type { ClaimView, PairingView } from '../../../src/tabs/contract/room/pairing.ts'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import type { Engine } from '../database/engines.ts'
import { fixedClock } from '../product/clock.ts'
import { callerOf } from '../product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../product/stage.ts'

export const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
export const camille = { objectId: 'camille', name: 'Camille Martin' }
export const karim = { objectId: 'karim', name: 'Karim Benali' }

/** The morning of a workshop, in Paris. */
const MORNING = Date.parse('2027-05-20T06:45:00Z')

/** The product without HTTP on the morning of two workshops, Maëlle’s, and a projector's browser before it. */
export async function setScreens(url: string) {
  const clock = fixedClock(MORNING)
  const stage = await setStage({ url, clock, organisers: [maelle.objectId], limits: createLimits(clock) })
  const { app } = stage
  await stage.as(maelle).installs('channel')
  await stage.settle()

  async function actor(who: Someone): Promise<Actor> {
    return app.people.greet({ ...who, tenant: 'aaaaaaaa-0000-4000-8000-000000000001', language: 'fr' })
  }

  const call = async <T>(
    who: Someone,
    method: 'get' | 'post' | 'put',
    path: string,
    params = {},
    body?: object,
  ) => callerOf(app.routes, await actor(who))<T>(method, path, { params, body })

  async function publish(title: string): Promise<string> {
    const workshop = {
      ...{ title, description: '', axis: 'territoires', place: 'Narbonne', link: '', seats: '8' },
      ...{ date: '2027-05-20', start: '09:00', end: '17:00' },
    }
    const where = { channel: CHANNEL, directions: [] }
    const body = { workshop, where, nonce: randomIds.nonce() }
    return (await call<{ id: string }>(maelle, 'post', '/workshops', {}, body)).id
  }

  const open = async (path: string, body: unknown = {}) => {
    const route = app.screens.openRoutes.find(each => each.path === path) ?? assert.fail(path)
    return route.run(body)
  }
  return {
    stage,
    clock,
    call,
    actor,
    publish,
    ask: async () => (await open('/screen/pairings')) as PairingView,
    claim: async ({ code, secret }: { code: string; secret: string }) =>
      (await open('/screen/pairings/claim', { code, secret })) as ClaimView,
    pair: (who: Someone, id: string, code: string) =>
      call<RemoteView>(who, 'post', '/workshops/:id/remote/pair', { id }, { code }),
    revoke: (who: Someone, id: string, key: string) =>
      call<RemoteView>(who, 'post', '/workshops/:id/remote/screens/:key/revoke', { id, key }),
    find: (key: string) => app.screens.find(key),
  }
}

/** Screens for each test, on a database of its own. */
export function freshScreens(engine: Engine) {
  const at = {} as { on: Awaited<ReturnType<typeof setScreens>>; url: string }
  let drop = async () => {}
  beforeEach(async () => {
    const made = await engine.begin()
    drop = made.drop
    at.url = made.url
    at.on = await setScreens(made.url)
  })
  afterEach(async () => {
    await at.on.stage.close().finally(drop)
  })
  return at
}
