import assert from 'node:assert/strict'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille' }
const karim = { objectId: 'karim', name: 'Karim' }
const FORM = {
  title: 'Accueillir *mieux*',
  axis: 'territoires',
  date: '2027-05-20',
  start: '09:30',
  end: '12:30',
  place: 'Carcassonne',
  seats: '48',
  channel: CHANNEL,
}
/** A Thursday, 10 in Paris. */
const NOW = Date.parse('2027-04-22T08:00:00Z')

describe('a workshop that moves', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (const who of [maelle, camille, karim]) await answers(who, 'yes')
    await later(MINUTE)
  })
  afterEach(() => stage.close())

  const answers = (who: typeof maelle, answer: 'yes' | 'no') =>
    stage.as(who).presses('workshops.answer', { workshop, answer })
  const changes = (change: object, nonce = randomIds.nonce()) =>
    stage.as(maelle).presses('workshops.change', { ...FORM, ...change, workshop, nonce, sure: true })
  async function later(ms: number) {
    clock.advance(ms)
    await stage.settle()
  }
  const sentTo = ({ objectId }: typeof maelle) =>
    [...stage.sent.values()].filter(({ to, summary }) => to === `chat-${objectId}` && /change/.test(summary))

  it('is prefilled in its form, and changed in place', async () => {
    const form = await stage.as(maelle).presses('workshops.change-form', { workshop })
    const { fields, seats, channels } = form.card.data as Record<string, Record<string, string>>
    const { date, start, end, place, title } = fields ?? {}
    assert.deepEqual(
      { date, start, end, place, title },
      {
        date: '2027-05-20',
        start: '09:30',
        end: '12:30',
        place: 'Carcassonne',
        title: 'Accueillir *mieux*',
      },
    )
    assert.deepEqual([seats, channels], [48, []])
    const changed = await stage
      .as(maelle)
      .presses('workshops.change', { ...fields, seats, workshop, place: 'Albi', sure: true })
    assert.equal(changed.notice?.title, 'L’atelier est à jour')
    assert.match(JSON.stringify(changed.card.data), /Albi/)
    await later(MINUTE)
    const post = [...stage.sent.values()].find(
      ({ to, summary }) => to === CHANNEL && /Accueillir/.test(summary),
    )
    assert.match(JSON.stringify(post?.card), /Albi/)
  })

  it('is what somebody with a seat takes part in, and whoever declines does not', async () => {
    const lea = { objectId: 'lea', name: 'Léa' }
    await answers(lea, 'no')
    for (const who of [camille, lea]) await stage.as(who).presses('people.direction', { direction: 'lycees' })
    const { people, database } = stage.app
    const cells = await database.read(tx => Promise.all(people.measures.map(({ count }) => count(tx))))
    assert.deepEqual(
      cells
        .flat()
        .filter(({ direction }) => direction === 'lycees')
        .map(({ count }) => count),
      [1],
    )
  })

  it('is told once to each who has a seat, with what is new, the calendar, and how to hear less', async () => {
    const nonce = randomIds.nonce()
    for (const _ of [1, 2, 3]) await changes({ start: '14:00', end: '17:00' }, nonce)
    await later(MINUTE)
    const [told, ...more] = sentTo(camille)
    assert.deepEqual([more.length, sentTo(karim).length], [0, 1])
    assert.equal(
      told?.summary,
      'L’atelier «\u00A0Accueillir \\*mieux\\*\u00A0» change. Date\u00A0: jeudi 20\u00A0mai 2027, de 14\u00A0h à 17\u00A0h, au lieu de jeudi 20\u00A0mai 2027, de 9\u00A0h\u00A030 à 12\u00A0h\u00A030. Votre place est gardée.',
    )
    const card = JSON.stringify(told?.card)
    for (const part of [/https:\/\/bot\.example\/calendar\/w1\./, /messages\.why/, /Me désister/])
      assert.match(card, part)
    assert.doesNotMatch(card, /workshops\.list|workshops\.change-form/)
    await later(DAY)
    assert.equal(sentTo(camille).length, 1)
  })

  it('is not told to whoever moved it, nor to who took a seat since or gave theirs up', async () => {
    await changes({ place: 'Albi' })
    clock.advance(1)
    const lea = { objectId: 'lea', name: 'Léa' }
    await answers(lea, 'yes')
    await answers(karim, 'no')
    await later(MINUTE)
    assert.deepEqual(
      [maelle, camille, karim, lea].map(who => sentTo(who).length),
      [0, 1, 0, 0],
    )
    assert.match(
      sentTo(camille)[0]?.summary ?? '',
      /change\. Lieu\u00A0: Albi, au lieu de Carcassonne\. Votre place est gardée\./,
    )
  })

  it('is told again when it moves again, and not when its words or seats change', async () => {
    await changes({ place: 'Albi' })
    await later(MINUTE)
    await changes({ place: 'Albi', title: 'Autre titre', seats: '50' })
    await later(MINUTE)
    assert.equal(sentTo(camille).length, 1)
    await changes({ place: 'Albi', title: 'Autre titre', date: '2027-05-21' })
    await later(MINUTE)
    assert.deepEqual(
      sentTo(camille).map(({ summary }) => /vendredi 21\u00A0mai/.test(summary)),
      [false, true],
    )
  })

  it('is told at the next working hour, once, as it stands by then', async () => {
    clock.advance(2 * DAY)
    await changes({ place: 'Albi' })
    await changes({ place: 'Tarbes' })
    await later(DAY)
    assert.equal(sentTo(camille).length, 0)
    await later(DAY)
    assert.deepEqual(
      sentTo(camille).map(({ summary }) => /Tarbes/.test(summary)),
      [true],
    )
  })

  it('is not told once it has begun', async () => {
    await changes({ date: '2027-04-22', start: '18:00', end: '19:00' })
    clock.advance(9 * HOUR)
    await later(DAY)
    assert.equal(sentTo(camille).length, 0)
  })

  it('is shown again on the message as it stands', async () => {
    await changes({ place: 'Albi' })
    await later(MINUTE)
    const card = JSON.stringify(sentTo(camille)[0]?.card)
    const message = /"messages\.why","data":\{"message":"([^"]+)"/.exec(card)?.[1] ?? ''
    const back = await stage.as(camille).presses('workshops.message', { message })
    assert.match(back.notice?.title ?? '', /Albi/)
    assert.match(
      (await stage.as(karim).presses('workshops.message', { message })).summary,
      /la personne concernée/,
    )
    await answers(camille, 'no')
    assert.equal((await stage.as(camille).presses('workshops.message', { message })).notice, undefined)
  })
})
