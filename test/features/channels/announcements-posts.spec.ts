import assert from 'node:assert/strict'
import { CHANNELS_OFFERED } from '../../../src/features/channels/channel/domain.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { maelle, type OneOfEach, setOneOfEach } from '../../support/product/one-of-each.ts'

const TEAM = { id: '19:team@thread.tacv2', name: 'Faire Administration' }
/** By name it comes after all that a form offers. */
const LAST = { id: '19:zzz@thread.tacv2', name: 'Zzz', address: 'address-of-zzz' }

describe('what is announced', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
    const many = Array.from({ length: CHANNELS_OFFERED }, (_, at) => {
      const id = `19:channel${at}@thread.tacv2`
      return { id, name: `Canal ${at}`, address: id }
    })
    await table.stage.app.channels.listed(TEAM, [...many, LAST], table.clock.now())
  })
  after(() => table.close())

  for (const verb of ['workshops.publish', 'ideas.open-box', 'ballots.open']) {
    it(`is posted in whatever channel it was meant for: ${verb}`, async () => {
      const { stage } = table
      const data = { ...table.presses()[verb], channel: LAST.id, nonce: randomIds.nonce() }
      const before = [...stage.sent.values()].filter(({ to }) => to === LAST.address).length
      assert.equal((await stage.as(maelle).presses(verb, data)).notice?.tone, 'good')
      await stage.settle()
      const posts = [...stage.sent.values()].filter(({ to }) => to === LAST.address)
      assert.equal(posts.length, before + 1)
    })
  }

  it('is dropped without a fault when its channel went meanwhile', async () => {
    const { stage } = table
    const data = { ...table.presses()['ideas.open-box'], channel: '19:channel1@thread.tacv2' }
    await stage.app.delivery.stop()
    await stage.as(maelle).presses('ideas.open-box', data)
    const gone = { id: '19:channel1@thread.tacv2', name: 'Canal 1', address: '19:channel1@thread.tacv2' }
    await stage.app.channels.channelChanged(TEAM, gone, 'deleted')
    stage.app.delivery.start()
    await stage.settle()
    assert.deepEqual(
      [...stage.sent.values()].filter(({ to }) => to.startsWith('19:channel1@')),
      [],
    )
  })
})
