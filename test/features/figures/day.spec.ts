import assert from 'node:assert/strict'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { FiguresView, ProgrammeFiguresView } from '../../../src/tabs/contract/figures/figures.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'

const nonce = (serial: number) => `a-nonce-of-one-form-${serial}`

describe('the figures of a Direction, from the gestures of a day', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  before(async () => {
    stage = await setStage({ clock })
  })
  after(() => stage.close())

  const someone = (at: number) => ({ objectId: `agent-${at}`, name: `Agent ${at}` })
  async function actor(at: number) {
    const { people } = stage.app
    const greeted = {
      ...someone(at),
      tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
      language: 'fr',
    } as const
    const known = await people.greet(greeted)
    return known.direction ? known : people.chooseDirection(known, 'lycees')
  }
  const figures = async () =>
    callerOf(stage.app.routes, await actor(0))<FiguresView>('get', '/directions/:id/figures', {
      params: { id: 'lycees' },
    })

  it('are there, empty, as soon as the product has started', async () => {
    await stage.settle()
    const { takenAt, enough, participation } = await figures()
    assert.deepEqual([takenAt, enough, participation.count], [clock.now(), false, 0])
  })

  it('of people stay as they are until a Monday at 6 h; ideas are counted as they stand', async () => {
    for (let at = 1; at <= 49; at++) {
      const act = callerOf(stage.app.routes, await actor(at))
      const commitment = { axis: at <= 29 ? 'usager' : 'equipe', text: 'Relire', horizon: '2027-06-30' }
      const visibility = at > 40 ? 'everyone' : 'me'
      await act('post', '/commitments', { body: { nonce: nonce(at), ...commitment, visibility } })
      if (at <= 6)
        await act('post', '/ideas', { body: { nonce: nonce(at), axis: 'usager', text: `Idée ${at}` } })
    }
    const before = await figures()
    assert.deepEqual([before.ideas.find(({ axis }) => axis === 'usager')?.total, before.enough], [6, true])
    clock.advance(DAY - 4 * HOUR - 1)
    await stage.settle()
    assert.deepEqual(await figures(), before)
    clock.advance(1)
    await stage.settle()
    const { takenAt, enough, participation, ideas } = await figures()
    assert.deepEqual([takenAt, enough, participation.count], [clock.now(), true, 0])
    const shown = ideas.filter(({ total }) => total > 0)
    assert.deepEqual(shown, [{ axis: 'usager', received: 6, studied: 0, answered: 0, retained: 0, total: 6 }])
    // Two Mondays on: one of them begins a fortnight.
    for (let days = 0; days < 11; days++) {
      clock.advance(DAY)
      await stage.settle()
    }
    // Forty-nine took part; twenty-nine keep theirs under « usager ».
    assert.ok([40, 70].includes((await figures()).participation.count))
    const whole = await callerOf(stage.app.routes, await actor(0))<ProgrammeFiguresView>('get', '/figures')
    assert.ok([40, 50].includes(whole.participation.count))
    assert.ok([20, 30].includes(whole.unshared.find(({ axis }) => axis === 'usager')?.count ?? 0))
  })
})
