import assert from 'node:assert/strict'
import { createRender } from '../../src/cards/render.ts'
import type { Handlers } from '../../src/conversation/protocol/handlers.ts'
import type { Incoming, Pressed, Typed } from '../../src/conversation/protocol/incoming.ts'
import { noticeCard } from '../../src/conversation/replies/common-cards.ts'
import { createRouter, type RouterParts } from '../../src/conversation/routing/router.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { type Meter, noMeter } from '../../src/kernel/monitoring/meter.ts'
import { noLimits } from '../../src/kernel/requests/limits.ts'
import type { Language } from '../../src/kernel/text/language.ts'

const place = { key: 'chat', kind: 'personal', address: 'chat' } as const
const from = { objectId: 'camille', tenant: 'region', name: 'Camille' }
const typed = (text: string): Typed => ({ kind: 'typed', id: '1', from, place, locale: 'fr-FR', text })
const pressed = (verb: string, data = {}): Pressed => ({
  kind: 'pressed',
  id: '2',
  from,
  place,
  locale: 'fr-FR',
  verb,
  data,
})

const said = (title: string) =>
  ({ card: noticeCard({ tone: 'good', title }), language: 'fr', summary: title }) as const

const handlers: Handlers = {
  commands: [
    {
      name: 'idee',
      words: { fr: ['idée'], en: ['idea'] },
      takesText: true,
      offered: { agent: 1 },
      run: async (_, __, text) => {
        if (text === '') throw new Refusal('empty-text')
        return said(text)
      },
      redraw: async () => said('formulaire'),
    },
    {
      name: 'engager',
      words: { fr: ["m'engager"], en: ['commit'] },
      personal: true,
      run: async () => said('engagement'),
    },
  ],
  verbs: {
    'test.answer': async () => ({ ...said('ma place'), notice: { tone: 'good', title: 'ma place' } }),
    'test.refuse': async () => {
      throw new Refusal('not-yours')
    },
    'test.break': async () => {
      throw new Error('secret détail')
    },
    'test.away': async () => {
      throw new Unavailable('unreachable', 'ECONNREFUSED', undefined)
    },
    'test.both': {
      run: async () => {
        throw new Refusal('gone')
      },
      redraw: async () => {
        throw new Refusal('not-yours')
      },
    },
  },
}

function routerWith(logged: object[] = [], counted: object[] = []) {
  return createRouter(partsWith(logged, counted))
}

function partsWith(logged: object[] = [], counted: object[] = []): RouterParts {
  const meter: Meter = { ...noMeter, count: (_, labels) => void counted.push(labels) }
  const actor = { id: 'p1', name: 'Camille', role: 'agent', language: 'fr' } as const
  return {
    refused: async () => {},
    limits: noLimits,
    meter,
    handlers: [handlers],
    resolveActor: async () => actor,
    render: createRender(),
    words: (language: Language) => wordsIn(language, 'Europe/Paris'),
    firstLanguage: () => 'fr',
    tenants: ['region'],
    organisation: 'Région',
    origin: 'https://faire.example',
    home: 'fr',
    posted: async () => {},
    stands: async () => false,
    log: { info: () => {}, warn: () => {}, error: fields => logged.push(fields) },
    ids: { next: () => 'abcdefgh12345678', nonce: () => 'nonce' },
  }
}

const summaryOf = async (incoming: Incoming) => (await routerWith().answer(incoming))?.summary

describe('the router', () => {
  it('knows a command whatever its case, accents, apostrophe and final punctuation', async () => {
    for (const text of ['M’engager', "m'engager", "M'ENGAGER !", 'commit.']) {
      assert.equal(await summaryOf(typed(text)), 'engagement', text)
    }
  })

  it('counts each act once, before it knows what was asked for', async () => {
    const counted: string[] = []
    const over = (_: unknown, who: string) => {
      counted.push(who)
      return undefined
    }
    const unread = {
      get text(): string {
        assert.deepEqual(counted, ['p1'])
        return 'idée du calme'
      },
    }
    const router = createRouter({ ...partsWith(), limits: { ...noLimits, over } })
    const acts: readonly Incoming[] = [
      Object.defineProperties(typed(''), Object.getOwnPropertyDescriptors(unread)),
      typed('xyzzy'),
      { ...typed("m'engager"), place: { ...place, kind: 'channel' } },
      pressed('test.answer'),
      pressed('test.refuse'),
      pressed('test.nothing'),
      pressed('conversation.say', { command: 'engager' }),
      { ...typed('du calme'), kind: 'quoted', command: 'nothing' },
    ]
    for (const act of acts) {
      counted.length = 0
      await router.answer(act)
      assert.deepEqual(counted, ['p1'], JSON.stringify(act))
    }
  })

  it('refuses a text that is too long before anybody looks at it, on a card of its own', async () => {
    const heard: string[] = []
    const looking = async () => {
      heard.push('looked')
      return said('fait')
    }
    const verbs = { 'test.form': { run: looking, redraw: looking } }
    const commands = [{ name: 'aide', words: { fr: ['aide'], en: ['help'] }, run: looking }]
    const listening = { verbs, commands, pressed: [async () => void heard.push('heard')] }
    const router = createRouter({ ...partsWith(), handlers: [listening] })
    const long = { inner: ['x'.repeat(40_001)], command: 'aide' }
    for (const verb of ['test.form', 'conversation.say', 'test.nothing']) {
      const reply = await router.answer(pressed(verb, long))
      assert.equal(reply?.summary, 'Cet envoi est trop volumineux. Raccourcissez le texte.', verb)
    }
    assert.deepEqual(heard, [])
    assert.equal((await router.answer(pressed('test.form', { inner: 'x'.repeat(40_000) })))?.summary, 'fait')
  })

  it('leaves what a newer version noted to an instance that knows it', async () => {
    await assert.rejects(routerWith().expand({ kind: 'test.newer', payload: {} }), /nobody here knows/)
    assert.deepEqual(await routerWith().expand({ kind: 'test.no-more', payload: { at: 1 } }), [])
  })

  it('gives a personal answer behind a button where others read, to whoever presses it', async () => {
    const channel = { key: 'canal', kind: 'channel', address: 'canal' } as const
    const shown = await routerWith().answer({ ...typed('commit'), place: channel })
    assert.ok(shown)
    assert.equal(shown.summary, 'M’engager')
    const { buttons } = shown.card.data as { buttons: { verb: string; data: Record<string, unknown> }[] }
    const [button] = buttons
    assert.ok(button)
    const opened = await routerWith().answer({ ...pressed(button.verb, button.data), place: channel })
    assert.equal(opened?.summary, 'engagement')
  })

  it('knows what its buttons say, typed, in both languages', async () => {
    for (const text of ['Proposer une idée', 'share an idea']) {
      assert.equal(await summaryOf(typed(text)), 'formulaire', text)
    }
  })

  it('says only that it is done where all would read a personal answer', async () => {
    const channel = { key: 'canal', kind: 'channel', address: 'canal' } as const
    const submit = { ...pressed('test.answer'), asMessage: true, place: channel } as const
    const heard = await routerWith().answer(submit)
    assert.equal(heard?.summary, 'C’est enregistré.')
    assert.doesNotMatch(JSON.stringify(heard?.card), /ma place/)
    const alone = await routerWith().answer({ ...submit, place })
    assert.match(alone?.summary ?? '', /ma place/)
  })

  it('hands over what follows a command that takes text', async () => {
    for (const text of ['idée Un carnet', 'IDEE : Un carnet', 'idea Un carnet', 'idée\nUn carnet']) {
      assert.equal(await summaryOf(typed(text)), 'Un carnet', text)
    }
  })

  it('does not take a longer word for a command', async () => {
    assert.match((await summaryOf(typed('idéeal pour demain'))) ?? '', /n’a pas été comprise/)
  })

  it('answers anything else with what is possible', async () => {
    for (const text of [
      '',
      'x'.repeat(10_000),
      '🙂',
      '\u0000',
      '${secret}',
      '<at>Bot</at>',
      'm’engager demain',
    ]) {
      assert.match(
        (await summaryOf(typed(text))) ?? '',
        /n’a pas été comprise/,
        JSON.stringify(text.slice(0, 20)),
      )
    }
  })

  it('puts a refusal on the card that the handler draws again', async () => {
    const reply = await routerWith().answer(typed('idée'))
    assert.equal(reply?.summary, 'formulaire')
    assert.deepEqual(reply?.notice, { tone: 'warning', title: 'Il manque le texte. Une phrase suffit.' })
  })

  it('shows a refusal on a card of its own when nothing can be drawn again', async () => {
    assert.match((await summaryOf(pressed('test.refuse'))) ?? '', /^Seule la personne concernée/)
    assert.match((await summaryOf(pressed('test.both'))) ?? '', /^Cet élément n’existe plus/)
  })

  it('says what is possible when a button comes from another version', async () => {
    const reply = await routerWith().answer(pressed('gone.verb'))
    assert.match(reply?.notice?.title ?? '', /version précédente/)
  })

  it('shows a fault as one sentence with its reference, and logs the rest', async () => {
    const logged: object[] = []
    const answer = await routerWith(logged).receive(pressed('test.break'))
    assert.match(answer?.summary ?? '', /Référence.: abcdefgh\.$/)
    assert.doesNotMatch(JSON.stringify(answer), /secret détail/)
    assert.equal(logged.length, 1)
  })

  it('logs no name of a button that is none of ours', async () => {
    const logged: object[] = []
    const { receive } = createRouter({
      ...partsWith(logged),
      resolveActor: async () => Promise.reject(new Error()),
    })
    for (const verb of ['test.break', 'a-secret']) await receive(pressed(verb))
    assert.deepEqual(
      logged.map(fields => (fields as { verb?: string }).verb),
      ['test.break', undefined],
    )
  })

  it('counts each turn by its kind and how it ended', async () => {
    const counted: object[] = []
    const { receive } = routerWith([], counted)
    const turns = [typed('idée Un carnet'), typed('?'), pressed('test.both'), pressed('test.break')]
    const strange = { ...typed('aide'), from: { ...from, tenant: 'elsewhere' } }
    for (const turn of [...turns, pressed('test.away'), strange, typed('aide')]) await receive(turn)
    assert.deepEqual(counted, [
      { kind: 'typed', outcome: 'ok' },
      { kind: 'typed', outcome: 'ok' },
      { kind: 'pressed', outcome: 'refused' },
      { kind: 'pressed', outcome: 'fault' },
      { kind: 'pressed', outcome: 'unavailable' },
      { kind: 'typed', outcome: 'refused' },
      { kind: 'typed', outcome: 'ok' },
    ])
  })

  it('turns away people of another tenant without greeting them', async () => {
    const stranger = { ...typed('aide'), from: { ...from, tenant: 'elsewhere' } }
    assert.match((await summaryOf(stranger)) ?? '', /réservé au personnel \(Région/)
  })
})
