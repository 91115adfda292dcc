import assert from 'node:assert/strict'
import { createSchedules } from '../../src/conversation/routing/schedules.ts'
import { open } from '../../src/db/index.ts'
import { STEADY, watchClock } from '../../src/delivery/clock-watch.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { type Logger, silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'

const KIND = 'clock.struck'
const at1h15 = (after: number) => (Math.floor((after - 75 * MINUTE) / DAY) + 1) * DAY + 75 * MINUTE

onEachEngine('a clock that is wrong for a time', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  let ran: number[]
  let warned: string[]
  beforeEach(() => {
    ran = []
    warned = []
  })

  /** One life of the process. */
  function begin(erases = false) {
    const { db } = standing
    const log: Logger = { ...silentLogger, warn: (_, message) => void warned.push(message) }
    const { clockMark: mark, queue } = db
    const setRight = () => schedules.begin().then(queue.makeDue)
    const watch = watchClock({ clock, log, mark, setRight })
    const schedules = createSchedules({
      ...{ ...db, clock, log, ids: randomIds, schedules: [{ kind: KIND, next: at1h15, erases }] },
      ...{ generation: mark.generation, isSteady: watch.look },
    })
    const expand = schedules.kept(async () => {
      ran.push(clock.now())
      return []
    })
    async function deliver(): Promise<void> {
      for (let taken = await queue.take(); taken; taken = await queue.take()) {
        await expand(taken.fact)
        await queue.finish(taken.id)
      }
    }
    /** Time goes by as it does, an hour at a time, and the clock is looked at. */
    async function pass(ms: number): Promise<void> {
      for (let gone = 0; gone < ms; gone += HOUR) {
        clock.advance(HOUR)
        await watch.look()
        await deliver()
      }
    }
    const start = () => watch.look().then(schedules.begin)
    return { start, pass, deliver, look: watch.look }
  }

  for (const ahead of [30 * HOUR, 10 * DAY, 400 * DAY])
    it(`by ${ahead / HOUR} hours: what comes round comes again within a day, and once a day ever after`, async () => {
      const { start, pass, deliver, look } = begin()
      await start()
      await pass(2 * DAY)
      clock.advance(ahead)
      await look()
      await deliver()
      await pass(2 * HOUR)
      clock.advance(-ahead)
      ran.length = 0
      await look()
      await pass(DAY)
      assert.equal(ran.length, 1)
      await pass(ahead < 20 * DAY ? ahead + 3 * DAY : 40 * DAY)
      const days = ran.map(at => Math.floor(at / DAY))
      assert.deepEqual(
        days,
        days.map((_, n) => (days[0] ?? 0) + n),
      )
    })

  it('is found out by a process that starts when it is right again', async () => {
    await begin().start()
    clock.advance(90 * DAY)
    const wrong = begin()
    await wrong.start()
    await wrong.deliver()
    clock.advance(-90 * DAY)
    ran.length = 0
    const right = begin()
    await right.start()
    assert.ok(warned.includes('the clock was set back'))
    await right.pass(DAY)
    assert.equal(ran.length, 1)
  })

  it('by an hour: nothing comes twice', async () => {
    const { start, pass, look, deliver } = begin()
    await start()
    // To the hour in which it came.
    await pass(DAY - (clock.now() % DAY) + 2 * HOUR)
    const before = ran.length
    assert.ok(before > 0 && (ran.at(-1) ?? 0) > clock.now() - HOUR)
    clock.advance(-HOUR)
    await look()
    await deliver()
    await pass(2 * HOUR)
    assert.equal(ran.length, before)
    await pass(DAY)
    assert.equal(ran.length, before + 1)
  })

  it('erases nothing by its age until it has been steady for days, and then does', async () => {
    const { start, pass, deliver } = begin(true)
    await start()
    await pass(DAY)
    assert.equal(ran.length, 1)
    clock.advance(400 * DAY)
    await deliver()
    await pass(STEADY - HOUR)
    assert.equal(ran.length, 1)
    assert.ok(warned.includes('the clock was set lately: what is old is not erased yet'))
    await pass(DAY)
    assert.equal(ran.length, 2)
  })

  it('keeps back nothing that was for at once, and nothing that has its own moment comes early', async () => {
    const { start, look } = begin()
    const { db } = standing
    await start()
    await db.queue.sweep()
    clock.advance(10 * DAY)
    await look()
    await db.transact(async tx => {
      await db.note(tx, { kind: 'at.once', payload: {} })
      await db.note(tx, { kind: 'put.off', payload: {}, dueAt: clock.now() + 10 * MINUTE })
      await db.note(tx, { kind: 'at.its.moment', payload: {}, dueAt: clock.now() + DAY })
      await db.note(tx, { kind: 'tried', payload: {} })
    })
    for (let taken = await db.queue.take(); taken; taken = await db.queue.take()) {
      if (taken.fact.kind === 'at.once') await db.queue.requeue(taken, clock.now() + 5 * SECOND, 0)
      else await db.queue.requeue(taken, clock.now() + HOUR, taken.attempts)
    }
    clock.advance(-10 * DAY)
    await look()
    const due = await db.read(tx =>
      open(tx)
        .selectFrom('fact')
        .select('kind')
        .where('state', '=', 'ready')
        .where('due_at', '<=', clock.now())
        // Of a wrong clock's: taken, it is put away.
        .where('kind', '!=', KIND)
        .execute(),
    )
    assert.deepEqual(due.map(({ kind }) => kind).toSorted(), ['at.once', 'put.off', 'tried'])
  })
})
