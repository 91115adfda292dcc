import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoClock, movingClock } from '../../src/demo/clock.ts'
import { DAY, HOUR } from '../../src/kernel/time/clock.ts'
import { momentOf } from '../../src/kernel/time/time-zone.ts'
import { fixedClock } from '../support/product/clock.ts'
import { CHANNEL, setStage } from '../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const WORKSHOP = {
  title: 'Le lycée, demain',
  axis: 'equipe',
  place: 'Narbonne',
  seats: '8',
  channel: CHANNEL,
}

describe('the demo’s clock', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faire-clock-'))
  const url = `file:${join(folder, 'demo.sqlite')}`
  const monday = momentOf('2027-05-03', '15:00', 'Europe/Paris') ?? assert.fail()
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('moves on an hour at a time: what falls due leaves at its own hour', async () => {
    const clock = demoClock(url, fixedClock(monday))
    const left: [string, number][] = []
    const post = async (to: string) => {
      left.push([to, (clock.now() - monday) / HOUR])
      return `message-${left.length}`
    }
    const teams = { post, update: async () => {}, channelsOf: async () => [] }
    const stage = await setStage({ organisers: [maelle.objectId], clock, teams })
    const move = movingClock(clock, url, stage.app.delivery)
    await stage.as(maelle).installs('channel')
    await stage.as(camille).installs('personal')
    const { card } = await stage.as(maelle).presses('workshops.publish', {
      ...WORKSHOP,
      ...{ date: '2027-05-05', start: '09:30', end: '12:30', nonce: 'n1' },
    })
    const { id: workshop } = card.data as { id: string }
    await stage.as(camille).presses('workshops.answer', { workshop, answer: 'yes' })
    await stage.settle()
    left.length = 0
    await Promise.all([move('hour'), move('day')])
    await stage.app.delivery.stop()
    assert.equal(clock.now(), monday + HOUR + DAY)
    // On Tuesday at nine, eighteen hours later.
    assert.deepEqual(
      left.filter(([to]) => to === 'chat-camille'),
      [['chat-camille', 18]],
    )
  })

  it('tells its time to whoever is handed that alone', () => {
    const { now } = demoClock('file::memory:', fixedClock(monday))
    assert.equal(now(), monday)
  })

  it('stays where it was, after a restart', () => {
    assert.equal(demoClock(url, fixedClock(monday)).now(), monday + HOUR + DAY)
    assert.equal(demoClock('file::memory:', fixedClock(monday)).shift, 0)
  })
})
