import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import type { IdeaQuery } from '../../../src/features/ideas/index.ts'
import { COUNTED, SCANNED } from '../../../src/features/ideas/retrieval/domain.ts'
import { retrievalStore } from '../../../src/features/ideas/retrieval/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { termOf } from '../../../src/search/terms.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

onEachEngine('ideas that answer a question', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  const here = () => featuresOn(fresh.db, clock)
  const send = async (author: Actor, text: string, axis?: string) =>
    (await here().ideas.submit(author, { text, ...(axis && { axis }) }, freshForm(author))).id
  const find = async (
    actor: Actor,
    words: string,
    query: Omit<IdeaQuery, 'terms'> = {},
    skip = 0,
    limit = 5,
  ) => {
    const terms = words.split(' ').filter(Boolean).map(termOf)
    const { items, ...found } = await here().ideas.retrieve(actor, { ...query, terms }, skip, limit)
    return { ...found, texts: items.map(({ text }) => text) }
  }
  const set = (id: string, change: Record<string, unknown>) =>
    fresh.db.transact(tx => open(tx).updateTable('idea').set(change).where('id', '=', id).execute())

  it('share most of its rare words, then have most supports', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    await send(sophie, 'Des vélos en prêt pour les agents')
    const supported = await send(sophie, 'Des casques pour les vélos')
    await send(sophie, 'Un garage à vélos fermé')
    for (const text of ['Des agents', 'Aux agents', 'Nos agents']) await send(sophie, text)
    await set(supported, { supports: 9 })
    assert.deepEqual((await find(camille, 'vélo')).texts.at(0), 'Des casques pour les vélos')
    const found = await find(camille, 'garage vélos agents')
    assert.equal(found.texts[0], 'Un garage à vélos fermé')
    assert.deepEqual([found.words, found.missing, found.more], [['garage', 'vélos', 'agents'], [], false])
  })

  it('are found by a slip of a word, and the words that none holds are said', async () => {
    const [sophie, camille] = [await here().person('sophie'), await here().person('camille')]
    await send(sophie, 'Télétravailler depuis les maisons de Région')
    const found = await find(camille, 'teletravial piscine')
    assert.deepEqual(found.texts, ['Télétravailler depuis les maisons de Région'])
    assert.deepEqual([found.words, found.missing], [['Télétravailler'], ['piscine']])
    assert.deepEqual(await find(camille, 'piscine'), {
      texts: [],
      count: 0,
      more: false,
      words: [],
      missing: ['piscine'],
    })
  })

  it('are narrowed by state, axis, Direction, time and whose they are, without words too', async () => {
    const sophie = await here().person('sophie', 'culture')
    const camille = await here().person('camille', 'finances')
    const old = await send(sophie, 'Un vélo ancien', 'equipe')
    await set(old, { state: 'retained', created_at: clock.now() - 40 * DAY })
    await set(await send(sophie, 'Un vélo écarté', 'equipe'), { state: 'aside' })
    await set(await send(sophie, 'Un vélo porté', 'usager'), { state: 'initiative' })
    await send(camille, 'Un vélo nouveau', 'usager')
    for (const words of ['', 'vélo']) {
      const texts = async (query: Omit<IdeaQuery, 'terms'>) =>
        (await find(camille, words, query)).texts.toSorted()
      assert.deepEqual(await texts({ group: 'retained' }), ['Un vélo ancien', 'Un vélo porté'], words)
      assert.deepEqual(await texts({ group: 'carried' }), ['Un vélo porté'])
      assert.deepEqual(await texts({ group: 'aside' }), ['Un vélo écarté'])
      assert.deepEqual(await texts({ group: 'waiting' }), ['Un vélo nouveau'])
      assert.deepEqual(await texts({ axis: 'equipe' }), ['Un vélo ancien', 'Un vélo écarté'])
      assert.deepEqual(await texts({ direction: 'finances' }), ['Un vélo nouveau'])
      assert.deepEqual(await texts({ mine: true }), ['Un vélo nouveau'])
      assert.deepEqual(await texts({ until: clock.now() - DAY }), ['Un vélo ancien'])
      assert.deepEqual(await texts({ from: clock.now() - DAY, group: 'answered', axis: 'usager' }), [
        'Un vélo porté',
      ])
    }
  })

  it('are never those that were hidden, taken back or merged, nor unnamed ones of a small Direction by its name', async () => {
    const [sophie, camille] = [await here().person('sophie', 'culture'), await here().person('camille')]
    await set(await send(sophie, 'Un vélo caché'), { hidden_at: 1, hidden_by: 'p', hidden_reason: 'r' })
    await set(await send(sophie, 'Un vélo repris'), { state: 'withdrawn' })
    await set(await send(sophie, 'Un vélo regroupé'), { state: 'merged' })
    await set(await send(sophie, 'Un vélo sans nom'), { unnamed: 1 })
    for (const words of ['', 'vélo']) {
      const all = await find(camille, words)
      assert.deepEqual([all.texts, all.count], [['Un vélo sans nom'], 1])
    }
    const inSmall = (filter: object) =>
      fresh.db.read(tx =>
        retrievalStore(tx, new Set(['culture'])).newest({ direction: 'culture', ...filter }),
      )
    assert.deepEqual(await inSmall({}), [])
    const shared = await fresh.db.read(tx =>
      retrievalStore(tx, new Set(['culture'])).sharing([{ stem: 'velo', weight: 1 }], {
        direction: 'culture',
      }),
    )
    assert.deepEqual(shared, [])
  })

  it('are paged without one twice, and counted up to 200', async () => {
    const camille = await here().person('camille')
    const rows = Array.from({ length: 205 }, (_, at) => ({ id: `i${at}`, text: `Vélo ${at}`, at }))
    await fill(rows)
    const pages = [await find(camille, 'vélo', {}, 0), await find(camille, 'vélo', {}, 5)]
    assert.equal(new Set(pages.flatMap(({ texts }) => texts)).size, 10)
    assert.deepEqual([pages[0]?.count, pages[0]?.more], [COUNTED, true])
    assert.equal((await find(camille, '')).count, COUNTED)
  })

  it('are found though thousands hold the word and few the filter', async function () {
    this.timeout(60_000)
    const camille = await here().person('camille')
    const rows = Array.from({ length: 1_900 }, (_, at) => ({ id: `i${at}`, text: 'Des agents', at }))
    await fill(rows)
    const [last] = ['zz-last']
    await fill([{ id: last, text: 'Des agents en nombre', at: 0 }])
    await set(last, { axis: 'usager', state: 'retained' })
    const found = await find(camille, 'agents', { axis: 'usager' })
    assert.deepEqual([found.texts, found.count, found.more], [['Des agents en nombre'], 1, false])
    assert.ok(SCANNED > 1_900)
  })

  async function fill(rows: readonly { readonly id: string; readonly text: string; readonly at: number }[]) {
    for (let from = 0; from < rows.length; from += 100)
      await fresh.db.transact(async tx => {
        const some = rows.slice(from, from + 100)
        await open(tx)
          .insertInto('idea')
          .values(
            some.map(({ id, text, at }) => ({
              id,
              author: 'p',
              text,
              state: 'received',
              supports: 1,
              directions: 1,
              comments: 0,
              created_at: at + 1,
            })) as never,
          )
          .execute()
        const stems = some.map(({ id, text }) => ({
          idea_id: id,
          stem: text.startsWith('Vélo') ? 'velo' : 'agent',
        }))
        await open(tx).insertInto('idea_stem').values(stems).execute()
      })
    await fresh.db.transact(tx => sql`analyze`.execute(open(tx)))
  }
})
