import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { createParser } from '../../../src/conversation/routing/command-parser.ts'
import { open } from '../../../src/db/index.ts'
import { MOST_KEPT } from '../../../src/features/utterances/utterance/domain.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { setStage } from '../../support/product/stage.ts'

type Said = { readonly text: string; readonly kind: string; readonly note: string }
const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../support/said/${name}`, import.meta.url), 'utf8')) as T
/** What people write, by somebody who had not seen the code. */
const SAID = read<readonly Said[]>('said.json')

const camille = { objectId: 'camille', name: 'Camille Martin' }
const nadia = { objectId: 'nadia', name: 'Nadia Ferrer' }
const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }

type Button = { readonly verb: string; readonly data: Record<string, string> }
type Data = {
  readonly buttons?: readonly Button[]
  readonly axis?: string
  readonly text?: string
  readonly rows?: readonly Button[]
}
const dataOf = (reply: Reply) => reply.card.data as Data
const verbsOf = (reply: Reply) => (dataOf(reply).buttons ?? []).map(({ verb, data }) => data.command ?? verb)
const offers = (reply: Reply, verb: string) => verbsOf(reply).includes(verb)
const utteranceOf = (reply: Reply) =>
  (dataOf(reply).buttons ?? []).map(({ data }) => data.utterance).find(Boolean) ?? ''

describe('what is typed in a chat and is no command', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let clock: ReturnType<typeof fixedClock>
  beforeEach(async () => {
    clock = fixedClock(Date.parse('2027-04-22T08:00:00Z'))
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.as(camille).says('aide')
  })
  afterEach(() => stage.close())

  const count = (table: 'utterance' | 'idea' | 'commitment' | 'vote' | 'attendance') =>
    stage.app.database.read(async tx => (await open(tx).selectFrom(table).selectAll().execute()).length)
  const SENTENCE = 'on pourrait mettre un composteur derrière la cuisine'

  it('is kept, and offered as an idea and a commitment with the axis that it seems to be about', async () => {
    const offered = await stage.as(camille).says(SENTENCE)
    assert.equal(offered.card.template, 'utterances/utterance/offer')
    assert.deepEqual(verbsOf(offered).slice(0, 2), ['utterances.idea', 'utterances.commit'])
    assert.equal(dataOf(offered).axis, 'transitions')
    assert.deepEqual([await count('utterance'), await count('idea'), await count('commitment')], [1, 0, 0])
  })

  it('becomes an idea by one press, with correction and undo on the answer; pressed twice it is one', async () => {
    const utterance = utteranceOf(await stage.as(camille).says(`Bonjour, ${SENTENCE}`))
    const press = () => stage.as(camille).presses('utterances.idea', { utterance, axis: 'usager' })
    const made = await press()
    assert.deepEqual([made.card.template, made.notice?.title], ['ideas/card/idea', 'Votre idée est publiée'])
    assert.ok(offers(made, 'ideas.correct-form') && offers(made, 'ideas.undo'))
    const again = await press()
    assert.deepEqual(again.card, made.card)
    const [idea] = await stage.app.database.read(tx => open(tx).selectFrom('idea').selectAll().execute())
    assert.deepEqual(
      [await count('idea'), idea?.text, idea?.axis],
      [1, 'On pourrait mettre un composteur derrière la cuisine', 'usager'],
    )
  })

  it('becomes a commitment by one press, its end preset, for oneself alone', async () => {
    const offered = await stage.as(camille).says('Je m’engage à relire mes courriers pour les usagers')
    assert.equal(verbsOf(offered)[0], 'utterances.commit')
    const { axis = '' } = dataOf(offered)
    assert.equal(axis, 'usager')
    const press = () =>
      stage.as(camille).presses('utterances.commit', { utterance: utteranceOf(offered), axis })
    const taken = await press()
    assert.equal(taken.card.template, 'commitments/commitment/sheet')
    assert.deepEqual(verbsOf(taken).slice(0, 2), ['commitments.change-form', 'commitments.end'])
    await press()
    const rows = await stage.app.database.read(tx => open(tx).selectFrom('commitment').selectAll().execute())
    assert.deepEqual(
      rows.map(({ text, horizon, visibility }) => [text, horizon, visibility]),
      [['Relire mes courriers pour les usagers', '2027-06-30', 'me']],
    )
  })

  it('is taken anew by the same words where the commitment was let go, and says so of no other', async () => {
    const text = 'Je m’engage à relire mes courriers pour les usagers'
    const commit = async () => {
      const offered = await stage.as(camille).says(text)
      const { axis = '' } = dataOf(offered)
      return stage.as(camille).presses('utterances.commit', { utterance: utteranceOf(offered), axis })
    }
    const idOf = (reply: Reply) =>
      (dataOf(reply).buttons ?? []).map(({ data }) => data.commitment).find(Boolean) ?? ''
    const end = (reply: Reply, state: string) =>
      stage.as(camille).presses('commitments.end', { commitment: idOf(reply), state })
    await end(await commit(), 'let-go')
    await end(await commit(), 'let-go')
    const third = await commit()
    assert.equal(idOf(await commit()), idOf(third))
    await end(third, 'kept')
    assert.equal((await commit()).notice, undefined)
    const rows = await stage.app.database.read(tx =>
      open(tx).selectFrom('commitment').select('state').execute(),
    )
    assert.deepEqual(rows.map(({ state }) => state).toSorted(), ['kept', 'let-go', 'let-go'])
  })

  it('becomes another idea where it was put in other words since, even by an accent', async () => {
    const made = async (text: string) => {
      const utterance = utteranceOf(await stage.as(camille).says('un banc devant le lycee'))
      await stage.as(camille).presses('utterances.rewrite', { utterance, text })
      return stage.as(camille).presses('utterances.idea', { utterance, axis: 'usager' })
    }
    const texts = ['Un banc devant le lycee', 'Un banc devant le lycée', 'Deux bancs devant le lycée']
    for (const text of texts)
      assert.match(JSON.stringify((await made(text)).card.data), new RegExp(text, 'u'))
    assert.match(JSON.stringify((await made(texts[2] ?? '')).card.data), /Deux bancs/)
    const rows = await stage.app.database.read(tx => open(tx).selectFrom('idea').select('text').execute())
    assert.deepEqual(rows.map(({ text }) => text).toSorted(), texts.toSorted())
  })

  it('opens the form where there are no words but those that open it', async () => {
    const forms = {
      'Proposition :': 'ideas/card/form',
      'Bonjour, ma suggestion :': 'ideas/card/form',
      'Je m’engage à': 'commitments/commitment/form',
    }
    for (const [text, template] of Object.entries(forms)) {
      const form = await stage.as(camille).says(text)
      assert.deepEqual([form.card.template, form.notice, dataOf(form).text], [template, undefined, ''])
    }
    const utterance = utteranceOf(await stage.as(camille).says(SENTENCE))
    const form = await stage.as(camille).presses('utterances.rewrite', { utterance, text: 'Idée :' })
    assert.equal(form.card.template, 'ideas/card/form')
  })

  it('asks for the axis of a commitment on the same card, and takes it by the next press', async () => {
    const offered = await stage.as(camille).says('je vais essayer de faire mieux')
    assert.equal(dataOf(offered).axis, '-')
    const utterance = utteranceOf(offered)
    const asked = await stage.as(camille).presses('utterances.commit', { utterance, axis: '-' })
    assert.deepEqual([asked.card.template, asked.notice?.tone], ['utterances/utterance/offer', 'warning'])
    await stage.as(camille).presses('utterances.commit', { utterance, axis: 'equipe' })
    assert.equal(await count('commitment'), 1)
  })

  it('is corrected on the card, and its axis guessed again', async () => {
    const utterance = utteranceOf(await stage.as(camille).says(SENTENCE))
    const form = await stage.as(camille).presses('utterances.rewrite-form', { utterance })
    assert.equal(dataOf(form).text, SENTENCE)
    const now = await stage
      .as(camille)
      .presses('utterances.rewrite', { utterance, text: 'Simplifier nos formulaires pour les usagers' })
    assert.deepEqual([now.card.template, dataOf(now).axis], ['utterances/utterance/offer', 'usager'])
    const empty = await stage.as(camille).presses('utterances.rewrite', { utterance, text: ' ' })
    assert.deepEqual([empty.card.template, empty.notice?.tone], ['utterances/utterance/rewrite', 'warning'])
  })

  it('is kept whole where it is too long, and opens the form that says so with it', async () => {
    const long = `Il faudrait ${'un banc devant chaque lycée, '.repeat(20)}`
    const utterance = utteranceOf(await stage.as(camille).says(long))
    const form = await stage.as(camille).presses('utterances.idea', { utterance, axis: 'equipe' })
    assert.equal(form.card.template, 'ideas/card/form')
    assert.match(form.notice?.title ?? '', /pour 280/)
    assert.match(dataOf(form).text ?? '', /^Il faudrait un banc/)
    assert.equal(await count('idea'), 0)
  })

  it('is one, and the same card, where Teams repeats the message', async () => {
    const first = await stage.as(camille).says(SENTENCE, { id: 'same' })
    const again = await stage.as(camille).says(SENTENCE, { id: 'same' })
    assert.deepEqual(again.card, first.card)
    assert.equal(await count('utterance'), 1)
  })

  it('is gone within a day, and a press on it then opens an empty form with a clear sentence', async () => {
    const utterance = utteranceOf(await stage.as(camille).says(SENTENCE))
    clock.advance(23 * HOUR + MINUTE)
    await stage.settle()
    assert.equal(await count('utterance'), 0)
    const idea = await stage.as(camille).presses('utterances.idea', { utterance, axis: 'equipe' })
    assert.deepEqual([idea.card.template, dataOf(idea).text], ['ideas/card/form', ''])
    assert.match(idea.notice?.title ?? '', /n’est plus gardée/)
    const commitment = await stage.as(camille).presses('utterances.commit', { utterance, axis: 'equipe' })
    assert.equal(commitment.card.template, 'commitments/commitment/form')
    const shown = await stage.as(camille).presses('utterances.show', { utterance })
    assert.match(JSON.stringify(shown.card.data), /n’est plus gardée/)
  })

  it('is erased as well where something else was typed since', async () => {
    await stage.as(camille).says(SENTENCE)
    clock.advance(12 * HOUR)
    await stage.as(camille).says('il faudrait un banc devant la gare')
    clock.advance(12 * HOUR)
    await stage.settle()
    assert.equal(await count('utterance'), 1)
    clock.advance(DAY)
    await stage.settle()
    assert.equal(await count('utterance'), 0)
  })

  it('is nobody else’s, and the newest of each person alone are kept', async () => {
    const utterance = utteranceOf(await stage.as(camille).says(SENTENCE))
    const theirs = await stage.as(nadia).presses('utterances.idea', { utterance, axis: 'equipe' })
    assert.match(theirs.notice?.title ?? '', /n’est plus gardée/)
    assert.doesNotMatch(JSON.stringify(theirs.card.data), /composteur/)
    for (let at = 0; at < MOST_KEPT + 3; at++)
      await stage.as(camille).says(`il faudrait ${at} bancs devant la gare`)
    assert.equal(await count('utterance'), MOST_KEPT)
  })

  it('shows the idea that says the same, to be supported by one press', async () => {
    await stage.as(nadia).presses('ideas.submit', {
      text: 'Mettre un composteur derrière la cuisine du lycée',
      axis: 'transitions',
      nonce: 'n',
    })
    const offered = await stage.as(camille).says('mettre un composteur derrière la cuisine de mon lycée')
    const { near } = offered.card.data as { near: readonly { data: Record<string, string> }[] }
    assert.equal(near.length, 1)
    const supported = await stage.as(camille).presses('ideas.support', near[0]?.data)
    assert.equal(supported.notice?.tone, 'good')
  })

  it('finds what shares words with it, and leads back', async () => {
    await stage
      .as(nadia)
      .presses('ideas.submit', { text: 'Un composteur par lycée', axis: 'transitions', nonce: 'n' })
    const utterance = utteranceOf(await stage.as(camille).says('où mettre le composteur ?'))
    const found = await stage.as(camille).presses('utterances.search', { utterance })
    assert.deepEqual(
      dataOf(found).rows?.map(({ verb }) => verb),
      ['ideas.show'],
    )
    assert.deepEqual(verbsOf(found), ['utterances.show'])
  })

  it('finds nothing that merely has a word a letter away', async () => {
    await stage
      .as(nadia)
      .presses('ideas.submit', { text: 'Un compositeur par lycée', axis: 'transitions', nonce: 'n' })
    const utterance = utteranceOf(await stage.as(camille).says('où mettre le composteur ?'))
    const found = await stage.as(camille).presses('utterances.search', { utterance })
    assert.deepEqual(dataOf(found).rows, [])
  })

  it('keeps what follows a slip of « idée », and offers what must not be run for a slip on a button', async () => {
    const slip = await stage.as(camille).says('iddée ouvrir un potager')
    await stage.as(camille).presses('utterances.idea', { utterance: utteranceOf(slip), axis: '-' })
    const [idea] = await stage.app.database.read(tx => open(tx).selectFrom('idea').selectAll().execute())
    assert.deepEqual([idea?.text, idea?.axis], ['Ouvrir un potager', null])
    assert.ok(offers(await stage.as(camille).says('stopp'), 'coups-de-pouce'))
  })

  it('guesses by the words of the ideas under each axis as well, counted at night', async () => {
    const text = 'Une zorglubothèque au grenier'
    assert.equal(dataOf(await stage.as(camille).says(text)).axis, '-')
    for (const where of ['siege', 'quai'])
      await stage.as(nadia).presses('ideas.submit-different', {
        text: `La zorglubothèque du ${where}`,
        axis: 'equipe',
        nonce: where,
      })
    clock.advance(DAY)
    await stage.settle()
    assert.equal(dataOf(await stage.as(camille).says('Une zorglubothèque au sous-sol')).axis, 'equipe')
  })

  it('is answered as before in a channel, for an observer, and once the programme is closed', async () => {
    const inChannel = await stage.as(camille).says(SENTENCE, { in: 'channel' })
    assert.equal(inChannel.card.template, 'common/help')
    const found = await stage.app.people.greet({
      ...nadia,
      tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
      language: 'fr',
    })
    await stage.app.people.assignRole(found.id, 'observer', [])
    assert.equal((await stage.as(nadia).says(SENTENCE)).card.template, 'common/help')
    assert.equal(await count('utterance'), 0)
  })

  it('offers no command that its author may not run, and the same one to whoever may', async () => {
    const sentence = 'une meilleure diffusion des informations'
    assert.ok(!offers(await stage.as(camille).says(sentence), 'envois'))
    assert.ok(offers(await stage.as(maelle).says(sentence), 'envois'))
  })

  it('is thanks or a greeting though it names a command', async () => {
    for (const who of [camille, maelle]) {
      assert.equal((await stage.as(who).says('Merci pour l’annonce')).card.template, 'common/notice')
      assert.equal((await stage.as(who).says('Merci pour l’atelier !')).card.template, 'common/notice')
      assert.equal(
        (await stage.as(who).says('Bonjour, l’atelier était bien')).card.template,
        'utterances/utterance/rows',
      )
    }
    assert.equal(await count('utterance'), 0)
    assert.ok(offers(await stage.as(camille).says('Bonjour, quand finit le vote ?'), 'voter'))
  })

  it('greets with what waits for that person', async () => {
    const nothing = await stage.as(camille).says('Bonjour !')
    assert.deepEqual([nothing.card.template, dataOf(nothing).rows], ['utterances/utterance/rows', []])
    const offered = await stage.as(camille).says('je m’engage à relire mes courriers')
    await stage.as(camille).presses('utterances.commit', { utterance: utteranceOf(offered), axis: 'usager' })
    clock.advance(60 * DAY)
    const waiting = await stage.as(camille).says('bjr')
    assert.deepEqual(
      dataOf(waiting).rows?.map(({ verb }) => verb),
      ['commitments.show'],
    )
    assert.match(JSON.stringify(waiting.card.data), /Bonjour Camille/)
  })
})

describe('two hundred things that people write', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  before(async () => {
    stage = await setStage({
      programmeFile: 'programmes/valmorane.yaml',
      clock: fixedClock(Date.parse('2027-04-22T08:00:00Z')),
    })
  })
  after(() => stage.close())

  const table = (name: 'utterance' | 'idea' | 'commitment' | 'message_stop' | 'attendance' | 'vote') =>
    stage.app.database.read(async tx => (await open(tx).selectFrom(name).selectAll().execute()).length)
  /** What is drawn instead of an offer, and what makes nothing public. */
  const SHOWN = [
    'common/help',
    'common/notice',
    'utterances/utterance/rows',
    'utterances/distress/contacts',
    'utterances/utterance/offer',
  ]
  /** The one sentence that is the command « idée » of today, and publishes as it always did. */
  const COMMAND = 'idee mettre un banc devant la loge'

  it('publish, stop, erase and hand over nothing before a press, and are each answered', async () => {
    for (const { text } of SAID) {
      if (text === COMMAND) continue
      const { card } = await stage.as(camille).says(text)
      assert.ok(card.template !== '', text)
    }
    for (const name of ['idea', 'commitment', 'message_stop', 'attendance', 'vote'] as const)
      assert.equal(await table(name), 0, name)
  })

  it('are offered as what they are', async () => {
    const missed: string[] = []
    for (const [at, { text, kind }] of SAID.entries()) {
      if (text === COMMAND || kind === 'slip') continue
      const reply = await stage.as({ objectId: `p${at}`, name: 'Somebody' }).says(text)
      const [first] = verbsOf(reply)
      const { template } = reply.card
      const right = {
        'sentence-idea': offers(reply, 'utterances.idea') && offers(reply, 'utterances.commit'),
        'sentence-commitment': first === 'utterances.commit' || template === 'commitments/commitment/form',
        'near-command': offers(reply, 'utterances.idea') || template === 'utterances/utterance/offer',
        greeting: template === 'utterances/utterance/rows' || template === 'workshops/registration/list',
        anger: first === 'coups-de-pouce',
        question: first !== 'utterances.idea',
        distress: template === 'utterances/distress/contacts',
        emoji: SHOWN.includes(template),
        english: text.includes('end my life') ? template === 'utterances/distress/contacts' : template !== '',
        other: SHOWN.includes(template),
      }[kind]
      if (!right) missed.push(`${kind}: ${text.slice(0, 80)} → ${template} ${verbsOf(reply).join(' ')}`)
    }
    assert.deepEqual(missed, [])
  })

  it('show whom to turn to in distress, alone, and keep nothing of it', async () => {
    for (const { text, kind } of SAID.filter(each => each.kind === 'distress')) {
      const before = await table('utterance')
      const reply = await stage.as(camille).says(text)
      assert.equal(reply.card.template, 'utterances/distress/contacts', `${kind}: ${text}`)
      assert.match(JSON.stringify(reply.card.data), /3114/)
      assert.equal(await table('utterance'), before, text)
    }
  })

  it('lead to what was meant where they are a slip of a letter', async () => {
    const wanted = {
      'atelier|atteliers|ateleirs|Les ateliers svp': 'workshops/registration/list',
      'aled|aidee|AIDE !!': 'common/help',
      'idees|idéés': 'ideas/card/list',
      'mengager|m engager|m’engagé|engagment': 'commitments/commitment/form',
      'mes donnees': 'rights/data',
      stopp: 'utterances/utterance/offer',
      'idé: un frigo partagé en salle du personnel': 'utterances/utterance/offer',
    }
    for (const [texts, template] of Object.entries(wanted))
      for (const text of texts.split('|'))
        assert.equal((await stage.as(nadia).says(text)).card.template, template, text)
  })
})

describe('any message whatever', () => {
  it('publishes, stops, erases and hands over nothing by itself, unless it is a command', async () => {
    const stage = await setStage({ organisers: ['maelle'] })
    const commands = stage.app.handlers.flatMap(({ commands = [] }) => commands)
    const words = commands.flatMap(({ words }) => [...words.fr, ...words.en])
    const parse = createParser(commands, [])
    const slipped = fc
      .tuple(
        fc.constantFrom(...words),
        fc.nat(30),
        fc.constantFrom('', 'x', 'e', ' '),
        fc.string({ maxLength: 12 }),
      )
      .map(([word, at, put, rest]) => `${word.slice(0, at)}${put}${word.slice(at + 1)} ${rest}`)
    const any = fc.oneof(
      slipped,
      fc.constantFrom(...SAID.map(({ text }) => text)),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    )
    const rows = () =>
      stage.app.database.read(async tx => {
        const tables = [
          'idea',
          'idea_support',
          'commitment',
          'message_stop',
          'attendance',
          'vote',
          'registration',
        ] as const
        const counts = tables.map(
          async name => (await open(tx).selectFrom(name).selectAll().execute()).length,
        )
        const roles = await open(tx).selectFrom('person').select(['id', 'role']).orderBy('id').execute()
        return JSON.stringify([await Promise.all(counts), roles])
      })
    await stage.as(maelle).says('aide')
    const before = await rows()
    try {
      await fc.assert(
        fc.asyncProperty(any, async text => {
          fc.pre(parse(text) === undefined)
          const { card } = await stage.as(maelle).says(text)
          assert.notEqual(card.template, '')
          assert.equal(await rows(), before)
        }),
        { numRuns: 150 },
      )
    } finally {
      await stage.close()
    }
  })
})
