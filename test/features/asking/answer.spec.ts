import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { open } from '../../../src/db/index.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const karim = { objectId: 'karim', name: 'Karim Benali' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const yann = { objectId: 'yann', name: 'Yann Le Goff' }

type Press = { readonly title: string; readonly verb: string; readonly data: Record<string, unknown> }
type Row = {
  readonly text: string
  readonly detail: string
  readonly verb: string
  readonly data: Record<string, string>
}
type Found = {
  readonly said: string
  readonly missing: string
  readonly rows: readonly Row[]
  readonly looking: readonly Press[]
}
type Data = {
  readonly answers?: readonly Found[]
  readonly buttons?: readonly Press[]
  readonly question?: string
  readonly title?: string
}

const dataOf = (reply: Reply) => reply.card.data as Data
const foundIn = (reply: Reply): Found => {
  const [found] = dataOf(reply).answers ?? []
  assert.ok(found, JSON.stringify(reply.card))
  return found
}
/** Without no-break spaces and emphasis. */
const bare = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('**', '')
const textsOf = (reply: Reply) => foundIn(reply).rows.map(({ text }) => text)
const verbsOf = (reply: Reply) => (dataOf(reply).buttons ?? []).map(({ verb, data }) => data.command ?? verb)

describe('a question typed in a chat', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let clock: ReturnType<typeof fixedClock>
  beforeEach(async () => {
    clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.as(camille).says('aide')
  })
  afterEach(() => stage.close())

  const change = (where: string, values: Record<string, unknown>) =>
    stage.app.database.transact(tx =>
      open(tx).updateTable('idea').set(values).where('text', 'like', `%${where}%`).execute(),
    )
  const send = (text: string, axis = 'equipe', unnamed = 'off') =>
    stage.as(karim).presses('ideas.submit-different', { text, axis, box: '', nonce: '', unnamed })
  const count = (table: 'utterance' | 'idea') =>
    stage.app.database.read(async tx => (await open(tx).selectFrom(table).selectAll().execute()).length)
  async function threeIdeas() {
    await send('Télétravailler depuis les maisons de Région', 'territoires')
    await send('Un deuxième écran pour le télétravail')
    await send('Un garage à vélos')
    await change('maisons', { state: 'retained' })
  }

  it('is answered on the card of the sentence: what was searched, the ideas, each opened by a tap', async () => {
    await threeIdeas()
    const reply = await stage.as(camille).says('quelles idées sur le télétravail sont retenues ?')
    assert.equal(reply.card.template, 'utterances/utterance/offer')
    assert.equal(bare(foundIn(reply).said), 'Recherche de télétravail parmi les idées retenues : 1 idée.')
    const [row] = foundIn(reply).rows
    assert.equal(row?.text, 'Télétravailler depuis les maisons de Région')
    assert.equal(bare(row?.detail ?? ''), 'Retenue · Aller vers les territoires · jeudi 22 avril 2027')
    const opened = await stage.as(camille).presses(row?.verb ?? '', row?.data)
    assert.equal(opened.card.template, 'ideas/card/idea')
    assert.ok(verbsOf(reply).includes('utterances.idea'))
    assert.deepEqual([await count('utterance'), await count('idea')], [1, 3])
  })

  it('is loosened by one press, on the same card, from what is kept of it', async () => {
    await threeIdeas()
    const asked = 'quelles idées sur le télétravail sont retenues, axe territoires ?'
    const reply = await stage.as(camille).says(asked)
    const titles = foundIn(reply).looking.map(({ title }) => title)
    assert.deepEqual(titles, ['Quel que soit l’état', 'Dans tous les axes'])
    const [, axes] = foundIn(reply).looking
    const wider = await stage.as(camille).presses(axes?.verb ?? '', axes?.data)
    const [state] = foundIn(wider).looking
    const widest = await stage.as(camille).presses(state?.verb ?? '', state?.data)
    assert.deepEqual([textsOf(reply).length, textsOf(wider).length, textsOf(widest).length], [1, 1, 2])
    assert.equal(bare(foundIn(widest).said), 'Recherche de télétravail parmi les idées : 2 idées.')
    assert.doesNotMatch(JSON.stringify(axes?.data), /télétravail/)
  })

  it('finds nothing in plain words, says what was searched and whom to ask, and can become an idea', async () => {
    const reply = await stage.as(camille).says('qui a parlé de piscine ?')
    assert.deepEqual(textsOf(reply), [])
    assert.equal(bare(foundIn(reply).said), 'Recherche de piscine parmi les idées : aucune.')
    assert.match(foundIn(reply).missing, /le Lab’/)
    assert.deepEqual(verbsOf(reply).slice(0, 2), ['aide', 'utterances.idea'])
  })

  it('looks through the kind of thing that it names, and says so', async () => {
    await send('Le lycée de demain')
    const reply = await stage.as(camille).says('quels ateliers cette semaine ?')
    assert.equal(bare(foundIn(reply).said), 'Recherche parmi les ateliers à venir, cette semaine : aucun.')
    const mine = await stage.as(camille).says('où en sont mes engagements ?')
    assert.match(bare(foundIn(mine).said), /parmi vos engagements/)
  })

  it('is not answered where distress is heard, nor beside a doubt', async () => {
    await send('Une idée sur la mort des platanes')
    for (const text of ['je veux mourir, qui peut m’aider ?', 'demander comment mourir, je veux mourir ?']) {
      const reply = await stage.as(camille).says(text)
      assert.equal(reply.card.template, 'utterances/distress/contacts', text)
    }
    const form = await stage.as(camille).presses('asking.ask', { question: 'je veux mourir' })
    assert.equal(form.card.template, 'utterances/distress/contacts')
    assert.equal(await count('utterance'), 0)
  })

  describe('after « demander »', () => {
    it('is answered on a card of its own, and nothing of it is kept', async () => {
      await threeIdeas()
      for (const text of [
        'demander télétravail',
        'Demander : quelles idées sur le télétravail ?',
        'ask which ideas about télétravail',
      ]) {
        const reply = await stage.as(camille).says(text)
        assert.equal(reply.card.template, 'asking/answer', text)
        assert.equal(textsOf(reply).length, 2, text)
      }
      assert.equal(await count('utterance'), 0)
    })

    it('becomes an idea through the form, with its words', async () => {
      const reply = await stage.as(camille).says('demander un banc à l’ombre ?')
      const [idea] = dataOf(reply).buttons ?? []
      const form = await stage.as(camille).presses(idea?.verb ?? '', idea?.data)
      assert.equal(form.card.template, 'ideas/card/form')
      assert.equal((form.card.data as { readonly text?: string }).text, 'un banc à l’ombre ?')
    })

    it('asks what one wants to know where nothing was typed, or nothing that can be looked for', async () => {
      const form = await stage.as(camille).says('demander')
      assert.deepEqual([form.card.template, form.notice], ['asking/form', undefined])
      for (const [question, said] of [
        ['🙂🎉', /Dites sur quoi porte la question/],
        ['qu’est-ce que ?', /Dites sur quoi porte la question/],
        [' ', /./],
        ['mot '.repeat(5_000), /500/],
      ] as const) {
        const reply = await stage.as(camille).presses('asking.ask', { question })
        assert.equal(reply.card.template, 'asking/form')
        assert.match(reply.notice?.title ?? '', said)
      }
    })

    it('is an idea where it asks nothing: « demander leur avis aux usagers »', async () => {
      const reply = await stage.as(camille).says('Demander leur avis aux usagers avant les travaux')
      assert.equal(reply.card.template, 'utterances/utterance/offer')
    })

    it('is given behind a button in a channel, to whoever presses it', async () => {
      await threeIdeas()
      const shown = await stage.as(camille).says('demander télétravail', { in: 'channel' })
      assert.equal(shown.card.template, 'common/help')
      assert.doesNotMatch(JSON.stringify(shown.card), /Région|télétravail/)
      const [button] = dataOf(shown).buttons ?? []
      const form = await stage.as(karim).presses(button?.verb ?? '', button?.data, { in: 'channel' })
      assert.equal(form.card.template, 'asking/form')
    })
  })

  it('is paged five at a time, without a row twice', async () => {
    for (let at = 0; at < 12; at++) await send(`Un vélo numéro ${at} ${'abcdefghijkl'[at]?.repeat(5)}`)
    const seen: string[] = []
    let reply = await stage.as(camille).says('demander vélo')
    for (let page = 0; page < 3; page++) {
      seen.push(...textsOf(reply))
      const further = foundIn(reply).looking.find(({ title }) => title === 'Voir plus')
      if (further) reply = await stage.as(camille).presses(further.verb, further.data)
    }
    assert.deepEqual([seen.length, new Set(seen).size], [12, 12])
  })

  it('is answered for an observer and once the programme is closed, without « En faire une idée » and keeping nothing', async () => {
    await threeIdeas()
    await stage.as(yann).says('aide')
    await stage.app.database.transact(tx =>
      open(tx).updateTable('person').set({ role: 'observer' }).where('object_id', '=', 'yann').execute(),
    )
    for (const text of ['qui parle de télétravail ?', 'demander télétravail']) {
      const reply = await stage.as(yann).says(text)
      assert.equal(reply.card.template, 'asking/answer', text)
      assert.equal(textsOf(reply).length, 2)
      assert.deepEqual(verbsOf(reply), ['asking.form'])
    }
    assert.equal(await count('utterance'), 0)
  })

  it('draws what people typed as text', async () => {
    await send('Des vélos **gras** [lien](https://x.fr) <at>Tous</at> ${title}')
    const reply = await stage.as(camille).says('demander vélos <at>Tous</at> ${title} **x** ?')
    const [text = ''] = textsOf(reply)
    assert.match(text, /\\<at\\>Tous/)
    assert.match(text, /\\\*\\\*gras/)
    assert.doesNotMatch(foundIn(reply).said.replaceAll('**', ''), /[<*]/)
    assert.match(JSON.stringify(reply.card), /\$\\\\\{title/)
  })

  it('shows nothing of what was hidden, taken back or merged, and no author, to anybody', async () => {
    await send('Un vélo caché', 'equipe')
    await send('Un vélo sans nom', 'equipe', 'on')
    await change('caché', { hidden_at: 1, hidden_by: 'x', hidden_reason: 'r' })
    for (const who of [camille, karim, maelle]) {
      const reply = await stage.as(who).says('quelles idées sur le vélo ?')
      assert.deepEqual(textsOf(reply), ['Un vélo sans nom'])
      assert.doesNotMatch(JSON.stringify(reply.card), /Karim|Benali/)
    }
  })

  it('shows no commitment that its owner keeps to themselves, and none to an observer', async () => {
    const take = (text: string, visibility: string) =>
      stage
        .as(karim)
        .presses('commitments.take', { text, axis: 'usager', horizon: '2027-06-30', visibility, nonce: '' })
    await take('Relire un courrier par mois', 'everyone')
    await take('Relire un courrier en secret', 'me')
    const rows = async (who: typeof camille, text: string) => textsOf(await stage.as(who).says(text))
    assert.deepEqual(await rows(camille, 'quels engagements sur les courriers ?'), [
      'Relire un courrier par mois',
    ])
    assert.deepEqual(await rows(maelle, 'demander quels engagements ?'), ['Relire un courrier par mois'])
    assert.deepEqual((await rows(karim, 'où en sont mes engagements ?')).length, 2)
    await stage.as(yann).says('aide')
    await stage.app.database.transact(tx =>
      open(tx).updateTable('person').set({ role: 'observer' }).where('object_id', '=', 'yann').execute(),
    )
    assert.deepEqual(await rows(yann, 'demander quels engagements ?'), [])
  })

  it('shows to each role only ideas that everybody reads, whatever became of them', async () => {
    const fates = [
      { hidden_at: 1, hidden_by: 'x', hidden_reason: 'r' },
      { state: 'withdrawn' },
      { state: 'merged' },
      { state: 'retained' },
      { state: 'aside' },
      { state: 'received' },
    ]
    const words = [
      'pomme',
      'poire',
      'prune',
      'fraise',
      'cerise',
      'banane',
      'mangue',
      'figue',
      'orange',
      'citron',
    ]
    let drawn = 7
    const readable: string[] = []
    for (const word of words) {
      await send(`Un jardin avec une ${word}`)
      drawn = (drawn * 31 + 11) % 97
      const fate = fates[drawn % fates.length] ?? {}
      await change(word, fate)
      const isGone =
        'hidden_at' in fate || ('state' in fate && ['withdrawn', 'merged'].includes(`${fate.state}`))
      if (!isGone) readable.push(`Un jardin avec une ${word}`)
    }
    for (const who of [camille, karim, maelle])
      for (const text of [
        'demander jardin',
        'demander quelles idées ?',
        'demander les idées retenues ?',
        'demander mes idées',
      ]) {
        const first = await stage.as(who).says(text)
        const further = foundIn(first).looking.find(({ title }) => title === 'Voir plus')
        const second = further ? textsOf(await stage.as(who).presses(further.verb, further.data)) : []
        for (const row of [...textsOf(first), ...second])
          assert.ok(readable.includes(row), `${who.name}: ${row}`)
      }
    assert.ok(readable.length > 2 && readable.length < words.length)
  })

  it('is answered whatever is asked, in words and without a fault', async () => {
    await threeIdeas()
    const part = fc.constantFrom(
      ...[
        'quelles idées',
        'retenues',
        'télétravail',
        'direction des finances',
        'axe équipe',
        'en mars',
        'mes',
        'ateliers',
        'votes',
      ],
      ...[
        'non',
        'depuis 2026',
        '😀',
        '<at>',
        '${x}',
        '%',
        "'",
        '\\',
        '_',
        'initiatives',
        'engagements',
        '99',
        'ou',
        'since',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), async parts => {
        const reply = await stage.as(camille).presses('asking.ask', { question: parts.join(' ') })
        assert.ok(['asking/answer', 'asking/form'].includes(reply.card.template), reply.card.template)
      }),
      { numRuns: 60, seed: 11 },
    )
  })
})
