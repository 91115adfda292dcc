import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { PreferencesView } from '../../../src/tabs/contract/messages.ts'
import type { PostPlacesView, PostsView, WeekView } from '../../../src/tabs/contract/nudges.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'
import { CHANNEL } from '../../support/product/stage.ts'

const pilot = { objectId: 'ines', name: 'Inès Roques' }
const agent = { objectId: 'ahmed', name: 'Ahmed Saïdi' }

describe('a pilot’s week', () => {
  let table: OneOfEach
  let direction = ''
  beforeEach(async () => {
    table = await setOneOfEach()
    direction = String(table.calls()['get /directions/:id/week']?.params?.id)
    const { id } = await table.actor(pilot)
    await table.stage.app.people.assignRole(id, 'pilot', [direction])
  })
  afterEach(() => table.close())

  /** Sends all that is noted: a channel takes five messages a second. */
  async function settle(): Promise<void> {
    for (let again = 0; again < 10; again++) {
      table.clock.advance(2 * SECOND)
      await table.stage.settle()
    }
  }

  const at = (path: string) => ({ params: { id: direction }, ...table.calls()[path] })
  const week = async (who = pilot) =>
    (await table.call(who, 'get', '/directions/:id/week', at(''))) as WeekView

  it('names the first silent axis, until somebody speaks on it', async () => {
    assert.deepEqual(Object.keys(await week()), ['silent', 'published', 'mute'])
    const { silent } = await week()
    await table.stage.app.people.chooseDirection(await table.actor(agent), direction)
    await table.call(agent, 'post', '/ideas', {
      body: { nonce: randomIds.nonce(), text: 'Une pause commune à dix heures', axis: silent ?? '' },
    })
    assert.notEqual((await week()).silent, silent)
  })

  it('is nobody’s but the pilot’s', async () => {
    await assert.rejects(week(agent), { code: 'role-needed' })
  })

  it('puts the pilot’s words in the channels once, however often they are sent', async () => {
    const body = { nonce: randomIds.nonce(), thing: 'axis', of: 'usager', text: 'Qui commence ?' }
    const call = table.call(pilot, 'post', '/directions/:id/posts', { params: { id: direction }, body })
    await assert.rejects(call, { code: 'post-none' })
    assert.equal((await week()).mute, 'post-none')
    await table.stage.as(maelle).presses('channels.bind', { channel: CHANNEL, direction, part: 'channel' })
    await settle()
    const before = table.stage.sent.size
    for (let again = 0; again < 3; again++) {
      const { channels } = (await table.call(pilot, 'post', '/directions/:id/posts', {
        params: { id: direction },
        body,
      })) as PostPlacesView
      assert.equal(channels.length, 1)
    }
    await settle()
    assert.equal(table.stage.sent.size, before + 1)
    assert.equal((await week()).mute, undefined)
  })

  it('tells whoever is in charge there what was posted, and when', async () => {
    const posts = async (who: typeof pilot) =>
      ((await table.call(who, 'get', '/directions/:id/posts', { params: { id: direction } })) as PostsView)
        .items
    assert.deepEqual(await posts(pilot), [])
    await table.stage.as(maelle).presses('channels.bind', { channel: CHANNEL, direction, part: 'channel' })
    const body = { nonce: randomIds.nonce(), thing: 'axis', of: 'usager', text: 'Qui commence ?' }
    const at = table.clock.now()
    await table.call(pilot, 'post', '/directions/:id/posts', { params: { id: direction }, body })
    assert.deepEqual(await posts(pilot), [{ thing: 'axis', of: 'usager', at }])
    await assert.rejects(posts(agent), { code: 'role-needed' })
    const { id } = await table.actor(pilot)
    await table.stage.app.people.assignRole(id, 'pilot', ['tourisme'])
    await assert.rejects(posts(pilot), { code: 'not-yours' })
  })

  it('counts the places of the week that messages took', async () => {
    const { takenThisWeek, perWeek } = (await table.call(pilot, 'get', '/me/messages')) as PreferencesView
    assert.ok(takenThisWeek <= perWeek)
  })
})
