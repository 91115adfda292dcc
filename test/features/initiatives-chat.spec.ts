import assert from 'node:assert/strict'
import type { Reply } from '../../src/conversation/protocol/reply.ts'
import { TELL_AFTER } from '../../src/features/ideas/answers/take-back.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import { fixedClock } from '../support/database/engines.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const sophie = { objectId: 'sophie', name: 'Sophie Lannes' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const TEXT = 'Un carnet de passation d’une page'

type Press = { readonly title: string; readonly verb: string; readonly data: Record<string, string> }
type Data = Record<string, string> & {
  readonly buttons: readonly Press[]
  readonly initiatives: readonly { readonly text: string; readonly buttons: readonly Press[] }[]
  readonly sections: readonly { readonly heading: string; readonly lines: readonly { text: string }[] }[]
  readonly open: readonly { readonly title: string; readonly url: string }[]
  readonly heirs: readonly { readonly value: string }[]
}
const dataOf = (reply: Reply) => reply.card.data as Data
const titlesOf = (reply: Reply) => dataOf(reply).buttons.map(({ title }) => title)

describe('initiatives in a conversation', () => {
  const clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let idea = ''
  let heard: readonly (readonly [string, string])[] = []
  beforeEach(async () => {
    clock.advance(Date.parse('2027-04-22T08:00:00Z') - clock.now())
    stage = await setStage({ organisers: ['maelle'], clock })
    await stage.as(maelle).installs('channel')
    for (const who of [camille, sophie, karim, nadia, maelle]) await stage.as(who).says('aide')
    const reply = await stage.as(camille).says(`idée ${TEXT}`, { in: 'channel' })
    idea = String(dataOf(reply).buttons.find(({ verb }) => verb === 'ideas.support')?.data.idea)
    await stage.as(camille).presses('ideas.set-axis', { idea, axis: 'equipe' })
    await stage.as(sophie).presses('ideas.support', { idea, support: 'on' })
    await stage.as(maelle).presses('ideas.decide', { idea, step: 'retained' })
    await stage.settle()
    clock.advance(TELL_AFTER)
    await settle()
    heard = [...stage.sent.values()].map(({ to, card }) => [to, JSON.stringify(card)] as const)
    stage.sent.clear()
  })
  afterEach(() => stage.close())

  async function settle(): Promise<void> {
    await stage.settle()
    clock.advance(MINUTE)
    await stage.settle()
    // What moves after a first card is told a week after it.
    clock.advance(7 * DAY)
    await stage.settle()
  }
  const press = (who: Someone, verb: string, data: object = {}) =>
    stage.as(who).presses(`initiatives.${verb}`, { initiative: idea, ...data })
  const chatOf = ({ objectId }: Someone) => `chat-${objectId}`
  /** What was posted meanwhile, by where: each one's summary. */
  const posted = () => {
    const all = [...stage.sent.values()].map(({ to, summary }) => [to, summary] as const)
    stage.sent.clear()
    return all.toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
  const form = <T extends object>(more: T) => ({ title: 'Le carnet', phase: 'explore', ...more })

  it('offer a retained idea to whoever wants to carry it, and tell its author and supporters once', async () => {
    const [first] = heard.filter(([to]) => to === chatOf(camille))
    assert.match(first?.[1] ?? '', /\. Si vous la portez, votre nom paraît/)
    const seen = await stage.as(karim).presses('ideas.show', { idea })
    assert.equal(titlesOf(seen)[0], 'Je la porte')
    const [{ verb, data } = { verb: '', data: {} }] = dataOf(seen).buttons
    const carried = await stage.as(karim).presses(verb, data, { in: 'channel' })
    assert.equal(carried.notice?.title, 'Vous portez cette initiative')
    assert.match(carried.notice?.text ?? '', /visible que de vous/)
    await stage.as(karim).presses(verb, data)
    await settle()
    const what = `« ${TEXT} » : Cette idée est devenue une initiative, portée par Karim Benali.`.replaceAll(
      /(?<=«) | (?=[»:])/g,
      '\u00A0',
    )
    assert.deepEqual(
      posted().filter(([to]) => to !== `${CHANNEL};thread`),
      [
        [CHANNEL, TEXT],
        [chatOf(camille), what],
        [chatOf(sophie), what],
      ],
    )
    const late = await press(nadia, 'carry')
    assert.deepEqual([late.card.template, late.notice?.tone], ['initiatives/initiative/sheet', 'warning'])
    assert.equal(titlesOf(late)[0], 'Je rejoins')
    assert.deepEqual(titlesOf(await stage.as(nadia).presses('ideas.show', { idea }))[0], 'Voir l’initiative')
  })

  it('stand in the channel of their idea, and change there with who carries them, not with who joins', async () => {
    await press(karim, 'carry')
    await settle()
    const [card] = [...stage.sent.values()].filter(({ to, summary }) => to === CHANNEL && summary === TEXT)
    assert.match(JSON.stringify(card?.card), /Portée par Karim Benali/)
    assert.doesNotMatch(JSON.stringify(card?.card), /y participe|soutien/)
    const [key] = [...stage.sent].find(([, { to }]) => to === CHANNEL) ?? ['']
    assert.match(
      JSON.stringify((await press(nadia, 'join', { joined: 'on' })).card),
      /2.personnes y participent.*2.soutiens/,
    )
    const supported = await press(nadia, 'support', { support: 'on' })
    assert.equal(supported.notice?.title, 'Vous soutenez cette initiative\u00A0· 3\u00A0soutiens')
    await press(karim, 'edit', form({ title: TEXT, story: 'Une histoire, que la carte ne dit pas' }))
    await settle()
    clock.advance(4 * HOUR)
    await settle()
    assert.equal(stage.sent.get(key)?.edits, 0)
    await press(karim, 'join', { joined: 'off' })
    await settle()
    assert.match(
      JSON.stringify(stage.sent.get(key)?.card),
      /Cherche une personne pour la porter.*Je la porte/,
    )
  })

  it('tell their owner together of those who joined within some hours, each once', async () => {
    await press(karim, 'carry')
    await settle()
    posted()
    await press(sophie, 'join', { joined: 'on' })
    clock.advance(1)
    await press(nadia, 'join', { joined: 'on' })
    await press(nadia, 'join', { joined: 'on' })
    await stage.settle()
    const told = () => posted().filter(([to]) => to === chatOf(karim))
    assert.deepEqual(told(), [])
    clock.advance(4 * HOUR)
    await settle()
    const [[, summary] = ['', '']] = told()
    assert.match(summary, /Ont rejoint l’initiative.: Sophie Lannes, Nadia Ferrer\./)
    clock.advance(4 * HOUR)
    await settle()
    assert.deepEqual(told(), [])
  })

  it('tell their owner of all who joined between two cards, and of what it inspired beside them', async () => {
    await press(karim, 'carry')
    clock.advance(1)
    await press(maelle, 'join', { joined: 'on' })
    clock.advance(4 * HOUR)
    await stage.settle()
    clock.advance(DAY)
    await stage.settle()
    const cardsTo = ({ objectId }: Someone) =>
      [...stage.sent.values()].filter(({ to }) => to === `chat-${objectId}`)
    assert.match(cardsTo(karim).at(-1)?.summary ?? '', /Maëlle Rivière/)
    stage.sent.clear()
    await press(sophie, 'join', { joined: 'on' })
    clock.advance(4 * HOUR)
    await stage.settle()
    clock.advance(2 * DAY)
    await press(nadia, 'join', { joined: 'on' })
    clock.advance(4 * HOUR)
    await stage.settle()
    await stage.as(sophie).presses('people.direction', { direction: 'culture' })
    const { nonce } = dataOf(await press(sophie, 'inspire-form'))
    await press(sophie, 'inspire', { text: 'Un carnet, au musée aussi', nonce })
    await settle()
    // The week ends on a Sunday evening.
    for (let n = 0; n < 6; n++) {
      clock.advance(6 * HOUR)
      await stage.settle()
    }
    const last = cardsTo(karim).at(-1)
    assert.match(last?.summary ?? '', /^2 nouvelles/)
    const told = JSON.stringify(last?.card)
    assert.match(told, /Sophie Lannes, Nadia Ferrer/)
    assert.match(told, /Une idée s’inspire de cette initiative/)
  })

  it('are written by their owner in a form that keeps what was typed, and read whole', async () => {
    await press(karim, 'carry')
    const empty = await press(karim, 'edit-form')
    assert.equal(empty.card.template, 'initiatives/initiative/form')
    const typed = form({
      problem: 'Une ligne\nUne autre',
      inspiring: 'Une page',
      resources: 'Le modèle : https://intranet.example/a\nhttp://b.example',
    })
    const refused = await press(karim, 'edit', typed)
    assert.deepEqual(
      [refused.card.template, refused.notice?.tone],
      ['initiatives/initiative/form', 'warning'],
    )
    assert.match(JSON.stringify(dataOf(refused).fields), /Une ligne\\nUne autre.*http:\/\/b\.example/)
    const resources = Array.from({ length: 6 }, (_, n) => `Lien ${n} https://a.example/${n}`).join('\n')
    const kept = await press(karim, 'edit', { ...typed, resources })
    assert.deepEqual([dataOf(kept).title, dataOf(kept).problem], ['Le carnet', 'Une ligne Une autre'])
    assert.match((await press(sophie, 'edit', typed)).notice?.title ?? '', /Seule la personne/)
    const read = dataOf(await press(sophie, 'read'))
    assert.deepEqual(
      read.sections.map(({ heading, lines }) => [heading, lines.length]),
      [
        ['Le problème', 2],
        ['Ce qui peut inspirer ailleurs', 1],
        ['L’idée de départ', 1],
        ['Avec', 1],
      ],
    )
    const more = dataOf(await press(sophie, 'links', { from: 4 }))
    assert.deepEqual(
      more.open.map(({ url }) => url),
      ['https://a.example/4', 'https://a.example/5'],
    )
  })

  it('are given back whole in the form, or written in the tab where they are too long for a card', async () => {
    await press(karim, 'carry')
    const story = Array.from({ length: 15 }, () => 'é'.repeat(99)).join('\n')
    const resources = Array.from({ length: 10 }, (_, n) => `Lien ${n} https://a.example/${'x'.repeat(400)}`)
    const long = form({
      story,
      problem: story,
      inspiring: story,
      outcome: story,
      resources: resources.join('\n'),
    })
    assert.equal((await press(karim, 'edit', long)).notice?.tone, 'good')
    const { fields } = dataOf(await press(karim, 'edit-form')) as unknown as { fields: Data }
    assert.deepEqual([fields.story, fields.resources], [story, long.resources])
    const larger = story.replaceAll('é', '語')
    const wide = form({
      story: larger,
      problem: larger,
      inspiring: larger,
      outcome: larger,
      resources: long.resources,
    })
    assert.equal((await press(karim, 'edit', wide)).notice?.tone, 'good')
    assert.match((await press(karim, 'edit-form')).notice?.title ?? '', /dans l’onglet/)
  })

  it('tell each phase and the first outcome once, to all whom they concern and not to who did it', async () => {
    await press(karim, 'carry')
    await press(nadia, 'join', { joined: 'on' })
    await settle()
    posted()
    const chats = () => posted().filter(([to]) => to.startsWith('chat-'))
    const names = (all: readonly (readonly [string, string])[]) => all.map(([to]) => to)
    const others = [camille, nadia, sophie].map(chatOf)
    await press(karim, 'edit', form({ phase: 'create' }))
    await settle()
    const create = chats()
    assert.deepEqual(names(create), others)
    assert.match(create[0]?.[1] ?? '', /nouvelle étape.: «.En création.»/)
    for (const phase of ['test', 'create', 'test']) await press(karim, 'edit', form({ phase }))
    await settle()
    const tested = chats()
    assert.deepEqual(names(tested), others)
    for (const [, summary] of tested) assert.match(summary, /nouvelle étape.: «.En essai.»/)
    // Phases passed in one night: people are notified of the last only.
    clock.advance(12 * HOUR)
    for (const phase of ['explore', 'done']) await press(karim, 'edit', form({ phase }))
    await press(sophie, 'support', { support: 'off' })
    await settle()
    assert.deepEqual(chats(), [])
    clock.advance(12 * HOUR)
    await settle()
    const done = chats()
    assert.deepEqual(names(done), [camille, nadia].map(chatOf))
    for (const [, summary] of done) assert.match(summary, /nouvelle étape.: «.Terminée.»/)
    await press(sophie, 'support', { support: 'on' })
    await press(karim, 'edit', form({ phase: 'done', outcome: 'Trois services l’emploient' }))
    await settle()
    assert.deepEqual(names(chats()), others)
    await press(karim, 'edit', form({ phase: 'done', outcome: 'Quatre services l’emploient' }))
    await settle()
    assert.deepEqual(chats(), [])
    const searched = JSON.stringify(await stage.as(nadia).searches('ideas.search'))
    assert.match(searched, /"title":"S’en inspirer".*"title":"Voir l’initiative".*"title":"Je m’engage"/)
    const thread = await stage.as(nadia).presses('ideas.thread', { idea })
    assert.match(
      JSON.stringify(thread.card.data),
      /Nouvelle étape de l’initiative, par Karim Benali · En création/,
    )
  })

  it('are taken up in one’s own Direction, which their owner hears of', async () => {
    await press(karim, 'carry')
    await settle()
    posted()
    const none = await press(nadia, 'inspire-form')
    assert.match(none.notice?.title ?? '', /Votre Direction n’est pas connue/)
    assert.equal(titlesOf(none)[0], 'Langue et Direction')
    await stage.as(nadia).presses('people.direction', { direction: 'culture' })
    const asked = dataOf(await press(nadia, 'inspire-form'))
    assert.deepEqual([asked.text, asked.unnamed], [TEXT, 'off'])
    assert.match(asked.footer ?? '', /^Publiée tout de suite, avec votre nom, sauf.*culture/i)
    const said = { text: 'Un carnet, au musée aussi', nonce: asked.nonce, unnamed: 'on' }
    assert.equal(dataOf(await press(nadia, 'inspire', { ...said, text: '' })).unnamed, 'on')
    const sent = await press(nadia, 'inspire', said)
    assert.equal(sent.notice?.title, 'Votre idée est publiée')
    const { verb, data } = dataOf(sent).buttons[0] ?? { verb: '', data: {} }
    assert.equal(verb, 'ideas.show')
    const mine = await stage.as(nadia).presses(verb, data)
    assert.equal(dataOf(mine).title, 'Un carnet, au musée aussi')
    assert.match(JSON.stringify(dataOf(mine).facts), /Inspirée de «.Un carnet de passation d’une page.»/)
    await settle()
    assert.match(JSON.stringify(dataOf(mine).facts), /Votre idée, sans votre nom/)
    const [told] = [...stage.sent.values()].filter(({ to }) => to === chatOf(karim))
    assert.match(told?.summary ?? '', /Une idée s’inspire de cette initiative.*:.*culture/i)
    assert.match(JSON.stringify(told?.card), /"title":"Voir l’idée","mode":"primary","verb":"ideas.show"/)
    assert.doesNotMatch(JSON.stringify(told?.card), /Nadia/)
  })

  it('are handed over to somebody who takes part, and told to them', async () => {
    await press(karim, 'carry')
    await press(nadia, 'join', { joined: 'on' })
    await settle()
    posted()
    const { heirs } = dataOf(await press(karim, 'hand-over-form'))
    const given = await press(karim, 'hand-over', { to: heirs[0]?.value })
    assert.equal(given.notice?.title, 'L’initiative est confiée')
    await settle()
    const [told] = posted().filter(([to]) => to === chatOf(nadia))
    assert.match(told?.[1] ?? '', /Vous portez désormais cette initiative/)
    assert.equal(titlesOf(await press(nadia, 'show'))[0], 'Modifier la fiche')
    // The form was open during the handover: the typed text is still in it.
    const late = await press(karim, 'edit', form({ problem: 'Dix lignes tapées' }))
    assert.match(late.notice?.title ?? '', /Seule la personne/)
    assert.match(JSON.stringify(dataOf(late).fields), /Dix lignes tapées/)
  })

  it('tell only who still carries it, and who still follows it', async () => {
    await press(karim, 'carry')
    for (const who of [nadia, sophie]) await press(who, 'join', { joined: 'on' })
    await settle()
    posted()
    clock.advance(12 * HOUR)
    const { heirs } = dataOf(await press(karim, 'hand-over-form'))
    for (const { value } of heirs) await press(maelle, 'hand-over', { to: value })
    await settle()
    clock.advance(12 * HOUR)
    await settle()
    const told = posted().flatMap(([to, what]) => (/Vous portez désormais/.test(what) ? [to] : []))
    const carries = async (who: Someone) => titlesOf(await press(who, 'show'))[0] === 'Modifier la fiche'
    assert.deepEqual(told, [chatOf((await carries(nadia)) ? nadia : sophie)])
  })

  it('tell whoever follows them once that they look for somebody, and who left nothing', async () => {
    await press(karim, 'carry')
    await press(nadia, 'join', { joined: 'on' })
    await settle()
    posted()
    await press(karim, 'join', { joined: 'off' })
    await settle()
    const told = [...stage.sent.values()].filter(({ to }) => to.startsWith('chat-'))
    assert.deepEqual(told.map(({ to }) => to).toSorted(), [camille, nadia, sophie].map(chatOf))
    for (const { summary, card } of told) {
      assert.match(summary, /cherche une personne pour la porter/)
      assert.match(JSON.stringify(card), /"title":"Je la porte"/)
      assert.doesNotMatch(JSON.stringify(card), /Karim/)
    }
    posted()
    await press(nadia, 'carry')
    await press(nadia, 'join', { joined: 'off' })
    await settle()
    assert.equal(posted().filter(([to]) => to.startsWith('chat-')).length, 2)
  })

  it('are refused with the reason once their idea is hidden, which who carries them hears of', async () => {
    await press(karim, 'carry')
    await settle()
    posted()
    await stage.as(maelle).presses('ideas.hide', { idea, text: 'Nomme quelqu’un' })
    await settle()
    const [told] = [...stage.sent.values()].filter(({ to }) => to === chatOf(karim))
    assert.match(JSON.stringify(told?.card), /n’est plus visible. Raison.: Nomme quelqu’un/)
    for (const verb of ['show', 'edit-form', 'inspire-form', 'read'])
      assert.match((await press(karim, verb)).summary, /Raison.: Nomme quelqu’un/, verb)
  })

  it('are found by a word, five a page, by everybody', async () => {
    for (let n = 0; n < 6; n++) {
      const reply = await stage.as(camille).says(`idée n° ${n} du matin`)
      const id = dataOf(reply)
        .buttons.map(({ data }) => data.idea)
        .find(Boolean)
      await stage.as(maelle).presses('ideas.decide', { idea: id, step: 'retained' })
      await stage.as(karim).presses('initiatives.carry', { initiative: id })
      clock.advance(1)
    }
    const first = await stage.as(sophie).says('initiatives', { in: 'channel' })
    assert.equal(dataOf(first).initiatives.length, 5)
    const [more] = dataOf(first).buttons
    const second = await stage.as(sophie).presses(more?.verb ?? '', more?.data)
    assert.equal(dataOf(second).initiatives.length, 1)
    const [see] = dataOf(second).initiatives[0]?.buttons ?? []
    const sheet = await stage.as(sophie).presses(see?.verb ?? '', see?.data)
    assert.deepEqual(titlesOf(sheet), [
      'Je rejoins',
      'Soutenir',
      'S’en inspirer',
      'Je m’engage',
      'Lire la fiche',
      'Commentaires',
    ])
    assert.match(dataOf(sheet).footer ?? '', /votre nom paraît sur la fiche/)
  })
})
