import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import { workshopStore } from '../../../src/features/workshops/workshop/store.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Fabre' }
const camille = { objectId: 'camille', name: 'Camille Roux' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const FORM = {
  ...{ title: 'Accueillir mieux', axis: 'usager', date: '2027-05-20', start: '09:30', end: '12:30' },
  ...{ place: 'Carcassonne', seats: '1', channel: CHANNEL },
}

describe('what takes a seat from people, or sends them elsewhere, in the chat', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string
  beforeEach(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock: fixedClock(Date.UTC(2027, 3, 2, 8)) })
    await stage.as(maelle).installs('channel')
    const posted = await press('workshops.publish', { ...FORM, nonce: randomIds.nonce() })
    workshop = (posted.card.data as { id: string }).id
    for (const who of [camille, karim])
      await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes', orWait: true })
  })
  afterEach(() => stage.close())

  const press = (verb: string, data: object) =>
    stage.as(maelle).presses(verb, data as Record<string, unknown>)
  const stateOf = () => stage.app.database.read(tx => workshopStore(tx).find(workshop))
  const asks = (card: { readonly data: unknown }) => card.data as Record<'keep' | 'sure', Act>
  type Act = { readonly title: string; readonly verb: string; readonly data: Record<string, unknown> }

  it('says who loses what before a workshop is cancelled, keeps the reason, and cancels on the second press alone', async () => {
    const asked = await press('workshops.cancel', { workshop, series: '', reason: 'Salle *prise*' })
    assert.equal(asked.card.template, 'workshops/workshop/sure')
    assert.match(JSON.stringify(asked.card.data), /sa place à 1 personne, et 1 personne n’attendra plus/)
    assert.equal((await stateOf())?.state, 'announced')
    const { keep, sure } = asks(asked.card)
    const back = await press(keep.verb, keep.data)
    assert.equal((back.card.data as { reason: string }).reason, 'Salle *prise*')
    assert.equal(sure.title, 'Annuler et prévenir 2 personnes')
    for (const _ of ['once', 'again']) await press(sure.verb, sure.data)
    assert.deepEqual([(await stateOf())?.state, (await stateOf())?.reason], ['cancelled', 'Salle *prise*'])
  })

  it('asks for the reason before it asks anything else', async () => {
    const refused = await press('workshops.cancel', { workshop, series: '', reason: ' ' })
    assert.equal(refused.card.template, 'workshops/cancellation/form')
    assert.match(String(refused.notice?.title), /Il manque le texte/)
  })

  it('sets cancelling apart from what takes nobody’s seat', async () => {
    const form = await press('workshops.call-off-form', { workshop })
    const drawn = JSON.stringify(createRender()(form.card, form.language, form.summary))
    const [kept = '', apart = ''] = drawn.split('"separator":true')
    assert.match(kept, /workshops\.change-form.*workshops\.postpone.*workshops\.mine/)
    assert.doesNotMatch(kept, /workshops\.cancel/)
    assert.match(apart, /sa place à 1 personne.*"style":"destructive".*workshops\.cancel/)
  })

  it('says from where to where a workshop moves, and whom it tells, before it does', async () => {
    const change = { ...FORM, workshop, date: '2027-05-27', nonce: randomIds.nonce() }
    const asked = await press('workshops.change', change)
    assert.equal(asked.card.template, 'workshops/workshop/sure')
    assert.match(JSON.stringify(asked.card.data), /Avant.*20.mai.*Après.*27.mai.*1 personne inscrite/)
    const { sure } = asks(asked.card)
    assert.equal((await stateOf())?.revision, 0)
    const moved = await press(sure.verb, sure.data)
    assert.equal(moved.notice?.title, 'L’atelier est à jour')
    assert.equal((await stateOf())?.revision, 1)
  })

  it('asks nothing where nobody is told: other words, or nobody with a seat', async () => {
    const worded = { ...FORM, workshop, title: 'Accueillir', nonce: randomIds.nonce() }
    assert.equal((await press('workshops.change', worded)).notice?.title, 'L’atelier est à jour')
    for (const who of [camille, karim])
      await stage.as(who).presses('workshops.answer', { workshop, answer: 'no', sure: true })
    const moved = { ...worded, place: 'Albi', nonce: randomIds.nonce() }
    assert.equal((await press('workshops.change', moved)).notice?.title, 'L’atelier est à jour')
  })

  it('refuses fewer seats than are taken, whoever asks', async () => {
    const more = { ...FORM, workshop, seats: '2', nonce: randomIds.nonce() }
    await press('workshops.change', more)
    const fewer = await press('workshops.change', { ...more, seats: '1', nonce: randomIds.nonce() })
    assert.equal(fewer.card.template, 'workshops/workshop/form')
    assert.match(String(fewer.notice?.title ?? ''), /2 places sont déjà prises/)
  })
})
