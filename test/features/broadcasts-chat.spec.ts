import assert from 'node:assert/strict'
import type { Reply } from '../../src/conversation/protocol/reply.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { optionsOn } from '../support/features/ballot-options.ts'
import { fixedClock } from '../support/product/clock.ts'
import { BALLOT, WHEN, WORKSHOP } from '../support/product/inputs.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** A Thursday at ten: now is a moment to write. */
const START = Date.parse('2027-04-22T08:00:00Z')
const TEXT = 'Les journées du 7 mai approchent.\nVenez avec une *idée* : [x](http://evil)'

type Stage = Awaited<ReturnType<typeof setStage>>
type Sheet = {
  buttons: { title: string; verb: string; data: Record<string, unknown> }[]
  facts: { text: string }[]
  badge: { text: string }
}

describe('a broadcast in the chat', () => {
  let clock = fixedClock(START)
  let stage: Stage
  beforeEach(async () => {
    clock = fixedClock(START)
    stage = await setStage({ organisers: ['maelle'], clock })
    await stage.as(maelle).installs('channel')
    await stage.as(maelle).installs('personal')
    await stage.settle()
  })
  afterEach(() => stage.close())

  const actor = (who: Someone): Promise<Actor> =>
    stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })

  /** People who added the app, each known by a number. */
  async function arrive(count: number, from = 0): Promise<readonly Someone[]> {
    const all = Array.from({ length: count }, (_, at) => ({
      objectId: `agent-${from + at}`,
      name: `Agent ${from + at}`,
    }))
    for (const who of all) await stage.as(who).installs('personal')
    await stage.settle()
    return all
  }

  const sheetOf = (reply: Reply) => reply.card.data as Sheet
  /** With plain spaces. */
  const flat = (text = '') => text.replaceAll(/[\u00a0\u202f]/g, ' ')
  const titles = (reply: Reply) => sheetOf(reply).buttons.map(({ title }) => flat(title))
  const facts = (reply: Reply) => sheetOf(reply).facts.map(({ text }) => flat(text))

  /** Presses the button of a sheet whose title begins so. */
  async function press(reply: Reply, title: string): Promise<Reply> {
    const button = sheetOf(reply).buttons.find(each => each.title.startsWith(title))
    if (!button) throw new Error(`no button ${title} among ${titles(reply)}`)
    return stage.as(maelle).presses(button.verb, button.data)
  }

  const write = (more: object = {}): Promise<Reply> =>
    stage
      .as(maelle)
      .presses('broadcasts.write', { text: TEXT, audience: 'everybody', nonce: randomIds.nonce(), ...more })

  const got = (start = 'Le Lab’ vous écrit') =>
    [...stage.sent.values()].filter(({ summary }) => summary.startsWith(start))

  async function started(more: object = {}): Promise<Reply> {
    const rehearsed = await press(await write(more), 'Vérifier')
    await stage.settle()
    return press(rehearsed, 'Envoyer')
  }

  it('is written, rehearsed with a preview in both languages, and sent once to each', async () => {
    await arrive(3)
    const draft = await write()
    const acts = ['Vérifier avant d’envoyer', 'Modifier', 'Supprimer le brouillon', 'Toutes les diffusions']
    assert.deepEqual(titles(draft), acts)
    const rehearsed = await press(draft, 'Vérifier')
    assert.equal(rehearsed.notice?.tone, 'good')
    assert.deepEqual(facts(rehearsed), ['Toutes les personnes du programme', '4 destinataires'])
    await stage.settle()
    assert.deepEqual(
      [...stage.sent.values()]
        .filter(({ card }) => JSON.stringify(card).includes('Aperçu'))
        .map(({ to }) => to),
      ['chat-maelle'],
    )
    assert.equal(got('A message from the Lab’')[0]?.to, 'chat-maelle')
    const before = got().length
    const running = await press(rehearsed, 'Envoyer à 4 personnes')
    await stage.settle()
    assert.equal(got().length - before, 4)
    const done = await press(running, 'Actualiser')
    assert.equal(sheetOf(done).badge.text, 'Terminée')
    assert.deepEqual(facts(done), ['Toutes les personnes du programme', '4 envoyés sur 4'])
    await press(rehearsed, 'Envoyer')
    await stage.settle()
    assert.equal(got().length - before, 4)
  })
  it('carries a workshop whose buttons work in place, and a foot that leads back to it', async () => {
    const [who] = await arrive(1)
    if (!who) throw new Error('nobody came')
    const data = { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() }
    const { card } = await stage.as(maelle).presses('workshops.publish', data)
    const workshop = (card.data as { id: string }).id
    await started({ thing: `workshop:${workshop}`, audience: 'role:agent' })
    await stage.settle()
    const [message] = got().filter(({ to }) => to === `chat-${who.objectId}`)
    const text = JSON.stringify(message?.card)
    assert.match(text, /Le lycée, demain/)
    const answered = await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes', after: '' })
    assert.equal(answered.notice?.tone, 'good')
    const [, id] = /"message":"(\w+)"/.exec(text) ?? []
    const why = await stage.as(who).presses('messages.why', { message: id, round: 1 })
    assert.match(JSON.stringify(why.card), /un groupe de personnes dont vous faites partie/)
    const back = await stage.as(who).presses('broadcasts.message', { message: id, round: 1 })
    assert.equal(back.card.template, 'broadcasts/broadcast/message')
    assert.equal((back.card.data as { open: boolean }).open, false)
  })

  it('carries a ballot that is voted on in place, and expires with it', async () => {
    const [who] = await arrive(1)
    if (!who) throw new Error('nobody came')
    const form = { ...WHEN, ...BALLOT, date: '2027-04-23', nonce: randomIds.nonce() }
    const opened = await stage.as(maelle).presses('ballots.open', form)
    const ballot = String(sheetOf(opened).buttons[0]?.data.ballot)
    await started({ thing: `ballot:${ballot}`, audience: 'role:agent' })
    await stage.settle()
    const message = got().find(({ to }) => to === `chat-${who.objectId}`)
    const [option] = optionsOn(await stage.as(who).presses('ballots.choose', { ballot }))
    assert.ok(JSON.stringify(message?.card).includes(option?.id ?? 'none'))
    const vote = { ballot, choice: option?.id }
    assert.equal((await stage.as(who).presses('ballots.vote', vote)).notice?.tone, 'good')
    clock.advance(2 * DAY)
    const late = await write({ thing: `ballot:${ballot}` })
    assert.match(late.notice?.title ?? '', /ce scrutin est clos/)
  })

  it('is not started before it is rehearsed as it stands', async () => {
    const draft = await write()
    const id = String(sheetOf(draft).buttons[0]?.data.broadcast)
    const start = (version: number) =>
      stage.as(maelle).presses('broadcasts.start', { broadcast: id, version })
    assert.match((await start(1)).notice?.title ?? '', /pas encore été vérifié/)
    await press(draft, 'Vérifier')
    await stage.as(maelle).presses('broadcasts.write', {
      broadcast: id,
      text: 'Autre chose',
      audience: 'everybody',
      nonce: randomIds.nonce(),
    })
    assert.match((await start(1)).notice?.title ?? '', /a changé depuis la vérification/)
    assert.match((await start(2)).notice?.title ?? '', /pas encore été vérifié/)
    await stage.settle()
    assert.equal(got().filter(({ card }) => !JSON.stringify(card).includes('Aperçu')).length, 0)
  })

  it('keeps what was typed when it is refused', async () => {
    const refused = await write({ audience: '' })
    assert.equal(refused.card.template, 'broadcasts/drafts/form')
    assert.match(refused.notice?.title ?? '', /Il manque les destinataires/)
    const { fields } = refused.card.data as { fields: { text: string } }
    assert.equal(fields.text, TEXT)
    const heavy = await write({ text: 'x'.repeat(1_001) })
    assert.match(flat(heavy.notice?.title), /1 001 caractères/)
    const none = await write({ audience: 'directions', directions: '' })
    assert.match(none.notice?.title ?? '', /Il manque les Directions/)
  })

  it('asks for Directions only once they are to be chosen, and says when a list is cut', async () => {
    type Form = { directions: object[]; cut: string; fields: { text: string; audience: string } }
    const first = (await stage.as(maelle).presses('broadcasts.form')).card.data as Form
    assert.deepEqual([first.directions, first.cut], [[], ''])
    const asked = await write({ audience: 'channels' })
    assert.match(asked.notice?.title ?? '', /^Choisissez les Directions/)
    const { directions, fields } = asked.card.data as Form
    assert.equal(directions.length, stage.app.programme.directions.length)
    assert.deepEqual([fields.text, fields.audience], [TEXT, 'channels'])
    for (let n = 0; n < 21; n++) {
      const form = { ...WHEN, ...WORKSHOP, title: `Atelier ${n}`, nonce: randomIds.nonce() }
      await stage.as(maelle).presses('workshops.publish', form)
    }
    const { cut } = (await stage.as(maelle).presses('broadcasts.form')).card.data as Form
    assert.match(cut, /ne peut pas tout proposer/)
  })

  it('is made once from one rendering of the form, and again from another', async () => {
    const nonce = randomIds.nonce()
    const ids = []
    for (const each of [nonce, nonce, randomIds.nonce()])
      ids.push(sheetOf(await write({ nonce: each })).buttons[0]?.data.broadcast)
    assert.equal(ids[0], ids[1])
    assert.notEqual(ids[1], ids[2])
  })

  it('sends a fresh preview after an edit, and repeats none otherwise', async () => {
    const previews = () =>
      [...stage.sent.values()].filter(({ card }) => /Aperçu|Preview/.test(JSON.stringify(card)))
    const draft = await write()
    await press(draft, 'Vérifier')
    await stage.settle()
    await press(draft, 'Vérifier')
    await stage.settle()
    assert.equal(previews().length, 2)
    const broadcast = sheetOf(draft).buttons[0]?.data.broadcast
    // Two more in the same second would be more than a chat takes.
    clock.advance(MINUTE)
    await write({ broadcast, text: 'Autre chose' })
    await press(draft, 'Vérifier')
    await stage.settle()
    assert.equal(previews().length, 4)
  })

  it('reaches the Directions, the roles and the people of a workshop that were chosen, and nobody else', async () => {
    const [ana, bob, eve] = await arrive(3)
    if (!ana || !bob || !eve) throw new Error('nobody came')
    await stage.app.people.chooseDirection(await actor(ana), 'lycees')
    await stage.app.people.chooseDirection(await actor(bob), 'culture')
    await stage.app.people.assignRole((await actor(eve)).id, 'pilot', ['culture'])
    const data = { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() }
    const { card } = await stage.as(maelle).presses('workshops.publish', data)
    const workshop = (card.data as { id: string }).id
    await stage.as(bob).presses('workshops.answer', { workshop, answer: 'yes', after: '' })
    await stage.as(ana).presses('workshops.answer', { workshop, answer: 'no', after: '' })
    await stage.settle()
    const cases = [
      [{ audience: 'directions', directions: 'lycees' }, ana],
      [{ audience: 'role:pilot' }, eve],
      [{ audience: `workshop:${workshop}` }, bob],
    ] as const
    for (const [more, who] of cases) {
      const before = new Set(stage.sent.keys())
      const text = `Pour ${who.objectId}`
      const sheet = await started({ ...more, text })
      await stage.settle()
      const fresh = [...stage.sent].filter(([id, { summary }]) => !before.has(id) && summary.includes(text))
      const told = fresh.filter(([, each]) => !/Aperçu|Preview/.test(JSON.stringify(each.card)))
      assert.deepEqual(
        told.map(([, { to }]) => to),
        [`chat-${who.objectId}`],
      )
      assert.equal(facts(sheet)[1], 'Aucun envoyé sur 1')
    }
  })

  it('says who cannot have it and why, and waits for who gets it later', async () => {
    const [full, paused, stopped, gone] = await arrive(4)
    if (!full || !paused || !stopped || !gone) throw new Error('nobody came')
    await stage.as({ objectId: 'seen', name: 'Jamais venue' }).says('aide', { in: 'channel' })
    clock.advance(MINUTE)
    await stage.as(gone).removes('personal')
    await stage.as(paused).presses('messages.pause', { until: '2027-04-25' })
    await stage.as(stopped).presses('messages.stop', { topic: 'broadcast' })
    for (let n = 0; n < stage.app.programme.messages.perWeek; n++) {
      await started({ text: `Numéro ${n}`, audience: 'role:agent' })
      await stage.settle()
    }
    const rehearsed = await press(await write({ audience: 'role:agent' }), 'Vérifier')
    assert.deepEqual(facts(rehearsed), [
      'Les agents sans autre rôle',
      '5 destinataires',
      '2 non joignables : 2 sans l’application',
    ])
    assert.equal(titles(rehearsed)[0], 'Envoyer à 3 personnes')
    const running = await press(rehearsed, 'Envoyer')
    await stage.settle()
    const seen = await press(running, 'Actualiser')
    assert.equal(sheetOf(seen).badge.text, 'Envoi en cours')
    assert.deepEqual(facts(seen).slice(1, 3), ['Aucun envoyé sur 5', '2 en attente'])
    assert.equal(facts(seen).at(-1), '1 non envoyé : trop tard, sujet arrêté ou refus de Teams')
    for (let day = 0; day < 7; day++) {
      clock.advance(DAY)
      stage.app.delivery.wake()
      await stage.settle()
    }
    assert.equal(facts(await press(running, 'Actualiser'))[1], '1 envoyé sur 5')
  })

  it('waits while it is paused, goes on to the rest, and never once it is stopped', async () => {
    await arrive(5)
    clock.advance(12 * HOUR)
    const mine = (reply: Reply) => facts(reply).slice(1)
    const first = await started({ text: 'Le soir' })
    await stage.settle()
    await press(first, 'Mettre en pause')
    clock.advance(DAY)
    stage.app.delivery.wake()
    await stage.settle()
    const paused = await press(first, 'Actualiser')
    assert.deepEqual(mine(paused), ['Aucun envoyé sur 6', '6 en attente'])
    await press(paused, 'Reprendre')
    await stage.settle()
    assert.deepEqual(mine(await press(first, 'Actualiser')), [
      'Aucun envoyé sur 6',
      '6 en attente · partira le lundi 26 avril à 9 h',
    ])
    clock.advance(2 * DAY + 12 * HOUR)
    stage.app.delivery.wake()
    await stage.settle()
    assert.deepEqual(mine(await press(first, 'Actualiser')), ['6 envoyés sur 6'])

    clock.advance(12 * HOUR)
    const second = await started({ text: 'Un autre soir' })
    await stage.settle()
    const stopped = await press(await press(second, 'Arrêter'), 'Arrêter définitivement')
    assert.match(stopped.notice?.title ?? '', /0 envoyé, 6 non envoyés/)
    await stage.settle()
    clock.advance(2 * DAY)
    stage.app.delivery.wake()
    await stage.settle()
    const seen = await stage.as(maelle).presses('broadcasts.show', sheetOf(second).buttons[0]?.data)
    assert.deepEqual(mine(seen), ['Aucun envoyé sur 6', '6 non envoyés'])
    assert.equal(sheetOf(seen).badge.text, 'Arrêtée')
  })

  it('posts once in each channel of the chosen Directions', async () => {
    await stage
      .as(maelle)
      .presses('channels.bind', { channel: CHANNEL, direction: 'lycees', part: 'channel' })
    const none = await write({ audience: 'channels', directions: 'culture' })
    assert.match(none.notice?.title ?? '', /Aucun canal/)
    const rehearsed = await press(await write({ audience: 'channels', directions: 'lycees' }), 'Vérifier')
    await stage.settle()
    const running = await press(rehearsed, 'Publier dans 1 canal')
    await stage.settle()
    await press(rehearsed, 'Publier')
    await stage.settle()
    assert.equal(got().filter(({ to }) => to === CHANNEL).length, 1)
    const done = await press(running, 'Actualiser')
    assert.deepEqual(facts(done).slice(1), ['1 envoyé sur 1'])
    assert.equal(sheetOf(done).badge.text, 'Terminée')
  })

  it('stays a draft to be changed when its channels went after it was rehearsed', async () => {
    await stage
      .as(maelle)
      .presses('channels.bind', { channel: CHANNEL, direction: 'lycees', part: 'channel' })
    const rehearsed = await press(await write({ audience: 'channels', directions: 'lycees' }), 'Vérifier')
    await stage.as(maelle).presses('channels.unbind', { channel: CHANNEL, part: 'channel' })
    const refused = await press(rehearsed, 'Publier')
    assert.equal(refused.notice?.tone, 'warning')
    assert.deepEqual(titles(refused), ['Modifier', 'Supprimer le brouillon', 'Toutes les diffusions'])
  })

  it('is thrown away while it is a draft, once that was asked, and never later', async () => {
    const draft = await write()
    const asked = await press(draft, 'Supprimer')
    assert.equal(asked.notice?.title, 'La suppression est définitive')
    const { broadcast } = sheetOf(await press(asked, 'Garder')).buttons[0]?.data ?? {}
    const removed = await press(asked, 'Supprimer définitivement')
    assert.equal(removed.notice?.title, 'Brouillon supprimé')
    assert.deepEqual((removed.card.data as { items: object[] }).items, [])
    const twice = await press(asked, 'Supprimer définitivement')
    assert.deepEqual([twice.card.template, twice.notice?.tone], ['broadcasts/broadcast/list', 'warning'])
    const gone = await stage.as(maelle).presses('broadcasts.show', { broadcast })
    assert.equal(gone.notice?.tone ?? 'warning', 'warning')
    assert.notEqual(gone.card.template, 'broadcasts/broadcast/sheet')
    const begun = sheetOf(await started()).buttons[0]?.data
    const late = await stage.as(maelle).presses('broadcasts.remove', begun)
    assert.match(late.notice?.title ?? '', /Cette diffusion est lancée/)
    assert.equal((late.card.data as { items: object[] }).items.length, 1)
  })

  it('is listed newest first, a page at a time; an observer reads figures and is offered no act', async () => {
    for (let n = 0; n < 6; n++) {
      clock.advance(MINUTE)
      await write({ text: `Numéro ${n}` })
    }
    const page = await stage.as(maelle).says('envois')
    const { items, next } = page.card.data as { items: { title: string }[]; next: string }
    assert.deepEqual(
      items.map(({ title }) => title),
      ['Numéro 5', 'Numéro 4', 'Numéro 3', 'Numéro 2'],
    )
    const rest = await stage.as(maelle).presses('broadcasts.list', { after: next })
    assert.equal((rest.card.data as { items: object[] }).items.length, 2)
    const helene = { objectId: 'helene', name: 'Hélène Gaubert' }
    await stage.app.people.assignRole((await actor(helene)).id, 'observer')
    assert.equal(((await stage.as(helene).says('sends')).card.data as { mayWrite: boolean }).mayWrite, false)
  })
})
