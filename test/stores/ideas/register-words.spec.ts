import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type Database, open, openDatabase } from '../../../src/db/index.ts'
import { migrations } from '../../../src/db/migrations/index.ts'
import { searchStore } from '../../../src/features/ideas/register/search-store.ts'
import { threadStore } from '../../../src/features/thread/store.ts'
import { beginningsOf, endOf, wordsOf } from '../../../src/search/words.ts'
import { type Engine, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'

describe('the words of a text', () => {
  it('are folded, of three letters or more, each once, sixty at most', () => {
    assert.deepEqual(wordsOf('L’Été, l’été au lycée n° 12 ; VÉLO-école !'), ['ete', 'lycee', 'velo', 'ecole'])
    assert.deepEqual(wordsOf('🪪 — ‘’ \u0000'), [])
    assert.equal(wordsOf(Array.from({ length: 90 }, (_, n) => `mot${n}`).join(' ')).length, 60)
    assert.equal(wordsOf('é'.repeat(300))[0]?.length, 40)
  })

  it('are looked for by their beginnings, short ones only when there is nothing else, six at most', () => {
    assert.deepEqual(beginningsOf('Vé  à lycé'), ['lyce'])
    assert.deepEqual(beginningsOf('vé'), ['ve'])
    assert.equal(beginningsOf('ab ac ad ae af ag ah ai').length, 6)
  })
})

/** SQLite in a file: an in-memory database disappears with its connection. */
async function create(engine: Engine): Promise<{ url: string; drop: () => Promise<void> }> {
  if (engine.name === 'postgres') return engine.create()
  const folder = mkdtempSync(join(tmpdir(), 'faire-words-'))
  return { url: `file:${join(folder, 'a.sqlite')}`, drop: async () => rmSync(folder, { recursive: true }) }
}

const OLD = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '012'))
const IDEAS = 1203

onEachEngine('ideas of before', engine => {
  let [url, drop] = ['', async () => {}]
  let db: Database
  beforeEach(async () => {
    ;({ url, drop } = await create(engine))
    const old = await openDatabase({ url, migrations: OLD })
    await old.migrate()
    await old.transact(async tx => {
      for (let n = 0; n < IDEAS; n++)
        await sql`insert into idea (id, author, text, state, supports, directions, created_at)
          values (${`i${n}`}, 'p', ${`Des vélos ${n}`}, 'received', 1, 0, ${n})`.execute(open(tx))
    })
    await old.close()
    db = await openDatabase({ url })
    await db.migrate()
  })
  afterEach(async () => {
    await db.close()
    await drop()
  })

  it('are found by their words, and begin their thread, once the database is brought up to date', async () => {
    await db.read(async tx => {
      assert.equal((await ideaRows(tx).found(['velo'], 2000, 0)).length, IDEAS)
      const found = await ideaRows(tx).found(['velo', '1202'], 10, 0)
      assert.deepEqual(
        found.map(({ id }) => id),
        ['i1202'],
      )
      const [event] = await threadStore(tx).of('idea', 'i7', 20, 0)
      assert.deepEqual(event, { thing: 'idea', id: 'i7', number: 1, kind: 'received', at: 7, by: 'p' })
    })
  })

  it('are known by the beginnings that they hold, counted up to 200, each by the index', async () => {
    const looked = ['velo', 'velos', 'vella', '1202', 'd', '\u{10FFFF}']
    const held = await db.read(tx => searchStore(tx).held(looked))
    assert.deepEqual(
      [...held].toSorted(([one], [other]) => (one < other ? -1 : 1)),
      [
        ['1202', 1],
        ['d', 200],
        ['velo', 200],
        ['velos', 200],
      ],
    )
  })

  it('are looked for in the index of words, as a range of it', async () => {
    const range = sql`select idea_id from idea_word where word >= ${'120'} and word < ${endOf('120')}`
    const plan = await db.transact(async tx => {
      const explain = engine.name === 'sqlite' ? sql`explain query plan ${range}` : sql`explain ${range}`
      if (engine.name === 'postgres') await sql`analyze idea_word`.execute(open(tx))
      return JSON.stringify((await explain.execute(open(tx))).rows)
    })
    assert.match(plan, /idea_word_found/)
    assert.match(plan, /word\s?>\s?\?|Index Cond: \(\(word >=/)
  })
})

/** Few words, so that many texts hold the same. */
const WORDS = ['velo', 'velos', 'veloce', 'ecole', 'ecran', 'eau', 'lycee', 'lys']
const BEGINNINGS = ['v', 've', 'velo', 'velos', 'ec', 'eco', 'e', 'ly', 'lycee', 'zebre']

onEachEngine('what is looked for by beginnings', engine => {
  const fresh = freshDatabase(engine)

  it('is found in the same order, whether few or many hold it, and is all there is', async () => {
    const texts = fc.array(fc.subarray(WORDS, { minLength: 1 }), { minLength: 40, maxLength: 40 })
    const [held = []] = fc.sample(texts, { numRuns: 1, seed: 7 })
    const ideas = held.map((words, n) => ({ id: `i${n}`, words, supports: n % 5, gone: n % 11 === 0 }))
    await fresh.db.transact(async tx => {
      for (const { id, words, supports, gone } of ideas) {
        const state = gone ? 'withdrawn' : 'received'
        await sql`insert into idea (id, author, text, state, supports, directions, created_at)
          values (${id}, 'p', '', ${state}, ${supports}, 0, 0)`.execute(open(tx))
        await ideaRows(tx).putWords(id, words)
      }
    })
    const asked = fc.tuple(fc.subarray(BEGINNINGS, { minLength: 1, maxLength: 3 }), fc.nat(4))
    await fc.assert(
      fc.asyncProperty(asked, async ([beginnings, skip]) => {
        const expected = ideas
          .filter(({ gone, words }) => !gone && beginnings.every(b => words.some(word => word.startsWith(b))))
          .toSorted((a, b) => b.supports - a.supports || (a.id < b.id ? 1 : -1))
          .map(({ id }) => id)
        for (const few of [0, 15, 1_000]) {
          const found = await fresh.db.read(tx =>
            searchStore(tx, { one: few, several: few }).found(beginnings, 7, skip),
          )
          assert.deepEqual(
            found.map(({ id }) => id),
            expected.slice(skip, skip + 7),
          )
        }
      }),
    )
  })
})
