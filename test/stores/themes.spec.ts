import assert from 'node:assert/strict'
import type { KeptTheme, PlacingRun } from '../../src/features/themes/domain.ts'
import { placementStore } from '../../src/features/themes/placement-store.ts'
import { proposalStore } from '../../src/features/themes/proposal-store.ts'
import { runStore } from '../../src/features/themes/run-store.ts'
import { BATCH, runUsecases } from '../../src/features/themes/run-usecases.ts'
import { themeStore } from '../../src/features/themes/theme-store.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ideasOf, keepIdeas } from '../support/features/themes.ts'
import { programme } from '../support/programme/programme.ts'

const THEME: KeptTheme = {
  id: 'toits',
  axis: 'equipe',
  title: 'Toits',
  words: ['toit', 'potager'],
  madeAt: 5,
}
const RUN: PlacingRun = { axis: 'equipe', state: 'running', after: { at: 3, id: 'i' }, ideas: 3, at: 9 }

onEachEngine('the rows of the board of themes', engine => {
  const standing = freshDatabase(engine, { clock: fixedClock() })
  const ideas = ideasOf('equipe', ['un', 'deux', 'trois', 'quatre'])
  const [one, two, three] = ideas as [(typeof ideas)[0], (typeof ideas)[0], (typeof ideas)[0]]

  it('keep a theme, change it and take it off the board', async () => {
    const changes = [THEME, { ...THEME, title: 'Les toits' }, { ...THEME, removedAt: 8 }]
    for (const theme of changes) {
      await standing.db.transact(tx => themeStore(tx).put(theme))
      assert.deepEqual(await standing.db.read(tx => themeStore(tx).of('equipe')), [theme])
    }
    await standing.db.transact(tx => themeStore(tx).put(THEME))
    assert.deepEqual(await standing.db.read(tx => themeStore(tx).of('equipe')), [THEME])
    assert.deepEqual(await standing.db.read(tx => themeStore(tx).of('usager')), [])
  })

  it('keep the latest run of an axis', async () => {
    for (const run of [RUN, { ...RUN, state: 'done' as const, ideas: 4 }]) {
      await standing.db.transact(tx => runStore(tx).put(run))
      assert.deepEqual(await standing.db.transact(tx => runStore(tx).lock('equipe')), run)
    }
    assert.equal(await standing.db.read(tx => runStore(tx).find('usager')), undefined)
  })

  it('keep what was proposed last of an axis, each at its place', async () => {
    const proposal = (id: string) => ({
      id,
      axis: 'equipe',
      title: `Toits ${id}`,
      words: ['toit', 'potager'],
      ideas: ['i', 'j'],
      madeAt: 7,
    })
    const [first, second, third] = [proposal('a'), proposal('b'), proposal('c')]
    const put = (...given: (typeof first)[]) =>
      standing.db.transact(tx => proposalStore(tx).replace('equipe', given))
    const kept = () => standing.db.read(tx => proposalStore(tx).of('equipe'))
    await put(first, second)
    await standing.db.transact(tx => proposalStore(tx).setDiscarded('equipe', 'b', 8))
    assert.deepEqual(await kept(), [first, { ...second, discardedAt: 8 }])
    await standing.db.transact(tx => proposalStore(tx).remove('equipe', 'a'))
    assert.deepEqual(await kept(), [{ ...second, discardedAt: 8 }])
    await Promise.all([put(third, second), put(third, second)])
    assert.deepEqual(await kept(), [third, second])
    await put(first)
    assert.deepEqual(await kept(), [first])
    assert.deepEqual(await standing.db.read(tx => proposalStore(tx).of('usager')), [])
  })

  it('put ideas by words, never over what a hand has put', async () => {
    await keepIdeas(standing.db, ideas)
    await standing.db.transact(async tx => {
      const store = placementStore(tx)
      await store.put(one, { theme: 'a', placed: 'hand', stance: 'for' })
      await store.put(two, { placed: 'hand' })
      for (const theme of ['b', 'c'])
        await store.putByWords([one, two, three].map(idea => ({ ...idea, theme })))
      await store.putByWords([])
    })
    const counts = await standing.db.read(tx => placementStore(tx).counts('equipe'))
    const told = counts.map(
      ({ theme = '', placed = '', stance = '', count }) => `${theme} ${placed} ${stance} ${count}`,
    )
    assert.deepEqual(told.sort(), ['   1', ' hand  1', 'a hand for 1', 'c words  1'])
  })

  it('are read newest first in each part, and oldest first by a run', async () => {
    await keepIdeas(standing.db, ideas)
    await standing.db.transact(async tx => {
      await placementStore(tx).put(one, { theme: 'a', placed: 'hand', stance: 'for' })
      await placementStore(tx).put(two, { placed: 'hand' })
      await placementStore(tx).put(three, { theme: 'a', placed: 'words' })
    })
    const read = (
      ...[part, limit, after]: [Parameters<ReturnType<typeof placementStore>['list']>[1], number, typeof one?]
    ) =>
      standing.db.read(async tx =>
        (await placementStore(tx).list('equipe', part, limit, after)).map(({ text }) => text),
      )
    assert.deepEqual(await read({ theme: 'a' }, 5), ['trois', 'un'])
    assert.deepEqual(await read({ theme: 'a' }, 5, three), ['un'])
    assert.deepEqual(await read({ theme: 'a', stance: 'for' }, 5), ['un'])
    assert.deepEqual(await read('alone', 5), ['deux'])
    assert.deepEqual(await read({ outside: ['a'] }, 5), ['quatre'])
    assert.deepEqual(await read({ outside: [] }, 5), ['quatre', 'trois', 'un'])
    const batch = await standing.db.read(tx =>
      placementStore(tx).batch('equipe', 2, { at: one.at, id: one.id }),
    )
    assert.deepEqual(
      batch.map(({ text, placement }) => [text, placement?.theme]),
      [
        ['deux', undefined],
        ['trois', 'a'],
      ],
    )
  })

  it('are read by two processes at once as by one, each idea once', async () => {
    const texts = Array.from({ length: 2 * BATCH + 3 }, (_, at) => `Une réunion de moins ${at}`)
    await keepIdeas(standing.db, ideasOf('equipe', texts))
    const { transact, read } = standing.db
    await transact(tx => runStore(tx).put({ ...RUN, after: { at: 0, id: '' }, ideas: 0 }))
    const runs = runUsecases({
      programme,
      placements: placementStore,
      runs: runStore,
      themesIn: async () => [{ id: 'reunions', axis: 'equipe', title: 'Réunions', words: ['réunion'] }],
      transact,
      note: async () => {},
      audit: async () => {},
      clock: fixedClock(),
    })
    await Promise.all(Array.from({ length: 5 }, () => runs.goOn('equipe')))
    const run = await read(tx => runStore(tx).find('equipe'))
    assert.deepEqual([run?.state, run?.ideas], ['done', texts.length])
    assert.deepEqual(await read(tx => placementStore(tx).counts('equipe')), [
      { theme: 'reunions', placed: 'words', count: texts.length },
    ])
    const some = ideasOf('equipe', texts).slice(0, 2)
    const themes = await read(tx => placementStore(tx).themesOf(some.map(({ id }) => id)))
    assert.deepEqual([...themes.values()], ['reunions', 'reunions'])
  })

  it('move all of a theme under another', async () => {
    await keepIdeas(standing.db, ideas)
    await standing.db.transact(async tx => {
      await placementStore(tx).put(one, { theme: 'a', placed: 'hand', stance: 'for' })
      await placementStore(tx).moveAll('a', 'b')
    })
    const found = await standing.db.read(tx => placementStore(tx).idea('equipe', one.id))
    assert.deepEqual(found?.placement, { theme: 'b', placed: 'hand' })
    assert.equal(await standing.db.read(tx => placementStore(tx).idea('usager', one.id)), undefined)
  })
})
