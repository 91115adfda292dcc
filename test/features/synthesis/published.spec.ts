import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import type { PublishedListView, PublishedSynthesisView } from '../../../src/tabs/contract/ideas/synthesis.ts'
import { AXIS, ideaAt, lab, writerOf } from '../../support/features/syntheses.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { setStage } from '../../support/product/stage.ts'

const TEXTS = [
  'Un ordre du jour avant chaque réunion',
  'Deux réunions de moins par semaine',
  'Un potager sur le toit',
  'Une salle pour le silence',
]
const agent = { objectId: 'ahmed', name: 'Ahmed Saïdi' }
const CHANGES = ['hidden_at = 1', "state = 'withdrawn'", "state = 'merged'", "axis = 'usager'", "text = ''"]

describe('a synthesis that is published', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  let by: Awaited<ReturnType<typeof writerOf>>
  let reader: Awaited<ReturnType<typeof writerOf>>
  beforeEach(async () => {
    stage = await setStage({ organisers: [lab.objectId] })
    by = await writerOf(stage)
    reader = await writerOf(stage, agent)
    await keepIdeas(stage.app.database, ideasOf(AXIS, TEXTS))
  })
  afterEach(() => stage.close())

  const list = async () => (await reader.call<PublishedListView>('get', '/syntheses/published')).items
  const published = () =>
    reader.call<PublishedSynthesisView>('get', '/syntheses/published/:axis', { params: { axis: AXIS } })
  const sentences = async () => {
    const { themes, alone } = await published()
    return [...themes.flatMap(({ sentences }) => sentences), ...alone.sentences]
  }
  const change = (set: string, at: number) =>
    stage.app.database.transact(tx =>
      sql`update idea set ${sql.raw(set)} where id = ${ideaAt(at)}`.execute(open(tx)),
    )
  const count = async (table: string) =>
    (await stage.app.database.read(tx => sql`select 1 as one from ${sql.table(table)}`.execute(open(tx))))
      .rows.length
  const journal = async () =>
    (
      await stage.app.database.read(tx =>
        sql<{ act: string; thing: string }>`select act, thing from audit
          where act in ('synthesis.publish', 'synthesis.withdraw') order by rowid`.execute(open(tx)),
      )
    ).rows

  it('is read by everybody, with who published it, and by nobody before or after', async () => {
    await by.write('Des réunions auraient un ordre du jour.', [0], 'reunions')
    await by.write('{n} sont à part.', [2])
    assert.deepEqual(await list(), [])
    await assert.rejects(published(), { code: 'gone' })
    await by.publish()
    const found = await published()
    assert.deepEqual([found.axis, found.by, found.model], [AXIS, lab.name, undefined])
    assert.deepEqual(found.coverage, { ideas: 4, placed: 0, aside: 4, alone: 0, cited: 2 })
    assert.deepEqual(
      found.themes.map(({ title, sentences }) => [title !== '', sentences.map(({ text }) => text)]),
      [
        [true, ['Des réunions auraient un ordre du jour.']],
        [true, []],
        [true, []],
        [true, []],
      ],
    )
    assert.deepEqual(found.alone.sentences, [
      {
        id: found.alone.sentences[0]?.id,
        text: 'aucune idée sont à part.',
        ideas: [{ id: ideaAt(2), text: TEXTS[2] }],
        byModel: false,
        contested: false,
        lessIdeas: false,
        mine: [],
        objected: false,
      },
    ])
    assert.deepEqual(
      (await list()).map(({ axis, ideas }) => [axis, ideas]),
      [[AXIS, 4]],
    )
    await assert.rejects(reader.withdraw(), { code: 'role-needed' })
    await by.withdraw()
    await by.withdraw()
    await assert.rejects(published(), { code: 'gone' })
    assert.equal((await by.sentences()).length, 2)
    assert.deepEqual(
      (await journal()).map(({ act, thing }) => [act, thing.replace(/[^:]*$/, '')]),
      [
        ['synthesis.publish', `${AXIS}:hand:r1:`],
        ['synthesis.withdraw', ''],
      ],
    )
  })

  it('is a copy: what is written afterwards is read once it is published as well', async () => {
    const { id } = await by.write('Des réunions auraient un ordre du jour.', [0], 'reunions')
    await by.publish()
    await by.publish()
    assert.equal((await by.draft()).published?.differs, false)
    await by.reword(id, 'Les réunions seraient préparées.', [0])
    assert.equal((await by.draft()).published?.differs, true)
    assert.deepEqual(
      (await sentences()).map(({ text }) => text),
      ['Des réunions auraient un ordre du jour.'],
    )
    await by.publish()
    assert.deepEqual(
      (await sentences()).map(({ text }) => text),
      ['Les réunions seraient préparées.'],
    )
    const [one, other, ...more] = await journal()
    assert.ok(one && other && more.length === 0 && one.thing !== other.thing)
  })

  it('waits for each decision, for a sentence, and for each to stand', async () => {
    await assert.rejects(by.publish(), { code: 'synthesis-no-sentence' })
    const { id } = await by.write('Une salle serait gardée pour le silence.', [3])
    const other = await by.write('Des réunions auraient un ordre du jour.', [0], 'reunions')
    await by.decide(id, 'undecided')
    await assert.rejects(by.publish(), { code: 'synthesis-undecided' })
    await by.decide(id, 'kept')
    await change('hidden_at = 1', 3)
    await assert.rejects(by.publish(), { code: 'synthesis-faulty' })
    await by.decide(id, 'removed')
    await by.publish()
    assert.equal((await sentences()).length, 1)
    await by.decide(other.id, 'removed')
    await assert.rejects(by.publish(), { code: 'synthesis-no-sentence' })
    await assert.rejects(reader.publish(), { code: 'role-needed' })
  })

  it('shows its readers which ideas are theirs, and nobody whose the others are', async () => {
    await by.write('Un potager, et une salle pour le silence.', [2, 3])
    await by.publish()
    await change(`author = '${reader.actor.id}', unnamed = 1`, 3)
    assert.deepEqual(
      (await sentences()).map(({ mine }) => mine),
      [[ideaAt(3)]],
    )
    const seen = await by.call('get', '/syntheses/published/:axis', { params: { axis: AXIS } })
    for (const text of [JSON.stringify(seen), JSON.stringify(await by.draft())])
      assert.ok(!text.includes(reader.actor.id) && !text.includes(agent.name))
  })

  for (const set of CHANGES)
    it(`loses the sentences that an idea alone carried, and marks the others: ${set}`, async () => {
      await by.write('Une salle serait gardée pour le silence.', [3])
      await by.write('Un potager, et une salle pour le silence.', [2, 3])
      await by.write('Un potager serait planté.', [2])
      await by.publish()
      await change(set, 3)
      assert.deepEqual(
        (await sentences()).map(({ text, ideas, lessIdeas }) => [text, ideas.length, lessIdeas]),
        [
          ['Un potager, et une salle pour le silence.', 1, true],
          ['Un potager serait planté.', 1, false],
        ],
      )
    })

  it('loses the sentence that quotes an idea which is gone, and no row holds erased words', async () => {
    await by.write('Un potager, et « Une salle pour le silence ».', [2, 3])
    await by.write('Un potager, et une salle.', [2, 3])
    await by.publish()
    await change('hidden_at = 1', 3)
    assert.deepEqual(
      (await sentences()).map(({ text }) => text),
      ['Un potager, et une salle.'],
    )
    await change("text = ''", 3)
    const rows = await stage.app.database.read(async tx => [
      ...(await sql`select * from synthesis_sentence`.execute(open(tx))).rows,
      ...(await sql`select * from synthesis_citation`.execute(open(tx))).rows,
    ])
    assert.ok(!JSON.stringify(rows).includes('silence') && !JSON.stringify(rows).includes(ideaAt(3)))
    assert.deepEqual([await count('synthesis_sentence'), await count('synthesis_citation')], [2, 2])
    assert.deepEqual(
      (await by.sentences()).map(({ faults }) => faults),
      [['sentence-idea']],
    )
  })

  it('says no name once who published it is erased', async () => {
    await by.write('Un potager serait planté.', [2])
    await by.publish()
    await stage.app.database.transact(tx =>
      sql`update synthesis set published_by = null where state = 'published'`.execute(open(tx)),
    )
    assert.equal((await published()).by, '')
  })

  it('never cites an idea that is not visible, whatever becomes of its ideas', async () => {
    const cites = [[0], [1], [2], [3], [0, 1], [1, 2, 3], [0, 1, 2, 3]]
    for (const [at, ideas] of cites.entries())
      await by.write(`Les réunions et le potager, ${'o'.repeat(at + 1)}.`, ideas, 'reunions')
    await by.publish()
    const visible = async () =>
      new Set(
        (
          await stage.app.database.read(tx =>
            sql<{ id: string }>`select id from idea where axis = ${AXIS} and hidden_at is null
              and state not in ('withdrawn', 'merged')`.execute(open(tx)),
          )
        ).rows.map(({ id }) => id),
      )
    const back = `hidden_at = null, state = 'received', axis = '${AXIS}'`
    const step = fc.record({ at: fc.nat(3), set: fc.constantFrom(back, ...CHANGES.slice(0, 4)) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
        for (const { at, set } of steps) await change(set, at)
        const seen = await visible()
        for (const { ideas } of await sentences()) {
          assert.ok(ideas.length > 0)
          assert.ok(ideas.every(({ id }) => seen.has(id)))
        }
      }),
      { numRuns: 40 },
    )
  })
})
