import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { membershipStore } from '../../src/features/initiatives/initiative/membership-store.ts'
import { answerStore } from '../../src/features/trials/look-ins/answer-store.ts'
import { roundStore } from '../../src/features/trials/look-ins/store.ts'
import { testerStore } from '../../src/features/trials/testers/store.ts'
import { waitingStore } from '../../src/features/trials/waiting/store.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { addTrial } from '../support/features/trial-rows.ts'

const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id)

onEachEngine('trials that wait', engine => {
  const fresh = freshDatabase(engine)

  it('are those that somebody tries and did not answer while the look-in is open, by when it closes', () =>
    fresh.db.transact(async tx => {
      const round = { number: 1, opensAt: 1, closesAt: 9, closed: false }
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        await addTrial(tx, id)
        if (id !== 'e') await testerStore(tx).join(id, 'q', 1)
        await roundStore(tx).add({ ...round, id: `r-${id}`, trial: id, closesAt: id === 'a' ? 8 : 7 })
      }
      await answerStore(tx).answer('r-b', ['q'], [{ measure: 'm-b', step: 3 }])
      await answerStore(tx).answer('r-c', ['p'], [{ measure: 'm-c', step: 3 }])
      await roundStore(tx).close('r-d', [])
      const found = await waitingStore(tx).lookIns('q', 5, 9)
      assert.deepEqual(found[0], { id: 'c', initiative: 'i-c', title: 'c', closesAt: 7 })
      assert.deepEqual(ids(found), ['c', 'a'])
      assert.deepEqual(ids(await waitingStore(tx).lookIns('q', 7, 9)), ['a'])
      assert.deepEqual(ids(await waitingStore(tx).lookIns('q', 5, 1)), ['c'])
      assert.deepEqual(await waitingStore(tx).lookIns('p', 5, 9), [])
    }))

  it('are those that began of initiatives that somebody carries, the first to end first', () =>
    fresh.db.transact(async tx => {
      await addTrial(tx, 'a')
      await addTrial(tx, 'b', { until: '2027-05-01' })
      await addTrial(tx, 'c', { from: '2027-05-10' })
      await addTrial(tx, 'd')
      await open(tx).updateTable('trial').set({ decided_at: 5 }).where('id', '=', 'd').execute()
      await membershipStore(tx).join('i-a', 'q', 1)
      assert.deepEqual(await waitingStore(tx).carried('p', '2027-05-09', 9), [
        { id: 'b', initiative: 'i-b', title: 'b' },
        { id: 'a', initiative: 'i-a', title: 'a' },
      ])
      assert.deepEqual(await waitingStore(tx).carried('q', '2027-05-09', 9), [])
    }))

  it('are those that run in Directions, among the latest initiatives, and none that is hidden', () =>
    fresh.db.transact(async tx => {
      await addTrial(tx, 'a')
      await addTrial(tx, 'b', { directions: ['lycees', 'culture'] }, 3)
      await addTrial(tx, 'c', { directions: ['lycees'] }, 2)
      await addTrial(tx, 'd', {}, 4)
      await open(tx).updateTable('idea').set({ hidden_at: 5 }).where('id', '=', 'i-d').execute()
      const within = async (directions: readonly string[], limit = 9) =>
        ids(await waitingStore(tx).within(directions, limit))
      assert.deepEqual(await within(['culture']), ['b', 'a'])
      assert.deepEqual(await within(['culture', 'lycees']), ['b', 'c', 'a'])
      assert.deepEqual(await within(['culture'], 1), ['b'])
      assert.deepEqual(await within(['lyc']), [])
    }))
})
