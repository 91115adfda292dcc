import assert from 'node:assert/strict'
import { createRender } from '../../../src/cards/render.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { DAY, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: 'Camille Martin' }
const FORM = {
  ideas: '',
  options: 'Un carnet de passation\nUn bureau ouvert\nRelire nos courriers',
  date: '2027-05-07',
  time: '18:00',
  channel: CHANNEL,
}
type Asked = {
  choices: { value: string }[]
  choice: string
  several: boolean
  dots: { id: string; points: number }[]
}

const dataOf = <T>(reply: Reply) => reply.card.data as T
const drawn = (reply: Reply) =>
  JSON.stringify(createRender()(reply.card, reply.language, reply.summary, { notice: reply.notice }))

describe('ballots of several kinds in a chat and a channel', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  let forms = 0

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    await stage.settle()
  })
  after(() => stage.close())

  const desk = (verb: string, data: Record<string, unknown>) => stage.as(maelle).presses(verb, data)
  const inChannel = (verb: string, data: Record<string, unknown>) =>
    stage.as(camille).presses(verb, data, { in: 'channel' })
  const posts = (text: string) =>
    [...stage.sent.values()].filter(({ card }) => JSON.stringify(card).includes(text))

  /** Sends what waits, the edits that pace holds back for a while too. */
  async function settle() {
    await stage.settle()
    clock.advance(MINUTE)
    await stage.settle()
  }

  async function opened(change: Record<string, unknown>) {
    const question = `Que tester en ${++forms} ?`
    const form = { ...FORM, question, nonce: `nonce-of-kind-${forms}`, ...change }
    const preview = await desk('ballots.preview', form)
    const reply = await desk('ballots.open', dataOf<{ fields: Record<string, unknown> }>(preview).fields)
    const { buttons } = dataOf<{ buttons: { data: { ballot: string } }[] }>(reply)
    return { question, preview, reply, ballot: buttons[0]?.data.ballot ?? '' }
  }

  it('share points out: rules in the preview and before the tap, and what was too much stays typed', async () => {
    const { ballot, preview } = await opened({ kind: 'dots', most: 4, per: 3, quorum: 2, results: 'closing' })
    const rules =
      /4 points à répartir, 3 au plus sur une proposition\..*gardé avec votre nom.*Valable à partir de 2 votes\. Les totaux paraîtront à la clôture\./
    assert.match(drawn(preview), rules)
    const asked = await inChannel('ballots.choose', { ballot })
    assert.match(drawn(asked), rules)
    assert.equal(drawn(asked).split('points à répartir').length, 2)
    const { dots } = dataOf<Asked>(asked)
    const points = (...given: readonly unknown[]) =>
      Object.fromEntries(dots.map(({ id }, at) => [id, given[at] ?? 0]))
    for (const given of [
      [3, 2],
      ['4', ''],
    ]) {
      const refused = await inChannel('ballots.vote', { ballot, ...points(...given) })
      assert.match(refused.notice?.title ?? '', /points? donnés?.*4 à répartir, 3 au plus/)
      assert.deepEqual(
        dataOf<Asked>(refused).dots.map(each => each.points),
        [Number(given[0]), Number(given[1]), 0],
      )
    }
    assert.match((await inChannel('ballots.vote', { ballot, ...points(1.5) })).notice?.title ?? '', /entiers/)
    assert.match((await inChannel('ballots.vote', { ballot, ...points() })).notice?.title ?? '', /Il manque/)
    const voted = drawn(await inChannel('ballots.vote', { ballot, ...points('1', 3) }))
    assert.match(voted, /Votre vote est enregistré[\s\S]*Vous\u00A0: 1 point[\s\S]*Vous\u00A0: 3 points/)
    assert.doesNotMatch(voted, /%.{0,3}des points/)
    const again = dataOf<Asked>(await inChannel('ballots.choose', { ballot }))
    assert.deepEqual(
      again.dots.map(each => each.points),
      [1, 3, 0],
    )
    const closed = await desk('ballots.close', { ballot })
    assert.match(drawn(closed), /Quorum non atteint[\s\S]*1 vote pour 2 nécessaires/)
  })

  it('approve up to some, and keep what was too many', async () => {
    const { ballot } = await opened({ kind: 'approval', most: '2' })
    const { choices, several } = dataOf<Asked>(await inChannel('ballots.choose', { ballot }))
    const ids = choices.map(({ value }) => value)
    assert.ok(several)
    const refused = await inChannel('ballots.vote', { ballot, choice: ids.join(',') })
    assert.match(refused.notice?.title ?? '', /choisi 3 propositions\u00A0: 2 au plus/)
    assert.equal(dataOf<Asked>(refused).choice, ids.join(','))
    const voted = drawn(await inChannel('ballots.vote', { ballot, choice: ids.slice(1).join(',') }))
    assert.equal(voted.match(/Votre choix/g)?.length, 2)
    const closed = drawn(await desk('ballots.close', { ballot }))
    assert.match(closed, /Égalité entre «\u00A0Un bureau ouvert\u00A0» et «\u00A0Relire nos courriers\u00A0»/)
    assert.match(closed, /1 voix chacune/)
  })

  it('say to whom they are not put, and show them what stands', async () => {
    const { ballot, preview } = await opened({ audience: 'directions', to: 'culture' })
    assert.match(
      drawn(preview),
      /Un vote par personne, réservé à\u00A0: Direction de la culture.*Chacun déclare sa Direction/,
    )
    const told = await inChannel('ballots.vote', { ballot, choice: 'x' })
    assert.match(told.notice?.title ?? '', /Ce vote s’adresse à\u00A0: Direction de la culture/)
    assert.equal(told.card.template, 'ballots/results/totals')
    assert.doesNotMatch(drawn(told), /"ballots\.choose"/)
  })

  it('appear at their hour and not before; a draft, when somebody opens it', async () => {
    const later = await opened({ opening: 'clock', openDate: '2027-04-24', openTime: '09:00' })
    assert.equal(later.reply.notice?.title, 'Le scrutin est prêt')
    const draft = await opened({ opening: 'hand' })
    await settle()
    assert.deepEqual([...posts(later.question), ...posts(draft.question)], [])
    const list = drawn(await desk('ballots.list', {}))
    assert.match(list, /Ouvre le samedi 24\u00A0avril à 9\u00A0h/)
    assert.match(list, /À ouvrir à la main/)
    const early = await inChannel('ballots.vote', { ballot: later.ballot, choice: 'x' })
    assert.match(early.notice?.title ?? early.summary, /Le vote ouvre le samedi 24\u00A0avril à 9\u00A0h/)
    assert.equal(
      (await desk('ballots.start', { ballot: draft.ballot })).notice?.title,
      'Le scrutin est ouvert',
    )
    clock.advance(3 * DAY)
    await settle()
    assert.deepEqual([posts(later.question).length, posts(draft.question).length], [1, 1])
  })

  it('keep a form whose rules are no good as it was, with all settings in sight', async () => {
    const form = { ...FORM, question: 'Combien ?', nonce: 'nonce-of-wrong', kind: 'approval', most: '9' }
    const refused = await desk('ballots.preview', form)
    assert.match(refused.notice?.title ?? '', /Un nombre entier, de 1 à 3/)
    const { more, fields, most } = dataOf<{ more: boolean; most: number; fields: { kind: string } }>(refused)
    assert.deepEqual([more, fields.kind, most], [true, 'approval', 9])
    assert.equal(dataOf<{ more: boolean }>(await desk('ballots.form', {})).more, false)
  })
})
