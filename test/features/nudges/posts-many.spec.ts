import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { createLimits } from '../../../src/kernel/requests/limits.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { PostsView } from '../../../src/tabs/contract/nudges.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const hugo = { objectId: 'hugo', name: 'Hugo Delmas' }

describe('posts of one person to the channels of their Direction', () => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  before(async () => {
    stage = await setStage({ clock, organisers: [maelle.objectId], limits: createLimits(clock) })
    await stage.as(maelle).installs('channel')
    await stage.settle()
    const bound = { channel: CHANNEL, direction: 'tourisme', part: 'channel' }
    await stage.as(maelle).presses('channels.bind', bound)
    for (const who of [ines, hugo])
      await stage.app.people.assignRole((await actor(who)).id, 'manager', ['tourisme'])
  })
  after(() => stage.close())

  const actor = (who: Someone) => stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })

  async function call<T>(who: Someone, method: 'get' | 'post', body?: object): Promise<T> {
    const asked = { params: { id: 'tourisme' }, ...(body && { body }) }
    return callerOf(stage.app.routes, await actor(who))<T>(method, '/directions/:id/posts', asked)
  }

  /** One more about an axis, and meant. */
  const post = (who: Someone, nonce = randomIds.nonce()) =>
    call(who, 'post', { nonce, thing: 'axis', of: 'usager', text: 'Qui commence ?', again: true })

  it('are twenty an hour at most, whatever is said to be meant; one sent again is none', async () => {
    const nonce = randomIds.nonce()
    for (let again = 0; again < 3; again++) await post(ines, nonce)
    for (let more = 1; more < 20; more++) await post(ines)
    await assert.rejects(post(ines), { code: 'post-many', details: { max: 20, minutes: 60 } })
    await post(ines, nonce)
  })

  it('take nothing from what somebody else posts there', async () => {
    await post(hugo)
    const { items } = await call<PostsView>(ines, 'get')
    assert.equal(items.length, 1)
  })

  it('are taken again once the hour is over', async () => {
    clock.advance(HOUR)
    await post(ines)
  })
})
