import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Fabre' }
const camille = { objectId: 'camille', name: 'Camille Roux' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const FORM = {
  ...{ title: 'Accueillir mieux', axis: 'usager', date: '2027-05-20', start: '09:30', end: '12:30' },
  ...{ place: 'Carcassonne', seats: '1', channel: CHANNEL },
}

describe('a seat that was answered in the tab', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string
  let clock: ReturnType<typeof fixedClock>
  beforeEach(async () => {
    clock = fixedClock(Date.UTC(2027, 3, 1, 8))
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const posted = await stage.as(maelle).presses('workshops.publish', { ...FORM, nonce: randomIds.nonce() })
    workshop = (posted.card.data as { id: string }).id
    for (const who of [camille, karim]) {
      await stage.as(who).installs('personal')
      await answers(who, 'yes')
    }
    await stage.settle()
  })
  afterEach(() => stage.close())

  const answers = (who: Someone, answer: 'yes' | 'no') =>
    stage.as(who).presses('workshops.answer', { workshop, answer, orWait: true, sure: true })
  async function inTab(who: Someone, path: 'answer' | 'offer', body: object) {
    const actor = await stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
    await callerOf(stage.app.routes, actor)('put', `/workshops/:id/${path}`, {
      params: { id: workshop },
      body,
    })
    await stage.settle()
  }
  const cardsOf = ({ objectId }: Someone) =>
    [...stage.sent.values()]
      .filter(
        ({ to, card }) => to === `chat-${objectId}` && JSON.stringify(card).includes('Accueillir mieux'),
      )
      .map(({ card }) => JSON.stringify(card))

  it('is on the message that offered it, whatever was answered, and then given up', async () => {
    await answers(camille, 'no')
    await stage.settle()
    assert.match(cardsOf(karim)[0] ?? '', /Une place s’est libérée/)
    await inTab(karim, 'offer', { take: true })
    assert.equal(cardsOf(karim).length, 1)
    assert.match(cardsOf(karim)[0] ?? '', /Votre place est réservée/)
    assert.doesNotMatch(cardsOf(karim)[0] ?? '', /workshops\.confirm|s’est libérée/)
    clock.advance(MINUTE)
    await inTab(karim, 'answer', { answer: 'no' })
    assert.match(cardsOf(karim)[0] ?? '', /Vous n’y participez pas/)
    assert.equal(cardsOf(karim).length, 1)
  })

  it('is left to the next on the message that offered it, once it is let pass', async () => {
    await answers(camille, 'no')
    await stage.settle()
    await inTab(karim, 'offer', { take: false })
    assert.doesNotMatch(cardsOf(karim)[0] ?? '', /workshops\.confirm|s’est libérée/)
  })

  it('is what any button of an older card answers, on the card as it stands', async () => {
    await inTab(camille, 'answer', { answer: 'no' })
    for (const verb of ['workshops.mine', 'workshops.visit', 'workshops.needs-form']) {
      const { card } = await stage.as(camille).presses(verb, { workshop })
      assert.equal(card.template, 'workshops/registration/answer', verb)
      const { canLeave, canPrepare } = card.data as { canLeave: boolean; canPrepare: boolean }
      assert.deepEqual([canLeave, canPrepare], [false, false], verb)
    }
    const again = await answers(camille, 'no')
    assert.equal(again.notice?.title, 'Vous n’y participez pas')
  })

  it('leaves alone whoever was told nothing', async () => {
    const before = stage.sent.size
    await inTab(camille, 'answer', { answer: 'yes' })
    await stage.settle()
    assert.equal(stage.sent.size, before)
  })
})
