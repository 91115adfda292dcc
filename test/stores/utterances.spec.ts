import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { axisStemStore } from '../../src/features/utterances/axis/store.ts'
import { utteranceStore } from '../../src/features/utterances/utterance/store.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ideaRows } from '../support/features/idea-stores.ts'

onEachEngine('what is typed and kept for a day', engine => {
  const database = freshDatabase(engine)
  const sentence = (id: string, at: number, person = 'camille') => ({
    id,
    person,
    text: `Une phrase ${id}`,
    axis: 'usager',
    at,
    expiresAt: at + 100,
  })
  const inTx = <T>(act: (store: ReturnType<typeof utteranceStore>) => Promise<T>) =>
    database.db.transact(tx => act(utteranceStore(tx)))

  it('is found as it was written, and put in other words, with or without an axis', async () => {
    await inTx(store => store.add(sentence('a', 1)))
    assert.deepEqual(await inTx(store => store.find('a')), sentence('a', 1))
    await inTx(store => store.put('a', 'Autrement', undefined))
    const { axis: _, ...rest } = sentence('a', 1)
    assert.deepEqual(await inTx(store => store.find('a')), { ...rest, text: 'Autrement' })
  })

  it('keeps the newest of each person', async () => {
    for (const at of [1, 2, 3]) await inTx(store => store.add(sentence(`c${at}`, at)))
    await inTx(store => store.add(sentence('n', 1, 'nadia')))
    await inTx(store => store.trim('camille', 2))
    const left = await Promise.all(['c1', 'c2', 'c3', 'n'].map(id => inTx(store => store.find(id))))
    assert.deepEqual(
      left.map(found => found?.id),
      [undefined, 'c2', 'c3', 'n'],
    )
  })

  it('is erased when its time has come, and says when the first one’s comes or has come', async () => {
    for (const at of [1, 2, 50]) await inTx(store => store.add(sentence(`c${at}`, at)))
    assert.equal(await inTx(store => store.nextExpiry()), 101)
    assert.equal(await inTx(store => store.eraseExpired(102, 1)), 1)
    assert.equal(await inTx(store => store.nextExpiry()), 102)
    assert.equal(await inTx(store => store.eraseExpired(102, 10)), 1)
    assert.equal(await inTx(store => store.nextExpiry()), 150)
    assert.equal(await inTx(store => store.eraseExpired(1_000, 10)), 1)
    assert.equal(await inTx(store => store.nextExpiry()), undefined)
  })

  it('counts stems of ideas by axis, those of two ideas at least', async () => {
    const counted = await database.db.transact(async tx => {
      const idea = (id: string, axis: string) =>
        ideaRows(tx).add({
          id,
          axis,
          author: 'camille',
          text: id,
          state: 'received',
          supports: 0,
          directions: 0,
          comments: 0,
          at: 1,
        })
      for (const [id, axis] of [
        ['i', 'usager'],
        ['j', 'usager'],
        ['k', 'equipe'],
      ] as const) {
        await idea(id, axis)
        for (const stem of ['guichet', `own-${id}`, `=whole-${id}`])
          await open(tx).insertInto('idea_stem').values({ idea_id: id, stem }).execute()
      }
      return axisStemStore(tx).counted(2, 10)
    })
    assert.deepEqual(
      counted.map(({ stem, axis, ideas }) => [stem, axis, Number(ideas)]),
      [['guichet', 'usager', 2]],
    )
    await database.db.transact(tx => axisStemStore(tx).replace(counted))
    const rows = await database.db.transact(tx => axisStemStore(tx).of(['guichet', 'none']))
    assert.deepEqual(rows, [{ stem: 'guichet', axis: 'usager', ideas: 2 }])
  })
})
