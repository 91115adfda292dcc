import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { MOST_OF_THEME } from '../../../src/features/synthesis/sentence/domain.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { AXIS, ideaAt, lab, writerOf } from '../../support/features/syntheses.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { setStage } from '../../support/product/stage.ts'

const TEXTS = [
  'Un ordre du jour avant chaque réunion',
  'Deux réunions de moins par semaine',
  'Un potager sur le toit',
  'Une salle pour le silence',
]

describe('a synthesis that is being written', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let by: Awaited<ReturnType<typeof writerOf>>
  beforeEach(async () => {
    stage = await setStage({ organisers: [lab.objectId] })
    by = await writerOf(stage)
    await keepIdeas(stage.app.database, ideasOf(AXIS, TEXTS))
  })
  afterEach(() => stage.close())

  const audited = async () =>
    (
      await stage.app.database.read(tx =>
        sql<{ act: string; thing: string }>`select act, thing from audit
          where act like 'synthesis.%' order by rowid`.execute(open(tx)),
      )
    ).rows
  const drafts = async () =>
    (await stage.app.database.read(tx => sql`select id from synthesis`.execute(open(tx)))).rows.length

  it('is read before anything is written, and is begun by the first act alone', async () => {
    const { themes, alone, coverage, blocked, published, model } = await by.draft()
    assert.deepEqual(
      themes.map(({ id }) => id),
      ['reunions', 'outils', 'rencontres', 'entraide'],
    )
    assert.deepEqual([alone.sentences.length, coverage.ideas, coverage.cited], [0, 4, 0])
    assert.deepEqual([blocked, published, model], [['no-sentence'], undefined, undefined])
    assert.equal(await drafts(), 0)
    await by.write('Des réunions auraient un ordre du jour.', [0], 'reunions')
    assert.equal(await drafts(), 1)
  })

  it('takes a sentence by hand once, kept by whoever wrote it, with what it cites', async () => {
    const nonce = randomIds.nonce()
    const text = 'Un ordre du jour avant une réunion, dit une idée : « chaque réunion ».'
    const [one, again] = [
      await by.write(text, [0, 1, 0], 'reunions', nonce),
      await by.write(text, [0, 1, 0], 'reunions', nonce),
    ]
    assert.equal(one.id, again.id)
    const { themes, coverage, blocked } = await by.draft()
    const [found, ...others] = themes[0]?.sentences ?? []
    assert.deepEqual(others, [])
    assert.deepEqual(found, {
      id: one.id,
      theme: 'reunions',
      text,
      filled: text,
      ideas: [0, 1].map(at => ({ id: ideaAt(at), text: TEXTS[at], gone: false })),
      byModel: false,
      doubtful: false,
      decision: 'kept',
      decidedBy: lab.name,
      contested: 0,
      faults: [],
    })
    assert.deepEqual([coverage.cited, blocked], [2, []])
  })

  const REFUSED: readonly (readonly [string, string, readonly number[]])[] = [
    ['empty-text', ' ', [0]],
    ['sentence-ideas', 'Les réunions seraient préparées.', []],
    ['sentence-idea', 'Les réunions seraient préparées.', [0, 9]],
    ['sentence-long', `Les réunions ${'a'.repeat(280)}`, [0]],
    ['sentence-markup', 'Les réunions, voir www.exemple.fr.', [0]],
    ['sentence-markup', 'Les réunions de {ville}.', [0]],
    ['sentence-quote', 'Une idée : « deux réunions de moins ».', [1]],
    ['sentence-number', 'Il y aurait 3 réunions de moins.', [1]],
    ['sentence-quantity', 'La plupart veulent moins de réunions.', [1]],
    ['sentence-quantity', 'Plusieurs veulent moins de réunions.', [1]],
  ]
  for (const [code, text, ideas] of REFUSED)
    it(`refuses a person’s sentence that its ideas do not bear, ${code}: ${text.slice(0, 40)}`, async () => {
      await assert.rejects(by.write(text, ideas), { code })
      const { id } = await by.write('Les réunions seraient préparées.', [0])
      await assert.rejects(by.reword(id, text, ideas), { code })
      assert.equal((await by.sentences()).length, 1)
    })

  it('refuses an idea of another axis, one that nobody sees, nine ideas, a theme that is not there', async () => {
    const text = 'Les réunions seraient préparées.'
    await keepIdeas(stage.app.database, ideasOf('usager', ['Relire nos courriers'], 20))
    const nine = Array.from({ length: 9 }, (_, at) => 30 + at)
    await keepIdeas(stage.app.database, ideasOf(AXIS, nine.map(String), 30))
    await stage.app.database.transact(tx =>
      sql`update idea set hidden_at = 1 where id = ${ideaAt(3)}`.execute(open(tx)),
    )
    for (const at of [3, 20]) await assert.rejects(by.write(text, [at]), { code: 'sentence-idea' })
    await assert.rejects(by.write(text, nine), { code: 'sentence-ideas' })
    await assert.rejects(by.write(text, [0], 'ailleurs'), { code: 'theme-gone' })
  })

  it('counts by code what a slot stands for', async () => {
    await by.call('put', '/ideas/:id/theme', {
      params: { id: ideaAt(0) },
      body: { axis: AXIS, to: 'theme', theme: 'reunions' },
    })
    await by.write('{n} préparent les réunions.', [0], 'reunions')
    await by.write('{n} sont à part.', [2])
    assert.deepEqual(
      (await by.sentences()).map(({ filled }) => filled),
      ['1 idée préparent les réunions.', 'aucune idée sont à part.'],
    )
  })

  it('is decided sentence by sentence, each decision once, by a named person', async () => {
    const { id } = await by.write('Les réunions seraient préparées.', [0], 'reunions')
    for (const decision of ['kept', 'undecided', 'undecided', 'removed', 'removed', 'undecided', 'kept'])
      await by.decide(id, decision)
    await by.reword(id, 'On préparerait les réunions.', [0])
    await by.reword(id, 'On préparerait les réunions.', [0])
    const [found] = await by.sentences()
    assert.deepEqual([found?.decision, found?.decidedBy], ['reworded', lab.name])
    assert.deepEqual(
      (await audited()).map(({ act, thing }) => `${act} ${thing.split(':')[1] ?? ''}`),
      [
        'synthesis.write ',
        'synthesis.decide undecided',
        'synthesis.decide removed',
        'synthesis.decide undecided',
        'synthesis.decide kept',
        'synthesis.reword ',
      ],
    )
  })

  it('says what is undecided, and counts no removed sentence among what is cited', async () => {
    const { id } = await by.write('Les réunions seraient préparées.', [0], 'reunions')
    await by.decide(id, 'undecided')
    const { undecided, blocked } = await by.draft()
    assert.deepEqual([undecided, blocked], [1, ['no-sentence', 'undecided']])
    await by.decide(id, 'removed')
    const after = await by.draft()
    assert.deepEqual([after.undecided, after.blocked, after.coverage.cited], [0, ['no-sentence'], 0])
    assert.equal(after.themes[0]?.sentences[0]?.decision, 'removed')
  })

  it('has room for eight sentences of a theme, those removed left out', async () => {
    const texts = Array.from(
      { length: MOST_OF_THEME },
      (_, at) => `Préparer les réunions, ${'o'.repeat(at + 1)}.`,
    )
    for (const text of texts) await by.write(text, [0], 'reunions')
    await assert.rejects(by.write('Préparer les réunions.', [0], 'reunions'), { code: 'sentences-full' })
    const [first] = await by.sentences()
    await by.decide(first?.id ?? '', 'removed')
    await by.write('Préparer les réunions.', [0], 'reunions')
    await assert.rejects(by.decide(first?.id ?? '', 'undecided'), { code: 'sentences-full' })
    await by.write('Préparer les réunions.', [0], 'outils')
  })

  it('is ordered within a theme', async () => {
    const ids: string[] = []
    for (const when of ['lundi', 'mardi', 'jeudi'])
      ids.push((await by.write(`On préparerait les réunions du ${when}.`, [0], 'reunions')).id)
    const order = async () => (await by.sentences()).map(({ id }) => ids.indexOf(id))
    const [first = '', second = '', third = ''] = ids
    // A press that arrives twice moves it once.
    for (const _ of [1, 2]) {
      await by.place(third, second)
      assert.deepEqual(await order(), [0, 2, 1])
    }
    for (const before of [first, 'elsewhere']) await by.place(first, before)
    assert.deepEqual(await order(), [0, 2, 1])
    await by.place(first, null)
    assert.deepEqual(await order(), [2, 1, 0])
  })

  it('says of each sentence what no longer holds: its idea hidden, withdrawn, reworded, moved', async () => {
    const quoting = await by.write('Une idée : « potager sur le toit ».', [2, 3])
    const alone = await by.write('Une salle serait gardée pour le silence.', [3])
    const both = await by.write('Un potager, et une salle pour le silence.', [2, 3])
    const faults = async () =>
      Object.fromEntries((await by.sentences()).map(({ id, faults }) => [id, faults]))
    const set = (change: string, at: number) =>
      stage.app.database.transact(tx =>
        sql`update idea set ${sql.raw(change)} where id = ${ideaAt(at)}`.execute(open(tx)),
      )
    const gone = ['sentence-idea']
    for (const [change, back] of [
      ['hidden_at = 1', 'hidden_at = null'],
      ["state = 'withdrawn'", "state = 'received'"],
      ["state = 'merged'", "state = 'received'"],
      ["axis = 'usager'", `axis = '${AXIS}'`],
    ] as const) {
      await set(change, 3)
      assert.deepEqual(await faults(), { [quoting.id]: gone, [alone.id]: gone, [both.id]: gone }, change)
      await set(back, 3)
    }
    assert.deepEqual(await faults(), { [quoting.id]: [], [alone.id]: [], [both.id]: [] })
    await set("text = 'Un potager en bas'", 2)
    assert.deepEqual(await faults(), { [quoting.id]: ['sentence-quote'], [alone.id]: [], [both.id]: [] })
    assert.deepEqual((await by.draft()).blocked, ['faulty'])
    await set('hidden_at = 1', 2)
    const [, , cites] = await by.sentences()
    assert.deepEqual(cites?.ideas, [
      { id: ideaAt(2), text: '', gone: true },
      { id: ideaAt(3), text: TEXTS[3], gone: false },
    ])
    // Named anew by what it still has, it stands again.
    await by.reword(both.id, 'Un potager, et une salle pour le silence.', [3])
    assert.deepEqual((await faults())[both.id], [])
  })

  it('has a fault where it counts a theme that has left the board, and stands beside otherwise', async () => {
    const counts = await by.write('{n} préparent les réunions.', [0], 'reunions')
    const plain = await by.write('Les réunions seraient préparées.', [0], 'reunions')
    await by.call('put', '/themes/:id/removed', {
      params: { id: 'reunions' },
      body: { axis: AXIS, removed: true },
    })
    assert.deepEqual(
      (await by.draft()).alone.sentences.map(({ id, faults }) => [id, faults]),
      [
        [counts.id, ['sentence-theme']],
        [plain.id, []],
      ],
    )
  })

  it('is for organisers; observers read it without the name of who decided', async () => {
    await by.write('Les réunions seraient préparées.', [0], 'reunions')
    const observer = { objectId: 'helene', name: 'Hélène Gaubert' }
    const { actor } = await writerOf(stage, observer)
    await assert.rejects((await writerOf(stage, observer)).draft(), { code: 'role-needed' })
    await stage.app.people.assignRole(actor.id, 'observer', [])
    const seen = await writerOf(stage, observer)
    assert.deepEqual(
      (await seen.sentences()).map(({ decidedBy }) => decidedBy),
      [undefined],
    )
    await assert.rejects(seen.write('Les réunions seraient préparées.', [0]), { code: 'role-needed' })
  })
})
