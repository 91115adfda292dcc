import assert from 'node:assert/strict'
import type { Typed } from '../../../src/conversation/protocol/incoming.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { mergeStore } from '../../../src/features/ideas/merging/store.ts'
import { callerOf } from '../../support/product/routes.ts'
import { CHANNEL, setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const sophie = { objectId: 'sophie', name: 'Sophie Lannes' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const TEXT = 'Un carnet de passation d’une page'

type Press = {
  readonly title: string
  readonly verb: string
  readonly mode?: string
  readonly data: Record<string, string>
}
type Data = Record<string, string> & {
  readonly buttons: readonly Press[]
  readonly axes: readonly unknown[]
  readonly ideas: readonly {
    readonly text: string
    readonly detail: string
    readonly open: Press
    readonly buttons: readonly Press[]
  }[]
}

const dataOf = (reply: Reply) => reply.card.data as Data
const verbsOf = (reply: Reply) => dataOf(reply).buttons.map(({ verb }) => verb)
const ideaOf = (reply: Reply) =>
  dataOf(reply)
    .buttons.map(({ data }) => data.idea)
    .find(id => id !== undefined) ?? ''
const toldTo = (reply: Reply) => [reply.card.template, reply.notice?.tone]

describe('ideas in a conversation', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ organisers: ['maelle'] })
  })
  afterEach(() => stage.close())

  const posts = () =>
    [...stage.sent.values()].filter(({ card }) => !/Faire Administration à/.test(JSON.stringify(card)))
  const count = async () => {
    const reader = await stage.app.people.greet({
      tenant: 't',
      objectId: 'reader',
      name: 'R',
      language: 'fr',
    })
    const { items } = await callerOf(stage.app.routes, reader)<{ items: unknown[] }>('get', '/ideas')
    return items.length
  }

  it('typed to the bot are kept at once, and the axis is asked for', async () => {
    const reply = await stage.as(camille).says(`idée ${TEXT}`)
    assert.deepEqual(toldTo(reply), ['ideas/card/idea', 'good'])
    assert.equal(dataOf(reply).title, TEXT)
    assert.equal(dataOf(reply).axes.length, 5)
    const saved = await stage.as(camille).presses('ideas.set-axis', { idea: ideaOf(reply), axis: 'equipe' })
    assert.equal(saved.notice?.title, 'L’axe est enregistré')
    assert.match(dataOf(saved).kind ?? '', /Faire équipe/)
    assert.deepEqual(dataOf(saved).axes, [])
  })

  it('are understood in English, whatever the case, accents or colon', async () => {
    for (const text of ['IDEA: one', 'idea two', 'idee trois', 'Idée : quatre']) {
      assert.deepEqual(toldTo(await stage.as(camille).says(text)), ['ideas/card/idea', 'good'], text)
    }
    assert.equal(await count(), 4)
  })

  it('are kept once when Teams repeats, with the same id or a new one', async () => {
    const says = (id: string) => stage.as(camille).says(`idée ${TEXT}`, { id })
    const replies = [await says('a'), await says('a'), await says('b')]
    assert.equal(new Set(replies.map(ideaOf)).size, 1)
    assert.equal(await count(), 1)
  })

  it('typed without a word ask for them, and a form sent three times makes one', async () => {
    const form = await stage.as(camille).says('idée')
    assert.equal(form.card.template, 'ideas/card/form')
    const typed = { nonce: dataOf(form).nonce, box: '', text: TEXT, axis: 'equipe' }
    for (let n = 0; n < 3; n++) {
      assert.deepEqual(toldTo(await stage.as(camille).presses('ideas.submit', typed)), [
        'ideas/card/idea',
        'good',
      ])
    }
    assert.equal(await count(), 1)
  })

  it('too long are refused on a form that keeps every word, and can then be sent', async () => {
    const long = 'mot '.repeat(2_500).trim()
    const refused = await stage.as(camille).says(`idée ${long}`)
    assert.deepEqual(toldTo(refused), ['ideas/card/form', 'warning'])
    assert.match(refused.notice?.title ?? '', /9.999 caractères pour 280 possibles/)
    assert.equal(dataOf(refused).text, long)
    const { nonce } = dataOf(refused)
    const missing = await stage.as(camille).presses('ideas.submit', { nonce, text: TEXT })
    assert.match(missing.notice?.title ?? '', /Il manque l’axe/)
    assert.deepEqual([dataOf(missing).text, dataOf(missing).nonce], [TEXT, nonce])
    const sent = await stage.as(camille).presses('ideas.submit', { nonce, text: TEXT, axis: 'equipe' })
    assert.equal(sent.notice?.tone, 'good')
  })

  it('take any text for a text', async () => {
    const hostile = [
      '[x](http://evil)',
      '<at>tous</at>',
      '\u202Eevil',
      'a\u0000b',
      '👩‍👩‍👧‍👦',
      '@error.fault',
    ]
    for (const text of hostile) {
      const reply = await stage.as(camille).says(`idée ${text}`)
      assert.equal(reply.notice?.tone, 'good', text)
    }
    assert.equal(await count(), hostile.length)
  })

  it('refuse a card whose data makes no sense', async () => {
    for (const data of [
      {},
      { idea: 12, support: 'on' },
      { idea: 'x', support: 'maybe' },
      { idea: 'x'.repeat(999) },
    ]) {
      const reply = await stage.as(camille).presses('ideas.support', data)
      assert.equal(reply.card.template, 'common/notice')
    }
    assert.match(
      JSON.stringify(await stage.as(camille).presses('ideas.support', { idea: 'gone', support: 'on' })),
      /n’existe plus/,
    )
  })

  it('said in a channel stand there as a card that no support changes', async () => {
    const incoming: Typed = {
      kind: 'typed',
      id: 'm1',
      from: { ...camille, tenant: 'aaaaaaaa-0000-4000-8000-000000000001' },
      locale: 'fr-FR',
      place: { key: CHANNEL, kind: 'channel', address: 'thread-1', channelAddress: CHANNEL },
      text: `idée ${TEXT}`,
    }
    const answer = await stage.app.router.receive(incoming)
    await answer?.posted?.('card-1')
    const first = JSON.stringify(answer?.card)
    assert.match(first, /Proposée par Camille Martin/)
    const idea = /"idea":"(\w+)"/.exec(first)?.[1] ?? ''

    const mine = await stage.as(sophie).presses('ideas.support', { idea, support: 'on' }, { in: 'channel' })
    assert.deepEqual(
      [mine.notice?.title, mine.notice?.text],
      ['Vous soutenez cette idée\u00A0· 2\u00A0soutiens', 'Cet affichage n’est visible que de vous.'],
    )
    const next = ['ideas.thread', 'ideas.support', 'ideas.report-form', 'ideas.list']
    assert.deepEqual(verbsOf(mine), ['commitments.form', 'ideas.comment-form', ...next])
    await stage.settle()
    assert.equal(stage.sent.get('card-1'), undefined)
    assert.doesNotMatch(first, /soutien|\d.commentaire/)
    const later = await stage.as(sophie).presses('ideas.show', { idea }, { in: 'channel' })
    assert.match(JSON.stringify(later.card), /2\u00A0soutiens, dont le vôtre/)
  })

  it('said in a channel ask their author alone for the axis', async () => {
    const posted = await stage.as(camille).says(`idée ${TEXT}`, { in: 'channel' })
    assert.equal(posted.postKey, `idea:${ideaOf(posted)}`)
    const wanted = [
      'ideas.support',
      'commitments.form',
      'ideas.ask-axis',
      'ideas.comment-form',
      'ideas.comments',
      'ideas.report-form',
    ]
    assert.deepEqual(verbsOf(posted), wanted)
    const idea = ideaOf(posted)
    const other = await stage.as(sophie).presses('ideas.ask-axis', { idea }, { in: 'channel' })
    assert.match(other.notice?.title ?? '', /Seule la personne concernée/)
    const asked = await stage.as(camille).presses('ideas.ask-axis', { idea }, { in: 'channel' })
    assert.equal(dataOf(asked).axes.length, 5)
  })

  it('come through a box that an organiser opens, and are posted in its channel', async () => {
    await stage.as(maelle).installs('channel')
    const form = await stage.as(maelle).presses('ideas.box-form')
    const { nonce } = dataOf(form)
    const typed = { question: 'Que changer dès ce mois-ci ?', channel: CHANNEL, nonce }
    const opened = await stage.as(maelle).presses('ideas.open-box', typed)
    assert.deepEqual(toldTo(opened), ['ideas/boxes/opened', 'good'])
    assert.match(JSON.stringify(opened.card.data), /Faire Administration · Ateliers/)
    await stage.settle()
    const [box] = posts()
    assert.equal(box?.to, CHANNEL)
    const id = /"box":"(\w+)"/.exec(JSON.stringify(box?.card))?.[1] ?? ''

    const answer = { box: id, nonce: '', text: TEXT, axis: 'equipe' }
    for (let n = 0; n < 3; n++) {
      const sent = await stage
        .as(camille)
        .presses('ideas.submit', answer, { in: 'channel', card: 'box-card' })
      assert.equal(
        sent.notice?.text,
        'Vos collègues peuvent la soutenir dès maintenant. Cet affichage n’est visible que de vous.',
      )
    }
    await stage.settle()
    assert.equal(posts().length, 2)
    assert.match(JSON.stringify(posts()[1]?.card), /Un carnet de passation/)

    const list = await stage.as(sophie).presses('ideas.list', { box: id }, { in: 'channel' })
    assert.equal(dataOf(list).ideas.length, 1)
    assert.match(JSON.stringify(dataOf(list)), /Que changer dès ce mois/)
  })

  it('are asked for in a box by organisers only, and the question is kept when something is missing', async () => {
    await stage.as(maelle).installs('channel')
    assert.match((await stage.as(camille).presses('ideas.box-form')).summary, /C’est le Lab’ qui s’en charge/)
    const refused = await stage
      .as(maelle)
      .presses('ideas.open-box', { question: 'Et si ?', channel: '', nonce: 'n' })
    assert.deepEqual(toldTo(refused), ['ideas/boxes/form', 'warning'])
    assert.equal(dataOf(refused).question, 'Et si ?')
  })

  it('are supported from the list, which stays where it is', async () => {
    for (let n = 1; n <= 6; n++) await stage.as(camille).says(`idée numéro ${n}`)
    const first = await stage.as(sophie).presses('ideas.list')
    const more = dataOf(first).buttons.find(({ verb }) => verb === 'ideas.list')
    const second = await stage.as(sophie).presses('ideas.list', more?.data)
    const [act] = dataOf(second).ideas[0]?.buttons ?? []
    const supported = await stage.as(sophie).presses(act?.verb ?? '', act?.data)
    assert.equal(supported.notice?.title, 'Vous soutenez cette idée\u00A0· 2\u00A0soutiens')
    assert.deepEqual(
      dataOf(supported).ideas.map(({ text }) => text),
      dataOf(second).ideas.map(({ text }) => text),
    )
    const [row] = dataOf(supported).ideas
    assert.match(row?.detail ?? '', /^Vous soutenez · /)
    assert.equal(row?.buttons[0]?.title, 'Voir l’idée')
    const opened = await stage.as(sophie).presses('ideas.show', row?.buttons[0]?.data)
    const back = dataOf(opened).buttons.find(({ title }) => title === 'Retirer mon soutien')
    assert.equal(back?.mode, 'secondary')
    // A list drawn before may still hold it.
    const later = { ...act?.data, support: 'off' }
    assert.equal(
      (await stage.as(sophie).presses('ideas.support', later)).notice?.title,
      'Votre soutien est retiré\u00A0· Pas encore de soutien',
    )
  })

  it('tell their author that the support is already counted', async () => {
    const idea = ideaOf(await stage.as(camille).says(`idée ${TEXT}`))
    const refused = await stage.as(camille).presses('ideas.support', { idea, support: 'on' })
    assert.deepEqual(toldTo(refused), ['ideas/card/idea', 'warning'])
    assert.match(refused.notice?.title ?? '', /elle compte déjà votre soutien/)
  })

  it('without a name stay so from one to the next, also in what is said of their comments', async () => {
    const form = await stage.as(camille).says('idée')
    const typed = { nonce: dataOf(form).nonce, box: '', text: TEXT, axis: 'equipe', unnamed: 'on' }
    const sent = await stage.as(camille).presses('ideas.submit', typed)
    const idea = ideaOf(sent)
    const next = dataOf(sent).buttons.find(({ title }) => title === 'Proposer une autre idée')
    assert.equal(dataOf(await stage.as(camille).presses(next?.verb ?? '', next?.data)).unnamed, 'on')
    const rules = async (who: typeof camille) =>
      dataOf(await stage.as(who).presses('ideas.comment-form', { idea })).footer
    assert.deepEqual(
      [await rules(camille), await rules(sophie)],
      ['Publié tout de suite, sans votre nom.', 'Publié tout de suite, avec votre nom.'],
    )
  })

  it('joined while somebody wrote under one keep what was typed, for the other', async () => {
    const first = ideaOf(await stage.as(camille).says('idée Des vélos'))
    const second = ideaOf(await stage.as(sophie).says('idée Moins de papier'))
    await stage.as(maelle).presses('ideas.merge', { idea: first, into: second })
    for (const [verb, template] of [
      ['ideas.comment', 'ideas/card/writing'],
      ['ideas.answer', 'ideas/card/writing'],
    ] as const) {
      const late = await stage.as(maelle).presses(verb, { idea: first, text: 'Dit trop tard', nonce: '' })
      assert.deepEqual(toldTo(late), [template, 'warning'])
      assert.deepEqual([dataOf(late).idea, dataOf(late).text], [second, 'Dit trop tard'])
    }
  })

  it('that are to be joined leave one’s own on the card once the other is taken back', async () => {
    const first = ideaOf(await stage.as(camille).says('idée Des vélos'))
    const second = ideaOf(await stage.as(sophie).says('idée Moins de papier'))
    await stage.as(camille).presses('ideas.merge', { idea: first, into: second })
    const [proposal] = await stage.app.database.read(tx => mergeStore(tx).mergesOf(first))
    const answer = { merge: proposal?.id, answer: 'yes', idea: second }
    await stage.as(camille).presses('ideas.undo', { idea: first })
    const late = await stage.as(sophie).presses('ideas.answer-merge', answer)
    assert.deepEqual([...toldTo(late), dataOf(late).title], ['ideas/card/idea', 'warning', 'Moins de papier'])
  })

  it('are listed by their plural, and opened by a tap on their row', async () => {
    const idea = ideaOf(await stage.as(camille).says(`idée ${TEXT}`))
    for (const typed of ['idées', 'Mes idées', 'ideas', 'my ideas']) {
      const list = await stage.as(sophie).says(typed)
      assert.equal(list.card.template, 'ideas/card/list', typed)
      const { open } = dataOf(list).ideas[0] ?? {}
      const seen = await stage.as(sophie).presses(open?.verb ?? '', open?.data)
      assert.equal(ideaOf(seen), idea)
    }
  })
})
