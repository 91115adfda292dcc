import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { stemsOf } from '../../../src/search/stemming.ts'
import { type Engine, fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { LATER_MICRO_IDEAS, MICRO_IDEAS } from '../../support/features/micro-ideas.ts'

/** SQLite in a file: an in-memory database disappears with its connection. */
async function create(engine: Engine): Promise<{ url: string; drop: () => Promise<void> }> {
  if (engine.name === 'postgres') return engine.create()
  const folder = mkdtempSync(join(tmpdir(), 'faire-stems-'))
  return { url: `file:${join(folder, 'a.sqlite')}`, drop: async () => rmSync(folder, { recursive: true }) }
}

const OLD = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '038'))
const BEFORE = 1_203

onEachEngine('similar ideas', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const here = () => featuresOn(fresh.db, clock)
  const send = async (author: Actor, text: string) => here().ideas.submit(author, { text }, freshForm(author))
  const similar = async (actor: Actor, text: string) =>
    (await here().ideas.similar(actor, text)).map(idea => idea.text)

  it('are found by what they are about, by everybody but their author, the closest first', async () => {
    const [sophie, camille] = [await here().person('sophie', 'culture'), await here().person('camille')]
    await send(sophie, 'Un garage à vélos fermé')
    await send(sophie, 'Un garage à vélos devant l’Hôtel de Région')
    await send(sophie, 'Une douche pour qui vient à vélo')
    const asked = 'Des garages à vélo devant l’hôtel !'
    assert.deepEqual(await similar(camille, asked), [
      'Un garage à vélos devant l’Hôtel de Région',
      'Un garage à vélos fermé',
    ])
    assert.deepEqual(await similar(sophie, asked), [])
    assert.deepEqual(await similar(camille, 'Un jardin partagé'), [])
  })

  it('follow a correction, and are no longer found once taken back', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    const { id } = await send(sophie, 'Peser les restes à la cantine')
    await here().ideas.correct(sophie, id, { text: 'Planter des arbres dans la cour' })
    assert.deepEqual(await similar(camille, 'peser les restes de la cantine'), [])
    assert.deepEqual(await similar(camille, 'Planter un arbre dans chaque cour'), [
      'Planter des arbres dans la cour',
    ])
    await here().ideas.undo(sophie, id)
    assert.deepEqual(await similar(camille, 'Planter des arbres dans la cour'), [])
    const left = await fresh.db.read(tx => open(tx).selectFrom('idea_stem').selectAll().execute())
    assert.deepEqual(left, [])
  })

  it('that are joined with another are shown as that one, once; hidden ones are not shown', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    const root = await send(sophie, 'Planter des arbres dans la cour')
    const joined = await send(sophie, 'Peser les restes à la cantine')
    const change = (id: string, to: object) =>
      fresh.db.transact(tx => open(tx).updateTable('idea').set(to).where('id', '=', id).execute())
    await change(joined.id, { state: 'merged', merged_into: root.id, root: root.id })
    assert.deepEqual(await similar(camille, 'Peser les restes de la cantine'), [root.text])
    const both = 'Planter des arbres dans la cour, peser les restes à la cantine'
    assert.deepEqual(await similar(camille, both), [root.text])
    await change(root.id, { hidden_at: 1, hidden_by: 'p', hidden_reason: 'Hors sujet' })
    assert.deepEqual(await similar(camille, both), [])
  })

  it('asked about first, an idea that is then sent many times at once is one, received once', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    await send(sophie, 'Planter des arbres dans la cour')
    const [text, keys] = ['Planter des arbres dans chaque cour', freshForm(camille)]
    assert.equal((await here().ideas.asked(camille, text, keys))?.close.length, 1)
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => here().ideas.submit(camille, { text }, keys)),
    )
    assert.equal(new Set(sent.map(({ id }) => id)).size, 1)
    const events = await fresh.db.read(tx =>
      open(tx)
        .selectFrom('event')
        .selectAll()
        .where('thing_id', '=', sent[0]?.id ?? '')
        .execute(),
    )
    assert.equal(events.length, 1)
    assert.equal(await here().ideas.asked(camille, text, keys), undefined)
  })

  it('always hold the very same text, among many that share all of its words with others', async () => {
    const [author, reader] = [await here().person('author'), await here().person('reader')]
    const texts = MICRO_IDEAS.map(([, text]) => text)
    for (const text of texts) await send(author, text)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), async text => {
        const words = text.split(' ')
        const turned = [...words.slice(3), ...words.slice(0, 3)].join(' ').toUpperCase()
        for (const asked of [text, turned]) assert.ok((await similar(reader, asked)).includes(text), asked)
      }),
      { numRuns: 25 },
    )
  })
})

onEachEngine('ideas of before stems', engine => {
  let [url, drop] = ['', async () => {}]
  let db: Database
  afterEach(async () => {
    await db.close()
    await drop()
  })

  it('are found to be like another once the database is brought up to date, those taken back are not', async () => {
    ;({ url, drop } = await create(engine))
    const old = await openDatabase({ url, migrations: OLD })
    await old.migrate()
    await old.transact(async tx => {
      for (let n = 0; n < BEFORE; n++)
        await sql`insert into idea (id, author, text, state, supports, directions, created_at)
          values (${`i${n}`}, 'p', ${`Des vélos en prêt, lot ${n}`}, ${n === 7 ? 'withdrawn' : 'received'}, 1, 0, ${n})`.execute(
          open(tx),
        )
    })
    await old.close()
    db = await openDatabase({ url })
    await db.migrate()
    const { ideas, person } = featuresOn(db, fixedClock())
    const [closest] = await ideas.similar(await person('camille'), 'Prêt de vélos : lot 1202')
    assert.equal(closest?.id, 'i1202')
    const gone = await db.read(tx =>
      open(tx).selectFrom('idea_stem').select('stem').where('idea_id', '=', 'i7').execute(),
    )
    assert.deepEqual(gone, [])
  })
})

type Labelled = typeof MICRO_IDEAS

/** Each idea is sent by somebody who sees what the others sent before and after: right, shown, and all that are close. */
async function judge(db: Database, ideas: Labelled) {
  const features = featuresOn(db, fixedClock())
  const meanings = new Map(ideas.map(([meaning, text]) => [text, meaning]))
  const author = await features.person('author')
  const reader = await features.person('reader')
  for (const [, text] of ideas) await features.ideas.submit(author, { text }, freshForm(author))
  let [right, shown, close] = [0, 0, 0]
  for (const [meaning, text] of ideas) {
    const found = (await features.ideas.similar(reader, text)).filter(idea => idea.text !== text)
    shown += found.length
    right += found.filter(idea => meaning !== '' && meanings.get(idea.text) === meaning).length
    const others = ideas.filter(([theirs, other]) => theirs === meaning && other !== text)
    close += meaning === '' ? 0 : Math.min(2, others.length)
  }
  return { shown, precision: right / shown, recall: right / close }
}

onEachEngine('what is shown as similar', engine => {
  const fresh = freshDatabase(engine, { clock: fixedClock() })
  const lists = { 'the ideas that it was tuned on': MICRO_IDEAS, 'later ones': LATER_MICRO_IDEAS }

  for (const [which, ideas] of Object.entries(lists))
    it(`is close eight times of ten or more, among ${which}`, async function () {
      const { shown, precision, recall } = await judge(fresh.db, ideas)
      const told = `${ideas.length} ideas, ${shown} shown: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`
      if (this.test) this.test.title += ` (${told})`
      assert.ok(precision >= 0.8, told)
      assert.ok(recall >= 0.5, told)
    })
})

describe('the ideas that similarity is judged by', () => {
  it('are sixty or more, each in its own words', () => {
    const texts = [...MICRO_IDEAS, ...LATER_MICRO_IDEAS].map(([, text]) => text)
    assert.ok(MICRO_IDEAS.length >= 60)
    assert.equal(new Set(texts).size, texts.length)
    for (const text of texts) assert.ok(stemsOf(text).length > 1, text)
  })
})
