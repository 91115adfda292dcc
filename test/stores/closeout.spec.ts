import assert from 'node:assert/strict'
import { OPEN_COUNTS } from '../../src/composition/open-counts.ts'
import { endingBallots } from '../../src/features/ballots/lifecycle/open-count-store.ts'
import { sendingBroadcasts } from '../../src/features/broadcasts/sending/open-count-store.ts'
import { closeoutStore } from '../../src/features/closeout/store.ts'
import { freshDatabase, onEachEngine } from '../support/database/engines.ts'

onEachEngine('the end of a programme', engine => {
  const standing = freshDatabase(engine)
  const closing = () => standing.db.read(tx => closeoutStore(tx).closing())

  it('keeps the first of two closings, and none once it is opened again', async () => {
    const { transact } = standing.db
    assert.equal(await closing(), undefined)
    const both = await Promise.all(
      [5, 9].map(at => transact(tx => closeoutStore(tx).close({ at, left: at }))),
    )
    assert.deepEqual(both.toSorted(), [false, true])
    const { at = 0, left = 0 } = (await closing()) ?? {}
    assert.ok(at === left && (at === 5 || at === 9))
    assert.equal(await transact(tx => closeoutStore(tx).reopen()), true)
    assert.equal(await transact(tx => closeoutStore(tx).reopen()), false)
    assert.equal(await closing(), undefined)
  })

  it('counts each kind of what is open as a number, 0 where there is nothing', async () => {
    const moment = { now: 10, today: '2027-04-22' }
    for (const { kind, count } of OPEN_COUNTS)
      assert.equal(await standing.db.read(tx => count(tx, moment)), 0, kind)
    assert.deepEqual(await standing.db.read(tx => endingBallots(tx, 10, 5)), [])
    assert.deepEqual(await standing.db.read(tx => sendingBroadcasts(tx, 5)), [])
  })
})
