import assert from 'node:assert/strict'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const sophie = { objectId: 'sophie', name: 'Sophie Lannes' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const THEIRS = 'Un carnet de passation d’une page pour chaque départ'
const MINE = 'Un carnet de passation à chaque départ, c’est [vital](http://x)'
const DIFFERENT = 'Planter des arbres dans la cour'

type Press = { readonly title: string; readonly verb: string; readonly data: Record<string, string> }
type Close = { readonly text: string; readonly detail: string; readonly data: Record<string, string> }
type Data = Record<string, string> & { readonly buttons: readonly Press[]; readonly ideas: readonly Close[] }

const dataOf = (reply: Reply) => reply.card.data as Data
const toldTo = (reply: Reply) => [reply.card.template, reply.notice?.tone]
const toSend = (reply: Reply) => {
  const [send] = dataOf(reply).buttons
  assert.deepEqual([send?.title, send?.verb], ['Envoyer la mienne', 'ideas.submit-different'])
  return send?.data ?? {}
}

describe('similar ideas in a conversation', () => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.as(sophie).says(`idée ${THEIRS}`)
  })
  afterEach(() => stage.close())

  const form = async () => ({ ...dataOf(await stage.as(camille).says('idée')), text: MINE, axis: 'equipe' })
  const fieldsOf = ({ nonce, text, axis }: Partial<Record<'nonce' | 'text' | 'axis', string>>) => ({
    nonce,
    text,
    axis,
    box: '',
  })
  const texts = async () => {
    const who = { tenant: 't', objectId: 'reader', name: 'R', language: 'fr' as const }
    const reader = await stage.app.people.greet(who)
    const call = callerOf(stage.app.routes, reader)
    const { items } = await call<{ items: { text: string; supports: number }[] }>('get', '/ideas')
    return items.map(({ text, supports }) => [text, Number(supports)]).toSorted()
  }

  it('are shown in the place of a form that was sent, which is not published yet', async () => {
    const asked = await stage.as(camille).presses('ideas.submit', fieldsOf(await form()))
    assert.deepEqual(toldTo(asked), ['ideas/similarity/list', undefined])
    assert.equal(dataOf(asked).title, 'Une idée proche existe déjà')
    assert.match(
      dataOf(asked).draft ?? '',
      /pas encore envoyé\s:\s«\sUn carnet de passation à chaque départ, c’est \\\[vital/,
    )
    assert.equal(dataOf(asked).ideas[0]?.text, 'Un carnet de passation d’une page pour chaque départ')
    const { detail = '', data: { idea } = {} } = dataOf(asked).ideas[0] ?? {}
    assert.equal(detail, 'Pas encore de soutien')
    await stage.as(maelle).presses('ideas.aside', { idea, text: 'Faite déjà' })
    await stage.settle()
    clock.advance(TELL_AFTER)
    await stage.settle()
    const again = await stage.as(camille).presses('ideas.submit', fieldsOf(await form()))
    assert.equal(dataOf(again).ideas[0]?.detail, 'Pas encore de soutien · Non retenue')
    assert.deepEqual(await texts(), [[THEIRS, 0]])
  })

  it('are shown again when the first tap is repeated, and what is sent all the same is sent once', async () => {
    const typed = fieldsOf(await form())
    const press = () => stage.as(camille).presses('ideas.submit', typed)
    const [first, second] = [await press(), await press()]
    assert.deepEqual(first.card, second.card)
    const send = () => stage.as(camille).presses('ideas.submit-different', toSend(first))
    for (const sent of [await send(), await send()]) {
      assert.deepEqual(toldTo(sent), ['ideas/card/idea', 'good'])
      assert.match(dataOf(sent).kind ?? '', /Faire équipe/)
    }
    // A late repeat of the first tap: the idea is submitted, and nothing is asked again.
    assert.deepEqual(toldTo(await press()), ['ideas/card/idea', 'good'])
    assert.deepEqual(await texts(), [
      [THEIRS, 0],
      [MINE, 0],
    ])
  })

  it('do not turn up once the idea was sent, though a close one came since', async () => {
    const typed = { ...fieldsOf(await form()), text: DIFFERENT }
    const press = () => stage.as(camille).presses('ideas.submit', typed)
    assert.equal((await press()).card.template, 'ideas/card/idea')
    await stage.as(maelle).says(`idée ${DIFFERENT} de récréation`)
    const other = await stage.as(maelle).presses('ideas.submit-different', {
      text: `${DIFFERENT} de récréation`,
      nonce: 'maelle',
    })
    assert.equal(other.notice?.tone, 'good')
    assert.deepEqual(toldTo(await press()), ['ideas/card/idea', 'good'])
    assert.equal((await texts()).length, 3)
  })

  it('are supported in its place, in one tap that may be repeated; what was typed stays in sight', async () => {
    const asked = await stage.as(camille).presses('ideas.submit', fieldsOf(await form()))
    const close = dataOf(asked).ideas[0]?.data ?? {}
    for (let n = 0; n < 2; n++) {
      const supported = await stage.as(camille).presses('ideas.support-instead', close)
      assert.deepEqual(toldTo(supported), ['ideas/card/idea', 'good'])
      assert.equal(supported.notice?.title, 'Vous soutenez cette idée')
      assert.match(supported.notice?.text ?? '', /n’a pas été envoyé\s:\s«\sUn carnet .* c’est \\\[vital/)
    }
    assert.deepEqual(await texts(), [[THEIRS, 2]])
    const again = await stage.as(camille).presses('ideas.submit', fieldsOf(await form()))
    assert.match(dataOf(again).ideas[0]?.detail ?? '', /^2\ssoutiens · Vous soutenez cette idée$/)
  })

  it('that are gone by then give the form back with what was typed', async () => {
    const typed = fieldsOf(await form())
    const asked = await stage.as(camille).presses('ideas.submit', typed)
    const close = dataOf(asked).ideas[0]?.data ?? {}
    await stage.as(sophie).presses('ideas.undo', { idea: close.idea })
    const refused = await stage.as(camille).presses('ideas.support-instead', close)
    assert.deepEqual(toldTo(refused), ['ideas/card/form', 'warning'])
    assert.deepEqual([dataOf(refused).text, dataOf(refused).axis], [MINE, 'equipe'])
    const rewritten = await stage.as(camille).presses('ideas.form', dataOf(asked).buttons[1]?.data)
    assert.equal(rewritten.card.template, 'ideas/card/form')
    assert.equal(dataOf(rewritten).text, MINE)
    assert.equal(dataOf(rewritten).nonce, typed.nonce)
  })

  it('answer « idée » typed in the chat, with both ways on, once however often Teams repeats', async () => {
    const says = (id: string) => stage.as(camille).says(`idée ${MINE}`, { id })
    const cards = [await says('a'), await says('a'), await says('b')]
    assert.deepEqual(cards.map(toldTo), Array(3).fill(['ideas/similarity/list', undefined]))
    for (const card of cards) {
      const sent = await stage.as(camille).presses('ideas.submit-different', toSend(card))
      assert.deepEqual(toldTo(sent), ['ideas/card/idea', 'good'])
      assert.equal((dataOf(sent).axes ?? '').length, 5)
    }
    assert.equal((await texts()).length, 2)
  })

  it('are shown to who answers a box in a channel alone, and what is sent all the same stands in it', async () => {
    await stage.as(maelle).installs('channel')
    const opened = dataOf(await stage.as(maelle).presses('ideas.box-form'))
    const question = { question: 'Que changer ?', channel: CHANNEL, nonce: opened.nonce }
    await stage.as(maelle).presses('ideas.open-box', question)
    await stage.settle()
    const [posted] = [...stage.sent.values()].filter(({ card }) => /Que changer/.test(JSON.stringify(card)))
    const box = /"box":"(\w+)"/.exec(JSON.stringify(posted?.card))?.[1] ?? ''
    const there = { in: 'channel', card: 'box-card' } as const
    const typed = { box, nonce: '', text: MINE, axis: 'equipe' }
    const press = () => stage.as(camille).presses('ideas.submit', typed, there)
    const [first, second] = [await press(), await press()]
    assert.equal(first.card.template, 'ideas/similarity/list')
    assert.deepEqual(first.card, second.card)
    const before = stage.sent.size
    for (const asked of [first, second]) {
      const sent = await stage.as(camille).presses('ideas.submit-different', toSend(asked), there)
      assert.match(sent.notice?.text ?? '', /visible que de vous/)
    }
    await stage.settle()
    assert.equal(stage.sent.size, before + 1)
    const list = dataOf(await stage.as(maelle).presses('ideas.list', { box }, there))
    assert.equal(list.ideas.length, 1)
  })

  it('of one’s own are not shown, nor are any for what cannot be sent', async () => {
    const own = await stage.as(sophie).says(`idée ${THEIRS}, vraiment`)
    assert.deepEqual(toldTo(own), ['ideas/card/idea', 'good'])
    const typed = fieldsOf(await form())
    const without = await stage.as(camille).presses('ideas.submit', { ...typed, axis: '' })
    assert.deepEqual(toldTo(without), ['ideas/card/form', 'warning'])
    const long = await stage.as(camille).presses('ideas.submit', { ...typed, text: `${MINE} `.repeat(9) })
    assert.match(long.notice?.title ?? '', /280 possibles/)
  })

  it('are not asked about in a channel, where what is said is out already', async () => {
    await stage.as(maelle).installs('channel')
    const said = await stage.as(camille).says(`idée ${MINE}`, { in: 'channel' })
    assert.equal(said.card.template, 'ideas/card/idea')
  })

  it('come with a message that is made into an idea, in its dialog', async () => {
    const { nonce = '' } = dataOf(await stage.as(camille).quotes('ideas.quote', MINE))
    const asked = await stage
      .as(camille)
      .presses('ideas.submit', fieldsOf({ nonce, text: MINE, axis: 'equipe' }))
    assert.equal(asked.card.template, 'ideas/similarity/list')
    const sent = await stage.as(camille).presses('ideas.submit-different', toSend(asked))
    assert.equal(sent.notice?.tone, 'good')
  })
})
