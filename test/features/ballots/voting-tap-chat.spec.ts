import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { optionsOn } from '../../support/features/ballot-options.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const [BOOKLET, OFFICE, LETTERS] = ['Un carnet de passation', 'Un bureau ouvert', 'Relire nos courriers']
const FORM = {
  ideas: '',
  options: [BOOKLET, OFFICE, LETTERS].join('\n'),
  date: '2027-05-07',
  time: '18:00',
  channel: CHANNEL,
}
type Button = { readonly title: string; readonly verb: string; readonly data: Record<string, string> }

const drawn = (reply: Reply) =>
  JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))
const taps = (reply: Reply) => (reply.card.data as { taps: readonly unknown[] }).taps.length
const again = (reply: Reply) => (reply.card.data as { again: readonly Button[] }).again[0]

describe('a vote in one tap', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  let forms = 0

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  })
  after(() => stage.close())

  const presses = (verb: string, data: Record<string, unknown>) =>
    stage.as(camille).presses(verb, data, { in: 'channel' })

  async function opened(change: object = {}) {
    const form = {
      ...FORM,
      question: `Que tester en ${++forms} ?`,
      nonce: `nonce-of-tap-${forms}`,
      ...change,
    }
    const reply = await stage.as(maelle).presses('ballots.open', form)
    const { buttons } = reply.card.data as { buttons: readonly Button[] }
    const ballot = buttons[0]?.data.ballot ?? ''
    const asked = await presses('ballots.choose', { ballot })
    return { ballot, asked, options: optionsOn(asked).map(({ id }) => id) }
  }

  it('names the choice in its answer, with a way to change it', async () => {
    const { ballot, options } = await opened()
    const voted = await presses('ballots.vote', { ballot, choice: options[1] })
    assert.equal(voted.notice?.title, `Votre vote est enregistré\u00A0: ${OFFICE}`)
    assert.match(drawn(voted), /Changer mon vote/)
    assert.equal(again(voted), undefined)
    assert.match(
      (await presses('ballots.mine', { ballot })).notice?.title ?? '',
      /enregistré\u00A0: Un bureau/,
    )
  })

  it('says what had been chosen by whoever taps a bare card again, and gives it back', async () => {
    const { ballot, options } = await opened()
    await presses('ballots.vote', { ballot, choice: options[0] })
    clock.advance(MINUTE)
    const changed = await presses('ballots.vote', { ballot, choice: options[2] })
    assert.equal(changed.notice?.title, `Votre vote est maintenant\u00A0: ${LETTERS}`)
    assert.match(changed.notice?.text ?? '', /^Vous aviez choisi «\u00A0Un carnet de passation\u00A0»\. Cet/)
    const back = again(changed)
    assert.equal(back?.title, 'Reprendre «\u00A0Un carnet de passation\u00A0»')
    clock.advance(MINUTE)
    const taken = await presses(back?.verb ?? '', back?.data ?? {})
    assert.equal(taken.notice?.title, `Votre vote est maintenant\u00A0: ${BOOKLET}`)
    assert.equal(again(taken)?.data.choice, options[2])
  })

  it('says so again when Teams repeats the call, and no longer once it cannot be a repeat', async () => {
    const { ballot, options } = await opened()
    await presses('ballots.vote', { ballot, choice: options[0] })
    clock.advance(MINUTE)
    const first = await presses('ballots.vote', { ballot, choice: options[1] })
    const second = await presses('ballots.vote', { ballot, choice: options[1] })
    assert.deepEqual([second.notice, second.card], [first.notice, first.card])
    assert.match(second.notice?.text ?? '', /Vous aviez choisi/)
    clock.advance(3 * MINUTE)
    const later = await presses('ballots.vote', { ballot, choice: options[1] })
    assert.equal(later.notice?.title, `Votre vote est enregistré\u00A0: ${OFFICE}`)
    assert.equal(again(later), undefined)
  })

  it('is offered for five options at most, open and of one choice', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => `Proposition ${at + 1}`).join('\n')
    assert.deepEqual(
      [
        taps((await opened({ options: many(2) })).asked),
        taps((await opened({ options: many(5) })).asked),
        taps((await opened({ options: many(6) })).asked),
        taps((await opened({ kind: 'approval', most: 2 })).asked),
        taps((await opened({ kind: 'dots', most: 3, per: 2 })).asked),
      ],
      [2, 5, 0, 0, 0],
    )
  })

  it('keeps « Voter » on the card where there is none, and on cards that were posted before', async () => {
    const six = await opened({ options: 'Une\nDeux\nTrois\nQuatre\nCinq\nSix' })
    assert.match(drawn(six.asked), /"title":"Voter"/)
    const { ballot, asked, options } = await opened()
    assert.doesNotMatch(drawn(asked), /"title":"Voter"/)
    // What a list of the former card sends.
    const old = await presses('ballots.vote', { ballot, choice: options[0] ?? '' })
    assert.equal(old.notice?.title, `Votre vote est enregistré\u00A0: ${BOOKLET}`)
  })
})
