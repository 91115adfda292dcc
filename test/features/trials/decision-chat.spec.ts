import assert from 'node:assert/strict'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { ahmed, maelle, nadia, setTrials } from '../../support/features/trials.ts'
import { TEAM } from '../../support/product/stage.ts'

const TYPED = {
  kind: 'generalise',
  why: 'Un tiers d’appels en moins',
  learnt: 'À deux, pas à trois',
} as const

type Shown = {
  readonly title: string
  readonly buttons: readonly { readonly title: string; readonly verb: string }[]
  readonly facts: readonly { readonly text: string }[]
  readonly inTab?: { readonly words?: string }
}

describe('deciding on a trial in the chat', () => {
  let on: Awaited<ReturnType<typeof setTrials>>
  let trial = ''

  beforeEach(async () => {
    on = await setTrials()
    await on.stage.as(ahmed).says('aide')
    trial = (await on.plan(on.initiative)).id
    await on.goTo('2027-05-21T09:05')
  })
  afterEach(() => on.stage.close())

  const dataOf = ({ card }: Reply) => card.data as Shown
  const typed = (more: object = {}) => ({ trial, ...TYPED, directions: 'culture,europe,mobilites', ...more })
  const decide = (more: object = {}, who = ahmed) => on.stage.as(who).presses('trials.decide', typed(more))
  const firstVerb = (reply: Reply) => dataOf(reply).buttons[0]?.verb

  it('begins on the message that asks, and goes on to what follows of it', async () => {
    const asked = [...on.stage.sent.values()].find(({ summary }) => summary.includes('attend votre décision'))
    assert.match(JSON.stringify(asked?.card), /trials\.decide-form.*Pourquoi ce message/)
    const form = await on.stage.as(ahmed).presses('trials.decide-form', { trial })
    assert.equal(form.card.template, 'trials/decision/form')
    const done = await decide()
    assert.deepEqual(
      [done.notice?.tone, done.notice?.title],
      ['good', 'C’est décidé. Les personnes concernées en sont informées.'],
    )
    assert.match(done.notice?.text ?? '', /Aucun canal n’est rattaché à/)
    assert.equal(firstVerb(done), 'steps.form')
    assert.ok(dataOf(done).facts.some(({ text }) => text === 'Suite\u00A0: pas encore dite'))
    const step = await on.stage.as(ahmed).presses('steps.form', { kind: 'trial', id: trial })
    const { asks } = step.card.data as { asks: boolean }
    assert.equal(asks, false)
    await on.stage.as(ahmed).presses('steps.write', {
      kind: 'trial',
      id: trial,
      text: 'Imprimer le mémo',
      due: '2027-06-30',
      who: 'me',
      nonce: randomIds.nonce(),
    })
    const after = dataOf(await on.stage.as(nadia).presses('trials.decision', { trial }))
    assert.ok(after.facts.some(({ text }) => text.includes('Imprimer le mémo · le groupe de l’initiative')))
    assert.ok(after.buttons.every(({ verb }) => !verb.startsWith('steps.')))
  })

  it('says which Directions get no second card of the day, and which have no channel for any', async () => {
    const { channels } = on.stage.app
    const id = '19:lycees@thread.tacv2'
    await channels.channelChanged(TEAM, { id, name: 'Lycées', address: id }, 'created')
    await channels.bind(await on.actor(maelle), id, 'channel', 'lycees')
    const first = await decide({ kind: 'stop', directions: '' })
    assert.match(first.notice?.text ?? '', /^La carte paraît dans/)
    trial = (await on.plan(on.initiative, { from: '2027-05-21', until: '2027-05-28' })).id
    const second = await decide({ kind: 'stop', directions: '' })
    assert.match(
      second.notice?.text ?? '',
      /^Une seule décision par jour .* canaux\u00A0: 1 Direction n’a pas cette carte \(Direction des lycées\)\.$/,
    )
    const stranger = await on.plan(on.initiative, {
      from: '2027-05-21',
      until: '2027-05-28',
      directions: ['europe', 'lycees'],
    })
    trial = stranger.id
    const third = await decide({ kind: 'stop', directions: '' })
    assert.match(third.notice?.text ?? '', /^Aucun canal .*Une seule décision par jour .* 1 Direction n’a/)
  })

  it('is the same whatever arrives twice', async () => {
    const once = await decide()
    const again = await decide()
    assert.deepEqual(again, once)
  })

  it('keeps what was typed where it is refused, also for who may not decide any more', async () => {
    const short = await decide({ learnt: '' })
    assert.deepEqual([short.notice?.tone, short.card.template], ['warning', 'trials/decision/form'])
    assert.equal((short.card.data as { why: string }).why, TYPED.why)
    const none = await decide({ kind: '' })
    assert.match(none.notice?.title ?? '', /généraliser, ajuster ou arrêter/)
    const leaving = { params: { id: on.initiative }, body: { joined: false } }
    await (await on.call(ahmed))('put', '/initiatives/:id/membership', leaving)
    const late = await decide()
    assert.match(late.notice?.title ?? '', /revient à qui porte l’initiative/)
    assert.equal((late.card.data as { learnt: string }).learnt, TYPED.learnt)
    await decide({ kind: 'stop', directions: '' }, maelle)
    const second = await decide({}, maelle)
    assert.match(second.notice?.title ?? '', /décidé depuis le vendredi 21/)
    assert.equal((second.card.data as { why: string }).why, TYPED.why)
  })

  it('leads to the next plan where it is to be adjusted', async () => {
    const done = await decide({ kind: 'adjust', directions: '' })
    assert.equal(dataOf(done).inTab?.words, 'Préparer l’essai suivant')
  })
})
