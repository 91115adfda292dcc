import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import type { Idea } from '../../src/features/ideas/idea/domain.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { descentStore } from '../../src/features/initiatives/descent/store.ts'
import { initiativeStore } from '../../src/features/initiatives/initiative/store.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

type Given = Pick<Idea, 'id' | 'at'> & Partial<Pick<Idea, 'state' | 'direction' | 'unnamed' | 'inspiredBy'>>

const SHEET = { problem: '', story: '', inspiring: '', outcome: '', resources: [] } as const
const COUNTS = { supports: 0, directions: 0, comments: 0 } as const

/** An initiative that was taken up from « i », unless its state says that it is none. */
async function add(tx: Tx, { state = 'initiative', inspiredBy = 'i', ...rest }: Given): Promise<void> {
  await ideaStore(tx).add({ author: 'p', text: `Idée ${rest.id}`, ...COUNTS, state, inspiredBy, ...rest })
  if (state !== 'initiative') return
  const { id, at } = rest
  await initiativeStore(tx).add({ ...SHEET, id, title: `Titre ${id}`, phase: 'test', members: 0, at })
}
const hide = (tx: Tx, id: string) =>
  open(tx).updateTable('idea').set({ hidden_at: 9 }).where('id', '=', id).execute()

onEachEngine('what was taken up from an initiative', engine => {
  const standing = freshDatabase(engine)
  beforeEach(() =>
    standing.db.transact(async tx => {
      await add(tx, { id: 'i', at: 1, inspiredBy: 'nothing' })
      await add(tx, { id: 'a', at: 2, direction: 'lycees' })
      await add(tx, { id: 'b', at: 3, direction: 'lycees' })
      await add(tx, { id: 'c', at: 3, direction: 'culture', unnamed: true })
      await add(tx, { id: 'd', at: 4, direction: 'culture' })
      await add(tx, { id: 'e', at: 5, direction: 'culture', state: 'received' })
      await add(tx, { id: 'f', at: 6, state: 'retained' })
      await add(tx, { id: 'gone', at: 7, state: 'withdrawn' })
      await add(tx, { id: 'apart', at: 7, inspiredBy: 'x' })
      await add(tx, { id: 'hidden', at: 8, direction: 'mobilites' })
      await hide(tx, 'hidden')
    }),
  )

  it('is paged by age, without what cannot be read; ideas that are no initiatives yet apart', async () => {
    await standing.db.transact(async tx => {
      const { taken, ideas, countTaken, countIdeas } = descentStore(tx)
      const ids = async (found: ReturnType<typeof taken>) => (await found).map(({ id }) => id)
      assert.deepEqual(await ids(taken('i', 2)), ['d', 'c'])
      assert.deepEqual(await ids(taken('i', 9, { at: 3, id: 'c' })), ['b', 'a'])
      assert.deepEqual(await ids(ideas('i', 9)), ['f', 'e'])
      assert.deepEqual(
        [await countTaken('i', 9), await countTaken('i', 3), await countIdeas('i', 9)],
        [4, 3, 2],
      )
      assert.deepEqual(await countTaken('a', 9), 0)
    })
  })

  it('says no small Direction of an idea without a name', async () => {
    await standing.db.transact(async tx => {
      const open = await descentStore(tx).takenByIds(['c', 'd'])
      assert.deepEqual(new Set(open.map(({ direction }) => direction)), new Set(['culture']))
      const small = descentStore(tx, new Set(['culture']))
      const [c, d] = (await small.takenByIds(['c', 'd'])).toSorted((one, two) => (one.id < two.id ? -1 : 1))
      assert.deepEqual(c, { id: 'c', title: 'Titre c', phase: 'test' })
      assert.deepEqual(d, { id: 'd', title: 'Titre d', phase: 'test', direction: 'culture' })
      assert.deepEqual(await small.ideasByIds(['e']), [{ id: 'e', title: 'Idée e', direction: 'culture' }])
    })
  })

  it('is found first by Direction, and whether there is more', async () => {
    await standing.db.transact(async tx => {
      const places = ['mobilites', 'culture', 'lycees', 'none']
      assert.deepEqual(
        await descentStore(tx).firstIn('i', places),
        new Map([
          ['culture', { id: 'c', more: true }],
          ['lycees', { id: 'a', more: true }],
        ]),
      )
      const small = await descentStore(tx, new Set(['culture'])).firstIn('i', places)
      assert.deepEqual(small.get('culture'), { id: 'd', more: false })
      assert.deepEqual(await descentStore(tx).firstIn('i', []), new Map())
    })
  })

  it('follows the trial of an initiative, in the order of ideas as well', async () => {
    await standing.db.transact(async tx => {
      const set = (trial: 'running' | null) =>
        open(tx).updateTable('initiative').set({ trial }).where('idea_id', '=', 'a').execute()
      const kept = async () =>
        (await open(tx).selectFrom('idea').select('trial').where('id', '=', 'a').executeTakeFirst())?.trial
      await set('running')
      assert.deepEqual([await kept(), (await initiativeStore(tx).find('a'))?.trial], ['running', 'running'])
      await set(null)
      assert.deepEqual([await kept(), (await initiativeStore(tx).find('a'))?.trial], [null, undefined])
    })
  })
})
