import assert from 'node:assert/strict'
import type { Database } from '../../src/db/index.ts'
import { createSenderLease, type SenderLease } from '../../src/delivery/sender-lease.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const SIGNS = { every: 5, deadAfter: 6_000 }

onEachEngine('which process sends', engine => {
  const standing = freshDatabase(engine)
  const watch = fixedClock(0)
  const senders: SenderLease[] = []
  afterEach(async () => {
    for (const sender of senders.splice(0)) await sender.leave()
  })

  function instance(
    lease: Database['lease'] = standing.db.lease,
    alone = false,
    log = silentLogger,
  ): SenderLease {
    const sender = createSenderLease({ lease, alone, heartbeat: SIGNS, monotonic: watch, log })
    senders.push(sender)
    return sender
  }
  /** One that holds it and gives no sign of life. */
  async function frozen(): Promise<void> {
    await standing.db.lease.take(await standing.db.lease.look())
  }

  it('is the first that asks, for as long as it stays', async () => {
    const [one, other] = [instance(), instance()]
    const epoch = await one.acquire()
    assert.ok(epoch)
    assert.deepEqual([await other.acquire(), await one.acquire()], [undefined, epoch])
  })

  it('is one of many who ask at once', async () => {
    const sat = await Promise.all(Array.from({ length: 8 }, () => instance().acquire()))
    assert.equal(sat.filter(epoch => epoch !== undefined).length, 1)
  })

  it('is the next one at once when the first leaves', async () => {
    const [one, other] = [instance(), instance()]
    await one.acquire()
    await other.acquire()
    await one.leave()
    assert.ok(await other.acquire())
  })

  it('is the next one when the first gives no sign of life, by the watch of who waits', async () => {
    await frozen()
    const other = instance()
    assert.equal(await other.acquire(), undefined)
    watch.advance(SIGNS.deadAfter - 1)
    assert.equal(await other.acquire(), undefined)
    watch.advance(1)
    assert.ok(await other.acquire())
  })

  it('stays the same while signs of life are seen', async () => {
    const { promise: beaten, resolve } = Promise.withResolvers<void>()
    const { lease } = standing.db
    const beat = (epoch: number) => lease.beat(epoch).finally(resolve)
    const one = instance({ ...lease, beat })
    const other = instance()
    await one.acquire()
    await other.acquire()
    watch.advance(SIGNS.deadAfter)
    await beaten
    assert.equal(await other.acquire(), undefined)
  })

  it('learns from its own sign of life that another one sends', async () => {
    const { promise: told, resolve } = Promise.withResolvers<void>()
    const info = (_: object, message: string) => void (message.startsWith('another') && resolve())
    const one = instance(standing.db.lease, false, { ...silentLogger, info })
    await one.acquire()
    await frozen()
    await told
    assert.equal(await one.acquire(), undefined)
  })

  it('need not be waited for where there should be one process only', async () => {
    const one = instance(standing.db.lease, true)
    const first = await one.acquire()
    const next = await instance(standing.db.lease, true).acquire()
    assert.equal(next, (first ?? 0) + 1)
  })

  it('is there again once the one that took over from it is dead', async () => {
    const one = instance(standing.db.lease, true)
    await one.acquire()
    await frozen()
    one.lost()
    assert.equal(await one.acquire(), undefined)
    watch.advance(SIGNS.deadAfter)
    assert.ok(await one.acquire())
  })
})
